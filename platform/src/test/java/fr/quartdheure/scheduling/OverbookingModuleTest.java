package fr.quartdheure.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.scheduling.Changes.By;
import fr.quartdheure.scheduling.FrontDesk.Extra;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody put beside what stands there, and what an appointment takes besides the usual. */
class OverbookingModuleTest {

    private final Agenda agenda = new Agenda();
    private final FrontDesk desk = agenda.get(FrontDesk.class);
    private final Changes changes = agenda.get(Changes.class);
    private List<Slot> slots = List.of();

    @BeforeEach
    void open() {
        slots = agenda.open(agenda.weekly());
    }

    @AfterEach
    void close() {
        agenda.close();
    }

    @Test
    void everythingInTheWayIsToldBeforeAnybodyDecides() {
        Appointment first = agenda.booked(slots.getFirst(), agenda.patient());
        UUID busy = agenda.patient();
        Appointment elsewhere = agenda.booked(agenda.open(agenda.weekly()).getFirst(), busy);
        var kinds = desk.conflicts(slots.getFirst(), busy, "consultation").stream()
                .map(one -> one.kind() + " " + one.appointmentId())
                .toList();
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "PRACTITIONER " + first.id(), "ROOM " + first.id(), "PATIENT " + elsewhere.id());
        assertThat(desk.conflicts(slots.get(1), agenda.patient(), "consultation"))
                .isEmpty();
    }

    @Test
    void aSecondPersonStandsBesideTheFirstAndTakesOverWhatSheLeaves() {
        Appointment first = agenda.booked(slots.getFirst(), agenda.patient());
        UUID patient = agenda.patient();
        Appointment second = overbooked(slots.getFirst(), patient);
        assertThat(second.overbooked()).isTrue();
        assertThat(occupied(second)).as("her own time is hers").isEqualTo(1);
        assertThat(agenda.get(FrontDesk.class).book(slots.getFirst().id(), agenda.patient(), "consultation"))
                .isInstanceOf(Booking.Taken.class);
        changes.cancel(first.id(), "patient", By.FRONT_DESK);
        assertThat(occupied(second)).isEqualTo(3);
        assertThat(agenda.get(Appointments.class)
                        .find(second.id())
                        .orElseThrow()
                        .overbooked())
                .isFalse();
        assertThat(agenda.isFree(slots.getFirst())).isFalse();
        changes.cancel(second.id(), "patient", By.FRONT_DESK);
        assertThat(agenda.isFree(slots.getFirst())).isTrue();
        assertThat(agenda.count("select count(*) from scheduling.occupation")).isZero();
    }

    @Test
    void whereNothingStandsItIsAnOrdinaryAppointment() {
        Appointment only = overbooked(slots.getFirst(), agenda.patient());
        assertThat(only.overbooked()).isFalse();
        assertThat(occupied(only)).isEqualTo(3);
    }

    @Test
    void aSecondPractitionerAndARoomAreTakenTogetherOrNotAtAll() {
        List<Slot> others = agenda.open(agenda.weekly());
        UUID room = agenda.room();
        UUID patient = agenda.patient();
        var both = List.of(
                new Extra(Participant.Kind.PRACTITIONER, others.getFirst().practitionerId()),
                new Extra(Participant.Kind.ROOM, room));
        var booked = (Booking.Booked) desk.book(slots.getFirst().id(), patient, "consultation", both);
        assertThat(occupied(booked.appointment())).isEqualTo(5);
        assertThat(agenda.isFree(others.getFirst())).isFalse();
        assertThat(agenda.get(BusyTimes.class)
                        .occupied(List.of(room, agenda.room()), slots.getFirst().period()))
                .isEqualTo(Set.of(room));
        Slot taken = agenda.open(agenda.weekly()).getFirst();
        assertThat(desk.book(taken.id(), agenda.patient(), "consultation", both))
                .as("the second practitioner is busy")
                .isInstanceOf(Booking.Taken.class);
        assertThat(agenda.isFree(taken)).isTrue();
    }

    @Test
    void whoTakesPartMovesAlongAndIsFreeAgainWhenItIsCancelled() {
        List<Slot> others = agenda.open(agenda.weekly());
        var second = List.of(
                new Extra(Participant.Kind.PRACTITIONER, others.getFirst().practitionerId()));
        var booked = (Booking.Booked) desk.book(slots.getFirst().id(), agenda.patient(), "consultation", second);
        UUID id = booked.appointment().id();
        agenda.booked(others.get(2), agenda.patient());
        assertThat(changes.move(id, slots.get(2).id(), By.FRONT_DESK))
                .as("the second practitioner has somebody then")
                .isInstanceOf(Moving.Taken.class);
        assertThat(changes.move(id, slots.get(1).id(), By.FRONT_DESK)).isInstanceOf(Moving.Moved.class);
        assertThat(agenda.isFree(others.getFirst())).isTrue();
        assertThat(agenda.isFree(others.get(1))).isFalse();
        changes.cancel(id, "patient", By.FRONT_DESK);
        assertThat(agenda.isFree(others.get(1))).isTrue();
        assertThat(changes.reinstate(id)).isInstanceOf(Moving.Moved.class);
        assertThat(agenda.isFree(others.get(1))).isFalse();
    }

    private Appointment overbooked(Slot slot, UUID patient) {
        return ((Booking.Booked) desk.overbook(slot.id(), patient, "consultation", "urgent")).appointment();
    }

    private int occupied(Appointment appointment) {
        return agenda.jdbc
                .sql("select count(*) from scheduling.occupation where appointment_id = :id")
                .param("id", appointment.id())
                .query(Integer.class)
                .single();
    }
}
