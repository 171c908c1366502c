package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appointments as other software reads them: cancelled ones too, holds never. */
@Repository
public class AppointmentVersions {

    private static final String FIND = """
            select * from scheduling.appointment
            where id = :id and site_id = any (:sites::text[]::uuid[])
              and status not in ('held', 'awaiting-code', 'expired')
            """;
    private static final String LIST = """
            select * from scheduling.appointment
            where site_id = any (:sites::text[]::uuid[]) and status not in ('held', 'awaiting-code', 'expired')
              and (:ids::text[] is null or id = any (:ids::text[]::uuid[]))
              and (:patients::text[] is null or patient_id = any (:patients::text[]::uuid[]))
              and (:practitioners::text[] is null or practitioner_id = any (:practitioners::text[]::uuid[]))
              and (:statuses::text[] is null or status = any (:statuses::text[]))
              and start_at >= :from and start_at < :to
              and changed_at >= :changedFrom and changed_at < :changedTo
              and (:afterStart::timestamptz is null or (start_at, id) > (:afterStart::timestamptz, :afterId::uuid))
            order by start_at, id
            limit :limit
            """;

    private final JdbcClient jdbc;

    AppointmentVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty too when it stands at another site. */
    public Optional<AppointmentVersion> find(UUID id, Collection<UUID> sites) {
        return jdbc.sql(FIND)
                .param("id", id)
                .param("sites", Sql.uuids(sites))
                .query(AppointmentVersions::map)
                .optional();
    }

    /** In order of their start. */
    public List<AppointmentVersion> list(Collection<UUID> sites, Wanted wanted, @Nullable After after, int limit) {
        return jdbc.sql(LIST)
                .param("sites", Sql.uuids(sites))
                .param("ids", uuids(wanted.ids()))
                .param("patients", uuids(wanted.patients()))
                .param("practitioners", uuids(wanted.practitioners()))
                .param("statuses", statuses(wanted.statuses()))
                .param("from", Sql.utc(wanted.starts().from()))
                .param("to", Sql.utc(wanted.starts().to()))
                .param("changedFrom", Sql.utc(wanted.changed().from()))
                .param("changedTo", Sql.utc(wanted.changed().to()))
                .param("afterStart", after == null ? null : Sql.utc(after.start()))
                .param("afterId", after == null ? null : after.id())
                .param("limit", limit)
                .query(AppointmentVersions::map)
                .list();
    }

    private static String @Nullable [] uuids(@Nullable Collection<UUID> ids) {
        return ids == null ? null : Sql.uuids(ids);
    }

    private static String @Nullable [] statuses(@Nullable Set<AppointmentStatus> statuses) {
        return statuses == null
                ? null
                : statuses.stream().map(AppointmentStatus::code).toArray(String[]::new);
    }

    private static AppointmentVersion map(ResultSet row, int number) throws SQLException {
        return new AppointmentVersion(
                Appointments.map(row, number),
                row.getInt("version"),
                Sql.instant(row, "changed_at"),
                Sql.instant(row, "created_at"),
                row.getString("cancel_reason"));
    }

    /** What is asked for; null does not narrow. */
    public record Wanted(
            @Nullable Collection<UUID> ids,
            @Nullable Collection<UUID> patients,
            @Nullable Collection<UUID> practitioners,
            @Nullable Set<AppointmentStatus> statuses,
            Stretch starts,
            Stretch changed) {}

    /** From an instant on, up to another, which is not in it. */
    public record Stretch(Instant from, Instant to) {

        public static final Stretch ALL =
                new Stretch(Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("2200-01-01T00:00:00Z"));
    }

    /** The last one of the page before. */
    public record After(Instant start, UUID id) {}
}
