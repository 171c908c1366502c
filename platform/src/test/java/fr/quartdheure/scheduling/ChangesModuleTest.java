package fr.quartdheure.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.scheduling.Changes.By;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangesModuleTest {

    private static final String OCCUPATIONS = "select count(*) from scheduling.occupation";

    private final Agenda agenda = new Agenda();
    private final Changes changes = agenda.get(Changes.class);

    @AfterEach
    void close() {
        agenda.close();
    }

    @Test
    void cancellingFreesTheSlot() {
        var slot = agenda.open(agenda.weekly()).get(4);
        var appointment = agenda.booked(slot, agenda.patient());
        assertThat(changes.cancel(appointment.id(), "patient", By.OWNER)).isInstanceOf(Cancelling.Cancelled.class);
        assertThat(agenda.isFree(slot)).isTrue();
        assertThat(agenda.count(OCCUPATIONS)).isZero();
        assertThat(agenda.events).contains(new AppointmentCancelled(appointment.id()));
        assertThat(changes.cancel(appointment.id(), "patient", By.OWNER)).isEqualTo(new Cancelling.NotActive());
        assertThat(changes.cancel(UUID.randomUUID(), "patient", By.OWNER)).isEqualTo(new Cancelling.NotActive());
    }

    @Test
    void theOwnerCancelsUntilTheCutOffAndTheFrontDeskAtAnyTime() {
        var slot = agenda.open(agenda.weekly()).get(4);
        var appointment = agenda.booked(slot, agenda.patient());
        agenda.clock.set(slot.start().minus(Duration.ofHours(24)).plusSeconds(1));
        assertThat(changes.cancel(appointment.id(), "patient", By.OWNER)).isEqualTo(new Cancelling.TooLate(24));
        assertThat(agenda.isFree(slot)).isFalse();
        agenda.clock.set(slot.start().minus(Duration.ofHours(24)));
        assertThat(changes.cancel(appointment.id(), "patient", By.OWNER)).isInstanceOf(Cancelling.Cancelled.class);
        var late = agenda.booked(slot, agenda.patient());
        agenda.clock.set(slot.start());
        assertThat(changes.cancel(late.id(), "practitioner", By.FRONT_DESK)).isInstanceOf(Cancelling.Cancelled.class);
    }

    @Test
    void aMoveTakesTheNewTimeAndGivesTheOldOneBack() {
        var slots = agenda.open(agenda.weekly());
        var elsewhere = agenda.open(agenda.weekly()).get(6);
        var appointment = agenda.booked(slots.get(4), agenda.patient());
        var moved = ((Moving.Moved) changes.move(appointment.id(), elsewhere.id(), By.OWNER)).appointment();
        assertThat(moved.start()).isEqualTo(elsewhere.start());
        assertThat(moved.practitionerId()).isEqualTo(elsewhere.practitionerId());
        assertThat(moved.sequence()).isEqualTo(appointment.sequence() + 1);
        assertThat(agenda.isFree(slots.get(4))).isTrue();
        assertThat(agenda.isFree(elsewhere)).isFalse();
        assertThat(agenda.count(OCCUPATIONS)).isEqualTo(3);
        assertThat(agenda.events).contains(new AppointmentMoved(appointment.id()));
    }

    @Test
    void anAppointmentMayMoveOntoPartOfItself() {
        var slots = agenda.open(agenda.weekly());
        var booked = (Booking.Booked)
                agenda.get(FrontDesk.class).book(slots.get(4).id(), agenda.patient(), "long-consultation");
        var moved = changes.move(booked.appointment().id(), slots.get(5).id(), By.FRONT_DESK);
        assertThat(moved).isInstanceOf(Moving.Moved.class);
        assertThat(slots.subList(4, 8)).extracting(agenda::isFree).containsExactly(true, false, false, true);
    }

    @Test
    void aRefusedMoveKeepsTheOldTime() {
        var slots = agenda.open(agenda.weekly());
        UUID patient = agenda.patient();
        var appointment = agenda.booked(slots.get(4), patient);
        agenda.booked(slots.get(5), agenda.patient());
        var taken = (Moving.Taken) changes.move(appointment.id(), slots.get(5).id(), By.OWNER);
        assertThat(taken.alternatives()).hasSize(3).allMatch(Slot::free);
        var elsewhere = agenda.open(agenda.weekly());
        agenda.booked(elsewhere.get(6), patient);
        assertThat(changes.move(appointment.id(), slots.get(6).id(), By.OWNER)).isEqualTo(new Moving.PatientBusy());
        var offline = agenda.open(agenda.weekly().offline()).get(4);
        assertThat(changes.move(appointment.id(), offline.id(), By.OWNER)).isEqualTo(new Moving.NotBookable());
        assertThat(changes.move(appointment.id(), UUID.randomUUID(), By.OWNER)).isEqualTo(new Moving.NotBookable());
        assertThat(agenda.get(Appointments.class).find(appointment.id())).contains(appointment);
        assertThat(agenda.isFree(slots.get(4))).isFalse();
        assertThat(agenda.isFree(slots.get(6))).isTrue();
    }

    @Test
    void theOwnerMovesUntilTheCutOff() {
        var slots = agenda.open(agenda.weekly());
        var appointment = agenda.booked(slots.get(0), agenda.patient());
        assertThat(changes.move(appointment.id(), slots.get(4).id(), By.OWNER)).isEqualTo(new Moving.TooLate(24));
        assertThat(changes.move(appointment.id(), slots.get(4).id(), By.FRONT_DESK))
                .isInstanceOf(Moving.Moved.class);
        changes.cancel(appointment.id(), "patient", By.FRONT_DESK);
        assertThat(changes.move(appointment.id(), slots.get(5).id(), By.FRONT_DESK))
                .isEqualTo(new Moving.NotActive());
    }

    @Test
    void twoAppointmentsSwapThroughAThirdTime() {
        var slots = agenda.open(agenda.weekly());
        var one = agenda.booked(slots.get(4), agenda.patient());
        var other = agenda.booked(slots.get(5), agenda.patient());
        assertThat(changes.move(one.id(), slots.get(5).id(), By.OWNER)).isInstanceOf(Moving.Taken.class);
        assertThat(changes.move(one.id(), slots.get(6).id(), By.OWNER)).isInstanceOf(Moving.Moved.class);
        assertThat(changes.move(other.id(), slots.get(4).id(), By.OWNER)).isInstanceOf(Moving.Moved.class);
        assertThat(changes.move(one.id(), slots.get(5).id(), By.OWNER)).isInstanceOf(Moving.Moved.class);
        assertThat(slots.subList(4, 8)).extracting(agenda::isFree).containsExactly(false, false, true, true);
        assertThat(agenda.count(OCCUPATIONS)).isEqualTo(6);
    }

    @Test
    void aMovePushesAsideAHoldThatRanOut() {
        var slots = agenda.open(agenda.weekly());
        var appointment = agenda.booked(slots.get(4), agenda.patient());
        agenda.held(slots.get(5), agenda.visitor());
        agenda.clock.advance(Duration.ofMinutes(10));
        assertThat(changes.move(appointment.id(), slots.get(5).id(), By.OWNER)).isInstanceOf(Moving.Moved.class);
    }
}
