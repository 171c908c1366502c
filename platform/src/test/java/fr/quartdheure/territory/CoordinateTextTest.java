package fr.quartdheure.territory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class CoordinateTextTest {

    @Test
    void pointsThatRoundAlikeAreWrittenOnce() throws ParseException {
        assertThat(text("POLYGON ((2.0001 42, 2.0002 42, 3 42.00049, 2.5 43.1, 2.0001 42))", 3))
                .isEqualTo("[[[[2,42],[3,42],[2.5,43.1],[2,42]]]]");
    }

    @Test
    void holesAndPartsThatVanishAreLeftOut() throws ParseException {
        String whole = "((0 0, 1 0, 1 1, 0 0), (0.5 0.1, 0.50001 0.1, 0.50001 0.10001, 0.5 0.1))";
        String dust = "((5 5, 5.00001 5, 5.00001 5.00001, 5 5))";
        assertThat(text("MULTIPOLYGON (" + dust + ", " + whole + ")", 3)).isEqualTo("[[[[0,0],[1,0],[1,1],[0,0]]]]");
    }

    @Test
    void whatWouldVanishWhollyIsWrittenFiner() throws ParseException {
        assertThat(text("POLYGON ((5 5, 5.0002 5, 5.0002 5.0002, 5 5))", 3))
                .isEqualTo("[[[[5,5],[5.0002,5],[5.0002,5.0002],[5,5]]]]");
    }

    private static String text(String wkt, int decimals) throws ParseException {
        Geometry geometry = new WKTReader().read(wkt);
        return CoordinateText.of(geometry, decimals);
    }
}
