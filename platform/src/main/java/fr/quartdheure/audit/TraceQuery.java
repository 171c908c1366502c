package fr.quartdheure.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which traces an auditor asks for.
 *
 * @param organizations those that she answers for; what was done for none of them is hers to see only with a person
 * @param personId somebody whom one of them knows
 * @param from included
 * @param to excluded
 * @param before only traces older than this one, to page on
 */
public record TraceQuery(
        Set<UUID> organizations,
        @Nullable UUID personId,
        @Nullable UUID accountId,
        @Nullable String act,
        Instant from,
        Instant to,
        @Nullable Long before) {

    public TraceQuery {
        organizations = Set.copyOf(organizations);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("traces from " + from + " to " + to + ": nothing lies between");
        }
    }

    public TraceQuery olderThan(long id) {
        return new TraceQuery(organizations, personId, accountId, act, from, to, id);
    }
}
