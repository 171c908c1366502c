package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of appointments. Acts on them are in {@link Holds}, {@link PublicBooking} and {@link FrontDesk}. */
@Repository
public class Appointments {

    private static final String FIND = """
            select * from scheduling.appointment where id = :id
            """;
    private static final String LIST_OF_SITES = """
            select * from scheduling.appointment
            where site_id = any (:sites::text[]::uuid[]) and start_at >= :from and start_at < :to
              and status not in ('held', 'expired', 'cancelled')
            order by start_at, practitioner_id
            """;
    private static final String LIST_OF_PRACTITIONER = """
            select * from scheduling.appointment
            where practitioner_id = :practitioner and start_at >= :from and start_at < :to
              and status not in ('held', 'expired', 'cancelled')
            order by start_at
            """;
    private static final String LIST_OF_PATIENT = """
            select * from scheduling.appointment
            where patient_id = :patient and status not in ('held', 'awaiting-code', 'expired')
            order by start_at desc limit 50
            """;
    private static final String LIST_TO_REMIND = """
            select * from scheduling.appointment
            where site_id = any (:sites::text[]::uuid[]) and start_at > :from and start_at <= :to
              and status not in ('held', 'expired', 'cancelled') and status = 'booked'
              and (reminder or origin in ('secretary', 'client'))
              and booked_at <= start_at - :known * interval '1 minute'
            order by start_at
            """;
    private static final String COUNT_AHEAD = """
            select count(*) from scheduling.appointment
            where contact_key = :contact and start_at > :now and status not in ('expired', 'cancelled')
            """;
    private static final String IDENTIFY = """
            update scheduling.appointment
            set status = 'awaiting-code', reason_code = :reason, patient_id = :patient, person_key = :person,
              contact_key = :contact, proof_id = :proof, on_behalf = :onBehalf, reminder = :reminder
            where id = :id and status = 'held'
            """;
    private static final String BOOK = """
            update scheduling.appointment
            set status = 'booked', expires_at = null, booked_at = :now, anonymous = false
            where id = :id and status = 'awaiting-code'
            """;
    private static final String CANCEL = """
            update scheduling.appointment
            set status = 'cancelled', cancel_reason = :reason, ended_at = :now, sequence = sequence + 1
            where id = :id and status in ('booked', 'arrived')
            """;
    private static final String REINSTATE = """
            update scheduling.appointment
            set status = 'booked', cancel_reason = null, ended_at = null, sequence = sequence + 1, overbooked = false
            where id = :id and status = 'cancelled'
            """;
    private static final String LIST_OF_SERIES = """
            select * from scheduling.appointment where series_id = :series order by start_at
            """;
    private static final String EXPIRE = """
            update scheduling.appointment
            set status = 'expired', expires_at = null, patient_id = null, contact_key = null, proof_id = null
            where id = :id and status in ('held', 'awaiting-code')
            """;
    private static final String LIST_EXPIRED = """
            select * from scheduling.appointment
            where status in ('held', 'awaiting-code') and expires_at <= :now
            order by expires_at limit 200
            """;
    private static final String ADVANCE = """
            update scheduling.appointment
            set status = :to,
              arrived_at = case when :to = 'booked' then null
                when :to = 'arrived' then coalesce(arrived_at, :now::timestamptz)
                else arrived_at end,
              started_at = case when :to in ('booked', 'arrived') then null
                when :to = 'in-consultation' then coalesce(started_at, :now::timestamptz) else started_at end,
              ended_at = case when :to in ('done', 'no-show') then :now::timestamptz else null end
            where id = :id and status = :from
            """;
    private static final String MOVE = """
            update scheduling.appointment
            set slot_id = :slot, practitioner_id = :practitioner, site_id = :site, room_id = :room,
              kind = :kind, mode = :mode, start_at = :start, end_at = :end, sequence = sequence + 1,
              overbooked = false
            where id = :id and status = 'booked'
            """;
    private static final String FORGET_EXPIRED = """
            delete from scheduling.appointment where status = 'expired' and created_at < :before
            """;

    private final JdbcClient jdbc;

