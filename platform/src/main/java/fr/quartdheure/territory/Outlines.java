package fr.quartdheure.territory;

import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** What the map draws for each commune: its border, or a cell around its centre for want of it. Thread-safe. */
@Component
public class Outlines {

    private final Contours contours;
    private final Communes communes;

    Outlines(Contours contours, Communes communes) {
        this.contours = contours;
        this.communes = communes;
    }

    /**
     * All communes without their districts, the borders first. Cells are computed anew at each call (a second for
     * 5,000): keep the answer for as long as {@link Editions#current} stays the same.
     */
    public List<Outline> list(Band band) {
        var outlines = new ArrayList<>(contours.outlines(band));
        var drawn = new HashSet<String>();
        outlines.forEach(outline -> drawn.add(outline.communeCode()));
        List<Commune> all = communes.list().stream()
                .filter(commune -> commune.districtOf() == null)
                .toList();
        if (!drawn.containsAll(all.stream().map(Commune::code).toList())) {
            outlines.addAll(cells(all, drawn, band));
        }
        return outlines;
    }

    /** Cells are cut among all centres, so that one does not grow over a neighbour whose border is known. */
    private static List<Outline> cells(List<Commune> all, HashSet<String> drawn, Band band) {
        List<Geometry> cells = Cells.around(all.stream().map(Commune::position).toList());
        var outlines = new ArrayList<Outline>();
        for (int n = 0; n < cells.size(); n++) {
            String code = all.get(n).code();
            if (!drawn.contains(code) && !cells.get(n).isEmpty()) {
                outlines.add(new Outline(code, CoordinateText.of(cells.get(n), band.decimals()), true));
            }
        }
        return outlines;
    }
}
