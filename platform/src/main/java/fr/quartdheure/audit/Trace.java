package fr.quartdheure.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act on somebody's data. Publish it as a Spring event inside the act's transaction: both are kept or neither. Who
 * acts, and from which address, is read from the request.
 *
 * @param act the verb, such as "read" or "cancel"
 * @param subjectKind what the identifiers name, such as "patient" or "appointment"
 * @param role the role she acts in, or null for the roles of her account
 * @param organizationId the organisation she acts for, or null for that of her account
 */
public record Trace(
        String act,
        String subjectKind,
        List<UUID> subjectIds,
        @Nullable String reason,
        @Nullable String role,
        @Nullable UUID organizationId) {

    public Trace {
        if (act.isBlank() || subjectKind.isBlank()) {
            throw new IllegalArgumentException("a trace names its act and its subject: " + act + ", " + subjectKind);
        }
        subjectIds = List.copyOf(subjectIds);
    }

    public static Trace of(String act, String subjectKind, UUID... subjectIds) {
        return of(act, subjectKind, List.of(subjectIds));
    }

    public static Trace of(String act, String subjectKind, List<UUID> subjectIds) {
        return new Trace(act, subjectKind, subjectIds, null, null, null);
    }

    /** The same act with its reason. */
    public Trace because(@Nullable String why) {
        return new Trace(act, subjectKind, subjectIds, why, role, organizationId);
    }

    /** The same act, done in one role of several. */
    public Trace as(String actingRole, @Nullable UUID actingFor) {
        return new Trace(act, subjectKind, subjectIds, reason, actingRole, actingFor);
    }
}
