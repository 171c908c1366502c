package fr.quartdheure.audit;

import fr.quartdheure.database.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One trace as it stands in the database.
 *
 * @param at to the microsecond
 * @param accountId who acted: an account, or other software; null for the public and the platform itself
 * @param role a code, or several joined with "+"
 */
public record Recorded(
        long id,
        Instant at,
        @Nullable UUID accountId,
        String role,
        @Nullable UUID organizationId,
        String act,
        String subjectKind,
        List<UUID> subjectIds,
        @Nullable String reason,
        @Nullable String address) {

    public Recorded {
        subjectIds = List.copyOf(subjectIds);
    }

    /**
     * The bytes that its hash is made of, without which two traces could be told apart and hash alike: each field as
     * its length in bytes, ":", itself and ","; "-," for one that is null. Documented in docs/security.md, so that
     * others can compute it.
     */
    byte[] canonical(long position) {
        var text = new StringBuilder(256);
        field(text, Long.toString(position));
        field(text, Long.toString(id));
        field(text, Long.toString(microseconds()));
        field(text, accountId);
        field(text, role);
        field(text, organizationId);
        field(text, act);
        field(text, subjectKind);
        field(text, subjectIds.stream().map(UUID::toString).collect(Collectors.joining(" ")));
        field(text, reason);
        field(text, address);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** From all columns of the table. */
    static Recorded map(ResultSet row) throws SQLException {
        return new Recorded(
                row.getLong("id"),
                Sql.instant(row, "at"),
                row.getObject("account_id", UUID.class),
                row.getString("role"),
                row.getObject("organization_id", UUID.class),
                row.getString("act"),
                row.getString("subject_kind"),
                Arrays.asList((UUID[]) row.getArray("subject_ids").getArray()),
                row.getString("reason"),
                row.getString("address"));
    }

    private long microseconds() {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static void field(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append("-,");
            return;
        }
        String told = value.toString();
        text.append(told.getBytes(StandardCharsets.UTF_8).length).append(':').append(told);
        text.append(',');
    }
}
