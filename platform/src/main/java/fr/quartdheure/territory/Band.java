package fr.quartdheure.territory;

import java.util.Locale;

/** From how far the map is looked at: the farther, the simpler the borders. */
public enum Band {
    /** A whole region on the screen, zooms of a web map up to 8: a pixel is 440 m or more. */
    REGION(8, 0.008, 3),
    /** A département, zooms 9 and 10: a pixel is 110 to 220 m. */
    DEPARTMENT(10, 0.003, 4),
    /** An arrondissement, zooms 11 and 12: a pixel is 28 to 55 m. */
    ARRONDISSEMENT(12, 0.0012, 4),
    /** Nearer: what the file holds, or nearly. */
    NEAR(Integer.MAX_VALUE, 0.0001, 5);

    private final int farthestZoom;
    private final double tolerance;
    private final int decimals;

    Band(int farthestZoom, double tolerance, int decimals) {
        this.farthestZoom = farthestZoom;
        this.tolerance = tolerance;
        this.decimals = decimals;
    }

    /** The band to draw at a zoom of a web map (0 is the whole Earth on 256 pixels). */
    public static Band ofZoom(int zoom) {
        for (Band band : values()) {
            if (zoom <= band.farthestZoom) {
                return band;
            }
        }
        return NEAR;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Side, in degrees, of the square as large as the smallest bend that is kept. */
    double tolerance() {
        return tolerance;
    }

    /** Decimals of a degree that a coordinate is written with: the third is 110 m, the fifth 1 m. */
    int decimals() {
        return decimals;
    }
}
