package fr.quartdheure.fhir;

import java.util.Collection;
import java.util.List;

/** One type of resource: what can be asked of it, and how it is found. Thread-safe. */
interface Shelf extends Searchable {

    List<String> profiles();

    /** As {@code _include} takes them. */
    List<String> includes();

    /** The matches after the asked position, in a lasting order, at most so many. */
    List<? extends PublicResource> list(Asked asked, int limit);

    /** How many match, on every page together. */
    int count(Asked asked);

    /** Those that are there; an id that is none of ours is not. */
    List<? extends PublicResource> listByIds(Collection<String> ids);

    /** Where a search goes on after this resource. */
    default String position(PublicResource last) {
        return last.id();
    }
}
