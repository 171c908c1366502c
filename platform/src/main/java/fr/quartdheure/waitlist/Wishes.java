package fr.quartdheure.waitlist;

import fr.quartdheure.database.Sql;
import fr.quartdheure.scheduling.Slot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of wishes, in the order in which they are served: urgency, then who asked first. */
@Repository
public class Wishes {

    private static final String PUT = """
            insert into waitlist.wish (appointment_id, patient_id, site_id, service_code, mode, practitioner_id,
              notice_minutes, earlier_than, asked_at)
            values (:appointment, :patient, :site, :service, :mode, :practitioner::uuid, :notice, :earlierThan, :now)
            on conflict (appointment_id) do update
              set practitioner_id = excluded.practitioner_id, notice_minutes = excluded.notice_minutes
            """;
    private static final String FIND = """
            select * from waitlist.wish where id = :id
            """;
    private static final String FIND_OF_APPOINTMENT = """
            select * from waitlist.wish where appointment_id = :appointment
            """;
    private static final String REMOVE = """
            delete from waitlist.wish where appointment_id = :appointment
            """;
    private static final String STILL_WAITS = """
            select 1 from waitlist.wish where id = :id for key share
            """;
    private static final String FOLLOW = """
            update waitlist.wish set earlier_than = :start where appointment_id = :appointment
            """;
    private static final String SET_URGENCY = """
            update waitlist.wish set urgency = :urgency where id = :id
            """;
    private static final String FORGET = """
            delete from waitlist.wish where earlier_than <= :now
            """;
    private static final String LIST_OF_SITE = """
            select * from waitlist.wish where site_id = :site and earlier_than > :now
            order by service_code, urgency desc, asked_at, id limit 500
            """;
    private static final String LIST_OF_PRACTITIONER = """
            select w.* from waitlist.wish w where w.practitioner_id = :practitioner and w.earlier_than > :now
            order by urgency desc, asked_at, id limit 200
            """;
    private static final String IS_AWAITED = """
            select exists (
              select from waitlist.wish where site_id = :site and service_code = :service and earlier_than > :start)
            """;
    // Whoever was told of this hour before, or thinks about another one, is passed over.
    private static final String LIST_IN_TURN = """
            select w.* from waitlist.wish w
            where w.site_id = :site and w.service_code = :service and w.mode = :mode
              and (w.practitioner_id is null or w.practitioner_id = :practitioner)
              and w.earlier_than > :start
              and :start::timestamptz >= :now::timestamptz + w.notice_minutes * interval '1 minute'
              and not exists (select from waitlist.offer o
                where o.wish_id = w.id and (o.slot_id = :slot or o.state = 'open'))
            order by w.urgency desc, w.asked_at, w.id
            limit :limit
            """;

    private final JdbcClient jdbc;

    Wishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a wish, or changes its conditions: its turn stays what it was. */
    void put(Wish wish, String mode) {
        jdbc.sql(PUT)
                .param("appointment", wish.appointmentId())
                .param("patient", wish.patientId())
                .param("site", wish.siteId())
                .param("service", wish.service())
                .param("mode", mode)
                .param("practitioner", wish.practitionerId())
                .param("notice", wish.noticeMinutes())
                .param("earlierThan", Sql.utc(wish.earlierThan()))
                .param("now", Sql.utc(wish.askedAt()))
                .update();
    }

    public Optional<Wish> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Wishes::map).optional();
    }

    public Optional<Wish> findOfAppointment(UUID appointmentId) {
        return jdbc.sql(FIND_OF_APPOINTMENT)
                .param("appointment", appointmentId)
                .query(Wishes::map)
                .optional();
    }

    boolean remove(UUID appointmentId) {
        return jdbc.sql(REMOVE).param("appointment", appointmentId).update() == 1;
    }

    /** False when it was removed meanwhile; otherwise it stays until the end of the transaction. */
    boolean stillWaits(UUID id) {
        return !jdbc.sql(STILL_WAITS)
                .param("id", id)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /** The appointment stands at another hour. */
    void follow(UUID appointmentId, Instant start) {
        jdbc.sql(FOLLOW)
                .param("appointment", appointmentId)
                .param("start", Sql.utc(start))
                .update();
    }

    void setUrgency(UUID id, int urgency) {
        jdbc.sql(SET_URGENCY).param("id", id).param("urgency", urgency).update();
    }

    void forget(Instant now) {
        jdbc.sql(FORGET).param("now", Sql.utc(now)).update();
    }

    /** Everybody who waits at a site, each service in its order. */
    public List<Wish> listOfSite(UUID siteId, Instant now) {
        return jdbc.sql(LIST_OF_SITE)
                .param("site", siteId)
                .param("now", Sql.utc(now))
                .query(Wishes::map)
                .list();
    }

    /** Those who wait for one practitioner and nobody else. */
    public List<Wish> listOfPractitioner(UUID practitionerId, Instant now) {
        return jdbc.sql(LIST_OF_PRACTITIONER)
                .param("practitioner", practitionerId)
                .param("now", Sql.utc(now))
                .query(Wishes::map)
                .list();
    }

    boolean isAwaited(Slot slot) {
        return jdbc.sql(IS_AWAITED)
                .param("site", slot.siteId())
                .param("service", slot.service())
                .param("start", Sql.utc(slot.start()))
                .query(Boolean.class)
                .single();
    }

    /** Those who may be asked whether they want this slot, the first in turn first. */
    List<Wish> listInTurn(Slot slot, Instant now, int limit) {
        return jdbc.sql(LIST_IN_TURN)
                .param("site", slot.siteId())
                .param("service", slot.service())
                .param("mode", slot.mode().code())
                .param("practitioner", slot.practitionerId())
                .param("start", Sql.utc(slot.start()))
                .param("now", Sql.utc(now))
                .param("slot", slot.id())
                .param("limit", limit)
                .query(Wishes::map)
                .list();
    }

    private static Wish map(ResultSet row, int number) throws SQLException {
        return new Wish(
                row.getObject("id", UUID.class),
                row.getObject("appointment_id", UUID.class),
                row.getObject("patient_id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getString("service_code"),
                row.getObject("practitioner_id", UUID.class),
                row.getInt("notice_minutes"),
                Sql.instant(row, "earlier_than"),
                row.getInt("urgency"),
                Sql.instant(row, "asked_at"));
    }
}
