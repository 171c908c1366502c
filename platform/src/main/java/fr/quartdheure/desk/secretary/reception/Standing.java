package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.directory.Site;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the secretary stands.
 *
 * @param served the sites she serves, by name
 * @param site the one she looks at, or null when she looks at all of them
 */
public record Standing(List<Site> served, @Nullable Site site) {

    static final String ALL = "all";

    public List<Site> looked() {
        return site == null ? served : List.of(site);
    }

    public List<UUID> ids() {
        return looked().stream().map(Site::id).toList();
    }

    public boolean several() {
        return served.size() > 1;
    }

    /** As the address carries it. */
    public String key() {
        return site == null ? ALL : site.id().toString();
    }

    public boolean isAt(Site one) {
        return site != null && site.id().equals(one.id());
    }

    public String name() {
        return site == null ? "" : site.name();
    }

    /** The site itself where only one can be meant: the one looked at, or the first. */
    public Site one() {
        return site == null ? served.getFirst() : site;
    }
}
