package fr.quartdheure.visit;

import fr.quartdheure.database.Sql;
import fr.quartdheure.visit.VisitRequest.Resident;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of visits asked for. */
@Repository
public class VisitRequests {

    private static final String ADD = """
            insert into visit.request (id, organization_id, place_name, address, commune_code, lat, lon, phone, day,
              window_from, window_until, minutes, urgency, urgency_by, profession, practitioner_id, note)
            values (:id, :organization, :placeName, :address, :commune, :lat, :lon, :phone, :day,
              :from, :until, :minutes, :urgency, :urgencyBy, :profession, :practitioner, :note)
            """;
    private static final String CHANGE = """
            update visit.request set place_name = :placeName, address = :address, commune_code = :commune, lat = :lat,
              lon = :lon, phone = :phone, day = :day, window_from = :from, window_until = :until, minutes = :minutes,
              urgency = :urgency, urgency_by = :urgencyBy, profession = :profession, practitioner_id = :practitioner,
              note = :note, unfitted = null
            where id = :id and organization_id = :organization and cancelled_at is null
            """;
    private static final String ADD_RESIDENTS = """
            insert into visit.resident (request_id, patient_id, position)
            select :request, p.id, p.position
            from unnest(:patients::text[]::uuid[]) with ordinality as p (id, position)
            on conflict (request_id, patient_id) do update set position = excluded.position
            """;
    private static final String DROP_RESIDENTS = """
            delete from visit.resident where request_id = :request and patient_id <> all (:patients::text[]::uuid[])
            """;
    private static final String CANCEL = """
            update visit.request set cancelled_at = :now, cancel_reason = :reason
            where id = :id and cancelled_at is null
            """;
    private static final String SEE = """
            update visit.resident set seen_at = :at::timestamptz where request_id = :request and patient_id = :patient
            """;
    private static final String SET_UNFITTED = """
            update visit.request r set unfitted = n.reason
            from unnest(:ids::text[]::uuid[], :reasons::text[]) as n (id, reason) where r.id = n.id
            """;
    private static final String SET_DAY = """
            update visit.request set day = :day, unfitted = null where id = :id
            """;
    private static final String BY_IDS = """
            select * from visit.request where id = any (:ids::text[]::uuid[]) order by created_at, id
            """;
    private static final String LAST_OF = """
            select r.* from visit.request r join visit.resident v on v.request_id = r.id
            where v.patient_id = :patient and r.organization_id = :organization
            order by r.created_at desc, r.id limit 1
            """;
    private static final String WAITING = """
            select r.* from visit.request r
            where r.organization_id = :organization and r.cancelled_at is null
              and (r.day = :day or r.day is null or r.day < :day)
              and not exists (select from visit.stop s where s.request_id = r.id)
            order by r.day nulls last, r.window_until, r.created_at, r.id
            """;
    private static final String RESIDENTS = """
            select request_id, patient_id, seen_at from visit.resident
            where request_id = any (:ids::text[]::uuid[]) order by request_id, position
            """;

    private final JdbcClient jdbc;

    VisitRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, UUID organizationId, Wanted wanted, List<UUID> patients) {
        write(ADD, id, organizationId, wanted);
        setResidents(id, patients);
    }

    boolean change(UUID id, UUID organizationId, Wanted wanted, List<UUID> patients) {
        boolean there = write(CHANGE, id, organizationId, wanted) == 1;
        if (there) {
            jdbc.sql(DROP_RESIDENTS)
                    .param("request", id)
                    .param("patients", Sql.uuids(patients))
                    .update();
            setResidents(id, patients);
        }
        return there;
    }

    private void setResidents(UUID id, List<UUID> patients) {
        jdbc.sql(ADD_RESIDENTS)
                .param("request", id)
                .param("patients", Sql.uuids(patients))
                .update();
    }

    private int write(String sql, UUID id, UUID organizationId, Wanted wanted) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("organization", organizationId)
                .param("placeName", wanted.placeName())
                .param("address", wanted.address())
                .param("commune", wanted.communeCode())
                .param("lat", wanted.lat())
                .param("lon", wanted.lon())
                .param("phone", wanted.phone())
                .param("day", wanted.day())
                .param("from", wanted.from())
                .param("until", wanted.until())
                .param("minutes", wanted.minutes())
                .param("urgency", wanted.urgency().code())
                .param("urgencyBy", wanted.urgencyBy())
                .param("profession", wanted.profession())
                .param("practitioner", wanted.practitionerId())
                .param("note", wanted.note())
                .update();
    }

    boolean cancel(UUID id, String reason, Instant now) {
        return jdbc.sql(CANCEL)
                        .param("id", id)
                        .param("reason", reason)
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    /** @param at when the visitor saw her; null takes it back */
    boolean see(UUID id, UUID patientId, @Nullable Instant at) {
        return jdbc.sql(SEE)
                        .param("request", id)
                        .param("patient", patientId)
                        .param("at", at == null ? null : Sql.utc(at))
                        .update()
                == 1;
    }

    void setDay(UUID id, LocalDate day) {
        jdbc.sql(SET_DAY).param("id", id).param("day", day).update();
    }

    /** Keeps why each of these was not fitted; null for those that were. */
    void setUnfitted(Map<UUID, Optional<Unfit>> reasons) {
        var ids = new ArrayList<>(reasons.keySet());
        jdbc.sql(SET_UNFITTED)
                .param("ids", Sql.uuids(ids))
                .param(
                        "reasons",
                        ids.stream()
                                .map(id -> reasons.getOrDefault(id, Optional.empty())
                                        .map(Unfit::code)
                                        .orElse(null))
                                .toArray(String[]::new))
                .update();
    }

    public Optional<VisitRequest> find(UUID id) {
        return Optional.ofNullable(listByIds(List.of(id)).get(id));
    }

    /** What was last asked for somebody, so that her address is not typed twice. */
    public Optional<VisitRequest> findLastOf(UUID patientId, UUID organizationId) {
        return read(jdbc.sql(LAST_OF)
                        .param("patient", patientId)
                        .param("organization", organizationId)
                        .query(VisitRequests::row)
                        .list())
                .stream()
                .findFirst();
    }

    public Map<UUID, VisitRequest> listByIds(Collection<UUID> ids) {
        return read(jdbc.sql(BY_IDS)
                        .param("ids", Sql.uuids(ids))
                        .query(VisitRequests::row)
                        .list())
                .stream()
                .collect(Collectors.toMap(VisitRequest::id, one -> one));
    }

    /** Those in no round: of this day, of earlier days, and of no day yet, in this order of urgency to decide. */
    List<VisitRequest> listWaiting(UUID organizationId, LocalDate day) {
        return read(jdbc.sql(WAITING)
                .param("organization", organizationId)
                .param("day", day)
                .query(VisitRequests::row)
                .list());
    }

    private List<VisitRequest> read(List<Row> rows) {
        Map<UUID, List<Resident>> residents = new HashMap<>();
        jdbc.sql(RESIDENTS)
                .param("ids", Sql.uuids(rows.stream().map(Row::id).toList()))
                .query(row -> {
                    residents
                            .computeIfAbsent(row.getObject("request_id", UUID.class), id -> new ArrayList<>())
                            .add(new Resident(
                                    row.getObject("patient_id", UUID.class), Sql.instantOrNull(row, "seen_at")));
                });
        return rows.stream()
                .map(row -> new VisitRequest(
                        row.id(),
                        row.organizationId(),
                        row.wanted(),
                        residents.getOrDefault(row.id(), List.of()),
                        row.unfitted() == null ? null : Unfit.of(row.unfitted()),
                        row.cancelReason()))
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                wanted(row),
                row.getString("unfitted"),
                row.getString("cancel_reason"));
    }

    private static Wanted wanted(ResultSet row) throws SQLException {
        return new Wanted(
                row.getString("place_name"),
                row.getString("address"),
                row.getString("commune_code"),
                row.getObject("lat", Double.class),
                row.getObject("lon", Double.class),
                row.getString("phone"),
                row.getObject("day", LocalDate.class),
                row.getObject("window_from", LocalTime.class),
                row.getObject("window_until", LocalTime.class),
                row.getInt("minutes"),
                Urgency.find(row.getString("urgency")).orElseThrow(),
                row.getObject("urgency_by", UUID.class),
                row.getString("profession"),
                row.getObject("practitioner_id", UUID.class),
                row.getString("note"));
    }

    private record Row(
            UUID id,
            UUID organizationId,
            Wanted wanted,
            @Nullable String unfitted,
            @Nullable String cancelReason) {}
}
