package fr.quartdheure.desk.steering;

import fr.quartdheure.geo.Commune;
import fr.quartdheure.planning.Demand;
import fr.quartdheure.territory.Band;
import fr.quartdheure.territory.Editions;
import fr.quartdheure.territory.Outline;
import fr.quartdheure.territory.Outlines;
import java.lang.ref.SoftReference;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Outlines kept in memory while the territory stays as it is, and memory lasts. Thread-safe. */
@Component
class DrawnOutlines {

    private final Outlines outlines;
    private final Editions editions;
    private final JsonMapper json;
    private final Map<Band, Kept> kept = new EnumMap<>(Band.class);

    DrawnOutlines(Outlines outlines, Editions editions, JsonMapper json) {
        this.outlines = outlines;
        this.editions = editions;
        this.json = json;
    }

    /** Coordinates are stored as GeoJSON writes them: they are not read to be written again. */
    String geoJson(Demand demand, int[] communes, Band band) {
        Map<String, Outline> drawn = byCode(band);
        var text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        boolean first = true;
        for (int index : communes) {
            Commune commune = demand.commune(index);
            Outline outline = drawn.get(commune.code());
            if (outline != null) {
                text.append(first ? "" : ",").append(feature(commune, outline));
                first = false;
            }
        }
        return text.append("]}").toString();
    }

    /** Whether a commune of these is drawn as a cell, for want of its border. */
    boolean anyCell(Demand demand, int[] communes) {
        Map<String, Outline> drawn = byCode(Band.REGION);
        for (int index : communes) {
            Outline outline = drawn.get(demand.commune(index).code());
            if (outline != null && outline.cell()) {
                return true;
            }
        }
        return false;
    }

    private String feature(Commune commune, Outline outline) {
        return "{\"type\":\"Feature\",\"id\":\"" + commune.code() + "\",\"properties\":{\"name\":"
                + json.writeValueAsString(commune.name()) + "},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":"
                + outline.coordinates() + "}}";
    }

    private synchronized Map<String, Outline> byCode(Band band) {
        long edition = editions.current();
        Kept before = kept.get(band);
        Map<String, Outline> held = before == null || before.edition() < edition
                ? null
                : before.held().get();
        if (held != null) {
            return held;
        }
        var read = new HashMap<String, Outline>();
        outlines.list(band).forEach(outline -> read.put(outline.communeCode(), outline));
        kept.put(band, new Kept(edition, new SoftReference<>(read)));
        return read;
    }

    private record Kept(long edition, SoftReference<Map<String, Outline>> held) {}
}
