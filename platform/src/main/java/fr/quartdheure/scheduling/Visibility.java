package fr.quartdheure.scheduling;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Who is shown the free slots of a rule; nobody but the site's own secretaries when empty.
 *
 * @param cpts the CPTS that it is offered to; some exactly when they are among the audiences
 */
public record Visibility(Set<Audience> audiences, Set<UUID> cpts) {

    public static final Visibility PUBLIC = of(Audience.PUBLIC);
    public static final Visibility NOBODY = of();

    public Visibility {
        audiences = Set.copyOf(audiences);
        cpts = Set.copyOf(cpts);
        if (audiences.contains(Audience.CPTS) == cpts.isEmpty()) {
            throw new IllegalArgumentException("what a CPTS is shown names it: " + audiences + " " + cpts);
        }
    }

    public static Visibility of(Audience... audiences) {
        return new Visibility(Set.of(audiences), Set.of());
    }

    /** Shown to the regulators of these CPTS, and to the others named. */
    public static Visibility ofCpts(Collection<UUID> cpts, Audience... others) {
        var audiences = EnumSet.of(Audience.CPTS);
        audiences.addAll(Set.of(others));
        return new Visibility(audiences, Set.copyOf(cpts));
    }

    public boolean includes(Audience audience) {
        return audiences.contains(audience);
    }
}
