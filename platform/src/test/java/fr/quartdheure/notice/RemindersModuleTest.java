package fr.quartdheure.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.patient.Sex;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Booking;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.Changes.By;
import fr.quartdheure.scheduling.FrontDesk;
import fr.quartdheure.support.RunningPlatform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Messages of the day before, in the outbox of a demonstration. */
class RemindersModuleTest extends RunningPlatform {

    private static final String FREE = """
            select id from scheduling.slot
            where free and online and kind = 'scheduled' and mode = 'on-site' and service_code = 'general-practice'
              and bookable_from <= now() and start_at > now() + interval '3 days'
            order by start_at desc limit 1
            """;
    private static final String BRING_NEAR = """
            update scheduling.appointment
            set start_at = now() + :hours * interval '1 hour', end_at = now() + (:hours + 1) * interval '1 hour',
              booked_at = now() - :booked * interval '1 hour'
            where id = :id
            """;
    private static final String TOLD = """
            select count(*) from notice.message where purpose = 'reminder' and appointment_id = :id
            """;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Reminders reminders;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private FrontDesk frontDesk;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Changes changes;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Patients patients;

    private Appointment mine;

    @BeforeEach
    void book() {
        UUID slot = jdbc.sql(FREE).query(UUID.class).single();
        UUID id = patients.add(
                        new Identity("Ribes", "Zoé", LocalDate.parse("1990-04-01"), Sex.FEMALE),
                        "zoe.ribes@example.org",
                        null,
                        "secretary")
                .id();
        mine = ((Booking.Booked) frontDesk.book(slot, id, "consultation")).appointment();
    }

    @AfterEach
    void leave() {
        changes.cancel(mine.id(), "mistake", By.FRONT_DESK);
    }

    @Test
    void theDayBeforeAPatientIsRemindedOnceOfAnHour() {
        reminders.remindAll(Instant.now());
        assertThat(told()).as("days ahead").isZero();
        bringNear(20, 72);
        reminders.remindAll(Instant.now());
        reminders.remindAll(Instant.now());
        assertThat(told()).isEqualTo(1);
        assertThat(browser().get("/demo/messages").body()).contains("Rappel", "/manage?to=cancel#");
        bringNear(22, 72);
        reminders.remindAll(Instant.now());
        assertThat(told()).as("of its new hour").isEqualTo(2);
    }

    @Test
    void whoeverBookedYesterdayOrIsOnHerWayIsLeftAlone() {
        bringNear(20, 1);
        reminders.remindAll(Instant.now());
        bringNear(2, 72);
        reminders.remindAll(Instant.now());
        assertThat(told()).isZero();
    }

    private void bringNear(int hours, int booked) {
        jdbc.sql(BRING_NEAR)
                .param("hours", hours)
                .param("booked", booked)
                .param("id", mine.id())
                .update();
    }

    private long told() {
        return jdbc.sql(TOLD).param("id", mine.id()).query(Long.class).single();
    }
}
