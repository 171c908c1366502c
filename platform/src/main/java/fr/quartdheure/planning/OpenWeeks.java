package fr.quartdheure.planning;

import fr.quartdheure.directory.Sites;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The weeks of the sites of a picture, read once for each picture: new hours make a new one. Thread-safe. */
@Component
class OpenWeeks {

    private final Sites sites;

    private volatile @Nullable Kept kept;

    OpenWeeks(Sites sites) {
        this.sites = sites;
    }

    /** By site; those whose hours nobody said are absent. */
    Map<UUID, OpenWeek> of(Picture picture) {
        Kept before = kept;
        if (before != null && before.picture() == picture) {
            return before.weeks();
        }
        var weeks = new HashMap<UUID, OpenWeek>();
        sites.hoursOf(picture.points().stream().map(PointOfCare::siteId).toList())
                .forEach((site, hours) -> weeks.put(site, new OpenWeek(hours)));
        kept = new Kept(picture, weeks);
        return weeks;
    }

    private record Kept(Picture picture, Map<UUID, OpenWeek> weeks) {}
}