    Appointments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Appointment> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Appointments::map).optional();
    }

    /** What the board of a site shows for a stretch of time: neither holds nor what was cancelled. */
    public List<Appointment> listOfSite(UUID siteId, Instant from, Instant to) {
        return listOfSites(List.of(siteId), from, to);
    }

    public List<Appointment> listOfSites(Collection<UUID> sites, Instant from, Instant to) {
        return jdbc.sql(LIST_OF_SITES)
                .param("sites", Sql.uuids(sites))
                .param("from", Sql.utc(from))
                .param("to", Sql.utc(to))
                .query(Appointments::map)
                .list();
    }

    public List<Appointment> listOfPractitioner(UUID practitionerId, Instant from, Instant to) {
        return jdbc.sql(LIST_OF_PRACTITIONER)
                .param("practitioner", practitionerId)
                .param("from", Sql.utc(from))
                .param("to", Sql.utc(to))
                .query(Appointments::map)
                .list();
    }

    public List<Appointment> listOfPatient(UUID patientId) {
        return jdbc.sql(LIST_OF_PATIENT)
                .param("patient", patientId)
                .query(Appointments::map)
                .list();
    }

    /**
     * Booked ones in a stretch of time whose patient accepted a reminder, on line or from whoever booked for her.
     *
     * @param known how long before its start an appointment must have been booked
     */
    public List<Appointment> listToRemind(Collection<UUID> sites, Instant from, Instant to, Duration known) {
        return jdbc.sql(LIST_TO_REMIND)
                .param("sites", Sql.uuids(sites))
                .param("from", Sql.utc(from))
                .param("to", Sql.utc(to))
                .param("known", known.toMinutes())
                .query(Appointments::map)
                .list();
    }

    int countAhead(String contactKey, Instant now) {
        return jdbc.sql(COUNT_AHEAD)
                .param("contact", contactKey)
                .param("now", Sql.utc(now))
                .query(Integer.class)
                .single();
    }

    List<Appointment> listExpired(Instant now) {
        return jdbc.sql(LIST_EXPIRED)
                .param("now", Sql.utc(now))
                .query(Appointments::map)
                .list();
    }

    boolean identify(UUID id, Owner owner) {
        return jdbc.sql(IDENTIFY)
                        .param("id", id)
                        .param("reason", owner.reason())
                        .param("patient", owner.patientId())
                        .param("person", owner.personKey())
                        .param("contact", owner.contactKey())
                        .param("proof", owner.proofId())
                        .param("onBehalf", owner.onBehalf())
                        .param("reminder", owner.reminder())
                        .update()
                == 1;
    }

    boolean book(UUID id, Instant now) {
        return jdbc.sql(BOOK).param("id", id).param("now", Sql.utc(now)).update() == 1;
    }

    boolean cancel(UUID id, String reason, Instant now) {
        return jdbc.sql(CANCEL)
                        .param("id", id)
                        .param("reason", reason)
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    boolean reinstate(UUID id) {
        return jdbc.sql(REINSTATE).param("id", id).update() == 1;
    }

    /** Those booked in one act, in order of time, whatever became of them. */
    public List<Appointment> listOfSeries(UUID seriesId) {
        return jdbc.sql(LIST_OF_SERIES)
                .param("series", seriesId)
                .query(Appointments::map)
                .list();
    }

    boolean expire(UUID id) {
        return jdbc.sql(EXPIRE).param("id", id).update() == 1;
    }

    boolean advance(UUID id, AppointmentStatus from, AppointmentStatus to, Instant now) {
        return jdbc.sql(ADVANCE)
                        .param("id", id)
                        .param("from", from.code())
                        .param("to", to.code())
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    boolean move(UUID id, Slot slot, Instant end) {
        return jdbc.sql(MOVE)
                        .param("id", id)
                        .param("slot", slot.id())
                        .param("practitioner", slot.practitionerId())
                        .param("site", slot.siteId())
                        .param("room", slot.roomId())
                        .param("kind", slot.kind().code())
                        .param("mode", slot.mode().code())
                        .param("start", Sql.utc(slot.start()))
                        .param("end", Sql.utc(end))
                        .update()
                == 1;
    }

    int forgetExpired(Instant before) {
        return jdbc.sql(FORGET_EXPIRED).param("before", Sql.utc(before)).update();
    }

    static Appointment map(ResultSet row, int number) throws SQLException {
        return new Appointment(
                row.getObject("id", UUID.class),
                row.getObject("slot_id", UUID.class),
                row.getObject("practitioner_id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getObject("room_id", UUID.class),
                row.getString("service_code"),
                row.getString("reason_code"),
                Kind.of(row.getString("kind")),
                Mode.of(row.getString("mode")),
                Sql.instant(row, "start_at"),
                Sql.instant(row, "end_at"),
                AppointmentStatus.of(row.getString("status")),
                row.getString("origin"),
                row.getObject("patient_id", UUID.class),
                row.getObject("person_key", UUID.class),
                row.getObject("proof_id", UUID.class),
                row.getString("visitor"),
                row.getBoolean("reminder"),
                Sql.instantOrNull(row, "expires_at"),
                Sql.instantOrNull(row, "arrived_at"),
                Sql.instantOrNull(row, "started_at"),
                row.getInt("sequence"),
                row.getBoolean("overbooked"),
                row.getObject("series_id", UUID.class));
    }

    /** Who a held appointment turns out to be for. */
    record Owner(
            UUID patientId,
            UUID personKey,
            String contactKey,
            UUID proofId,
            String reason,
            String onBehalf,
            boolean reminder) {}
}
