package fr.quartdheure.desk.steering;

import fr.quartdheure.planning.Area;
import fr.quartdheure.planning.Change;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a page of the desk looks at: which area, by which indicator, with which changes. */
public record Asked(Area area, Indicator indicator, List<Change> changes) {

    /** "area=department-66&indicator=apl&change=…". */
    public String query() {
        return query(area, indicator, changes);
    }

    /** The same without one of the changes. */
    public String queryWithout(Change change) {
        var others = new ArrayList<>(changes);
        others.remove(change);
        return query(area, indicator, others);
    }

    public String queryWithoutChanges() {
        return query(area, indicator, List.of());
    }

    public String queryWith(Change change) {
        var more = new ArrayList<>(changes);
        more.add(change);
        return query(area, indicator, more);
    }

    public static String text(Change change) {
        return ChangeText.of(change);
    }

    static String query(Area area, Indicator indicator, List<Change> changes) {
        var query = new StringBuilder("area=" + area.key() + "&indicator=" + indicator.code());
        changes.forEach(change ->
                query.append("&change=").append(URLEncoder.encode(ChangeText.of(change), StandardCharsets.UTF_8)));
        return query.toString();
    }
}
