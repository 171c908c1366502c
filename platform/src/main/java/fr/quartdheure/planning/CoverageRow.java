package fr.quartdheure.planning;

import java.util.Locale;

/**
 * How near some inhabitants are to one kind of care, by one measure.
 *
 * @param known whether anybody imported where this care is given; if not, what is covered says nothing
 */
public record CoverageRow(Measure measure, CareKind care, Covered covered, boolean known) {

    /** What there must be at a site for it to count. */
    public enum Measure {
        /** It gives this care. */
        STANDING,
        /** Somebody can be seen there within two days. */
        FREE_ON_SITE,
        /** A doctor can be seen from its booth within two days. */
        FREE_AT_BOOTH;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
