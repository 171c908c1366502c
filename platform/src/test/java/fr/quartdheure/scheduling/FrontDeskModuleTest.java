package fr.quartdheure.scheduling;

import static fr.quartdheure.scheduling.AppointmentStatus.ARRIVED;
import static fr.quartdheure.scheduling.AppointmentStatus.BOOKED;
import static fr.quartdheure.scheduling.AppointmentStatus.CANCELLED;
import static fr.quartdheure.scheduling.AppointmentStatus.DONE;
import static fr.quartdheure.scheduling.AppointmentStatus.IN_CONSULTATION;
import static fr.quartdheure.scheduling.AppointmentStatus.NO_SHOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrontDeskModuleTest {

    private final Agenda agenda = new Agenda();
    private final FrontDesk desk = agenda.get(FrontDesk.class);

    @AfterEach
    void close() {
        agenda.close();
    }

    @Test
    void practitionerRoomAndPatientAreBookedInOneAct() {
        var slot = agenda.open(agenda.weekly().offline()).getFirst();
        UUID patient = agenda.patient();
        var appointment = agenda.booked(slot, patient);
        assertThat(appointment.status()).isEqualTo(BOOKED);
        assertThat(agenda.isFree(slot)).isFalse();
        assertThat(agenda.jdbc
                        .sql("select resource_kind from scheduling.occupation")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("practitioner", "room", "patient");
        assertThat(agenda.count("select count(*) from patient.known_at")).isEqualTo(1);
        assertThat(agenda.events).contains(new AppointmentBooked(appointment.id()), new AgendaChanged(agenda.site));
    }

    @Test
    void aTakenSlotComesWithWhatIsNear() {
        var slots = agenda.open(agenda.weekly());
        agenda.booked(slots.getFirst(), agenda.patient());
        var taken = (Booking.Taken) desk.book(slots.getFirst().id(), agenda.patient(), "consultation");
        assertThat(taken.alternatives())
                .extracting(Slot::id)
                .containsExactly(
                        slots.get(1).id(), slots.get(2).id(), slots.get(3).id());
        assertThat(agenda.count("select count(*) from scheduling.occupation")).isEqualTo(3);
    }

    @Test
    void aPatientIsInOnePlaceAtATime() {
        UUID patient = agenda.patient();
        agenda.booked(agenda.open(agenda.weekly()).getFirst(), patient);
        var elsewhere = agenda.open(agenda.weekly().step(30)).getFirst();
        assertThat(desk.book(elsewhere.id(), patient, "consultation")).isEqualTo(new Booking.PatientBusy());
        assertThat(agenda.isFree(elsewhere)).as("nothing is kept of a refusal").isTrue();
    }

    @Test
    void aRoomHoldsOneConsultationAtATime() {
        UUID room = agenda.room();
        var one = agenda.open(agenda.weekly(agenda.practitioner(), room)).getFirst();
        var other =
                agenda.open(agenda.weekly(agenda.practitioner(), room).step(30)).getFirst();
        agenda.booked(one, agenda.patient());
        assertThat(agenda.isFree(other)).isFalse();
        assertThat(desk.book(other.id(), agenda.patient(), "consultation")).isInstanceOf(Booking.Taken.class);
    }

    @Test
    void aHoldThatRanOutGivesWay() {
        var slot = agenda.open(agenda.weekly()).getFirst();
        agenda.held(slot, agenda.visitor());
        assertThat(desk.book(slot.id(), agenda.patient(), "consultation")).isInstanceOf(Booking.Taken.class);
        agenda.clock.advance(Duration.ofMinutes(10));
        assertThat(desk.book(slot.id(), agenda.patient(), "consultation")).isInstanceOf(Booking.Booked.class);
    }

    @Test
    void aSlotThatHasBegunMayBeBookedAndOneThatIsOverNot() {
        var slot = agenda.open(agenda.weekly()).getFirst();
        agenda.clock.set(slot.end());
        assertThat(desk.book(slot.id(), agenda.patient(), "consultation")).isEqualTo(new Booking.NotBookable());
        agenda.clock.set(slot.end().minusSeconds(1));
        assertThat(desk.book(slot.id(), agenda.patient(), "consultation")).isInstanceOf(Booking.Booked.class);
        assertThat(desk.book(UUID.randomUUID(), agenda.patient(), "consultation"))
                .isEqualTo(new Booking.NotBookable());
    }

    @Test
    void anUnknownReasonIsAnErrorAndBooksNothing() {
        var slot = agenda.open(agenda.weekly()).getFirst();
        assertThatThrownBy(() -> desk.book(slot.id(), agenda.patient(), "surgery"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surgery");
        assertThat(agenda.isFree(slot)).isTrue();
    }

    @Test
    void theDayGoesOnAndStepsBack() {
        var appointment = agenda.booked(agenda.open(agenda.weekly()).getFirst(), agenda.patient());
        UUID id = appointment.id();
        assertThat(desk.advance(id, DONE)).as("not before it began").isFalse();
        assertThat(desk.advance(id, ARRIVED)).isTrue();
        assertThat(find(id).arrivedAt()).isEqualTo(Agenda.NOW);
        assertThat(desk.advance(id, BOOKED)).as("a step back").isTrue();
        assertThat(find(id).arrivedAt()).isNull();
        desk.advance(id, ARRIVED);
        agenda.clock.advance(Duration.ofMinutes(5));
        assertThat(desk.advance(id, IN_CONSULTATION)).isTrue();
        assertThat(find(id).arrivedAt()).isEqualTo(Agenda.NOW);
        assertThat(find(id).startedAt()).isEqualTo(Agenda.NOW.plus(Duration.ofMinutes(5)));
        assertThat(desk.advance(id, DONE)).isTrue();
        assertThat(desk.advance(id, NO_SHOW)).isFalse();
        assertThat(desk.advance(id, IN_CONSULTATION)).as("a step back").isTrue();
        assertThat(desk.advance(id, ARRIVED)).isTrue();
        assertThat(find(id).startedAt()).isNull();
        assertThat(desk.advance(id, NO_SHOW)).isTrue();
        assertThat(desk.advance(id, CANCELLED)).isFalse();
        assertThat(desk.advance(UUID.randomUUID(), ARRIVED)).isFalse();
    }

    private Appointment find(UUID id) {
        return agenda.get(Appointments.class).find(id).orElseThrow();
    }

    @Test
    void whoHasAppointmentsCannotBeDeletedEvenWhenHerRulesAndSlotsAreGone() {
        var weekly = agenda.weekly();
        agenda.booked(agenda.open(weekly).getFirst(), agenda.patient());
        agenda.jdbc.sql("delete from scheduling.availability_rule").update();
        assertThat(agenda.count("select count(*) from scheduling.slot")).isZero();
        for (String table : List.of("practitioner", "room", "site")) {
            assertThatThrownBy(() ->
                            agenda.jdbc.sql("delete from directory." + table).update())
                    .hasMessageContaining("appointments refer to this " + table);
        }
        var idle = agenda.room();
        assertThat(agenda.jdbc
                        .sql("delete from directory.room where id = :id")
                        .param("id", idle)
                        .update())
                .isEqualTo(1);
    }
}
