package fr.quartdheure.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.patient.Sex;
import fr.quartdheure.scheduling.Agenda;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Booking;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.Changes.By;
import fr.quartdheure.scheduling.FrontDesk;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.waitlist.Waitlist.Asking;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mondays from 9:00 to 10:00 of one practitioner: four slots a week, the first today. */
class WaitlistModuleTest {

    private final Agenda agenda = new Agenda("fr.quartdheure.waitlist");
    private final Waitlist waitlist = agenda.get(Waitlist.class);
    private final Offering offering = agenda.get(Offering.class);
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
    void aFreedHourIsOfferedInTurnAndTheNextIsAskedWhenSomebodyDeclines() {
        Appointment early = agenda.booked(slots.get(4), agenda.patient());
        Appointment first = waiting(slots.get(8));
        Appointment second = waiting(slots.get(9));
        cancel(early);
        assertThat(waitlist.openOffer(first.id()))
                .hasValueSatisfying(offer ->
                        assertThat(offer.slotId()).isEqualTo(slots.get(4).id()));
        assertThat(waitlist.openOffer(second.id())).isEmpty();
        assertThat(agenda.isFree(slots.get(4))).as("nobody else can take it").isFalse();

        assertThat(waitlist.decline(first.id())).isEqualTo(new Answer.Declined());
        offering.sweep();
        assertThat(waitlist.openOffer(first.id())).isEmpty();
        assertThat(waitlist.openOffer(second.id())).isPresent();

        assertThat(waitlist.accept(second.id())).isInstanceOf(Answer.Taken.class);
        assertThat(at(second)).isEqualTo(slots.get(4).start());
        assertThat(agenda.isFree(slots.get(9))).isTrue();
        assertThat(agenda.get(Wishes.class).findOfAppointment(second.id())).isEmpty();
        assertThat(agenda.get(Wishes.class).findOfAppointment(first.id()))
                .as("whoever declined waits on")
                .isPresent();
    }

    @Test
    void silenceForAQuarterOfAnHourPassesItOnAndNobodyIsToldTwice() {
        Appointment early = agenda.booked(slots.get(4), agenda.patient());
        Appointment first = waiting(slots.get(8));
        Appointment second = waiting(slots.get(9));
        cancel(early);
        agenda.clock.advance(Offering.TO_ANSWER);
        assertThat(waitlist.accept(first.id())).isEqualTo(new Answer.TooLate());
        offering.sweep();
        assertThat(waitlist.openOffer(second.id())).isPresent();
        agenda.clock.advance(Offering.TO_ANSWER);
        offering.sweep();
        assertThat(waitlist.openOffer(first.id())).isEmpty();
        assertThat(agenda.isFree(slots.get(4))).as("now it is everybody's").isTrue();
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void theMoreUrgentIsAskedFirst() {
        Appointment early = agenda.booked(slots.get(4), agenda.patient());
        Appointment first = waiting(slots.get(8));
        Appointment urgent = waiting(slots.get(9));
        waitlist.setUrgency(wish(urgent).id(), 2);
        cancel(early);
        assertThat(waitlist.openOffer(urgent.id())).isPresent();
        assertThat(waitlist.openOffer(first.id())).isEmpty();
        assertThatThrownBy(() -> waitlist.setUrgency(wish(first).id(), 4))
                .hasMessageContaining("urgency 4 is not between 0 and 3");
    }

    @Test
    void theHourLeftByWhoeverMovedIsOfferedToo() {
        Appointment early = agenda.booked(slots.get(4), agenda.patient());
        Appointment first = waiting(slots.get(8));
        Appointment last = waiting(slots.get(12));
        cancel(early);
        waitlist.accept(first.id());
        offering.sweep();
        assertThat(waitlist.openOffer(last.id()))
                .hasValueSatisfying(offer ->
                        assertThat(offer.slotId()).isEqualTo(slots.get(8).id()));
    }

    @Test
    void onlyAnHourThatFitsIsOffered() {
        Slot elsewhere = agenda.open(agenda.weekly()).get(4);
        Appointment other = agenda.booked(elsewhere, agenda.patient());
        Appointment today = agenda.booked(slots.get(0), agenda.patient());
        Appointment mine = waiting(slots.get(8));
        waitlist.ask(mine.id(), true, 24 * 60);
        cancel(other);
        assertThat(waitlist.openOffer(mine.id())).as("another practitioner").isEmpty();
        cancel(today);
        assertThat(waitlist.openOffer(mine.id())).as("an hour from now").isEmpty();
        cancel(agenda.booked(slots.get(12), agenda.patient()));
        assertThat(waitlist.openOffer(mine.id())).as("later than hers").isEmpty();
        cancel(agenda.booked(slots.get(4), agenda.patient()));
        assertThat(waitlist.openOffer(mine.id())).isPresent();
    }

    @Test
    void aReasonThatIsTooLongIsPassedOver() {
        agenda.booked(slots.get(6), agenda.patient());
        Appointment early = agenda.booked(slots.get(5), agenda.patient());
        var booking = (Booking.Booked)
                agenda.get(FrontDesk.class).book(slots.get(8).id(), agenda.patient(), "long-consultation");
        waitlist.ask(booking.appointment().id(), false, 60);
        Appointment brief = waiting(slots.get(12));
        cancel(early);
        assertThat(waitlist.openOffer(booking.appointment().id())).isEmpty();
        assertThat(waitlist.openOffer(brief.id())).isPresent();
    }

    @Test
    void nobodyIsWokenAtNight() {
        Appointment early = agenda.booked(slots.get(4), agenda.patient());
        Appointment mine = waiting(slots.get(8));
        agenda.clock.set(Agenda.at(Agenda.MONDAY, "20:00"));
        cancel(early);
        assertThat(told()).isZero();
        agenda.clock.set(Agenda.at(Agenda.MONDAY.plusDays(1), "08:00"));
        offering.sweep();
        assertThat(waitlist.openOffer(mine.id())).isPresent();
    }

    @Test
    void whoeverCancelsOrWithdrawsLeavesHerOfferToTheNext() {
        Appointment early = agenda.booked(slots.get(4), agenda.patient());
        Appointment first = waiting(slots.get(8));
        Appointment second = waiting(slots.get(9));
        cancel(early);
        cancel(first);
        assertThat(waitlist.openOffer(second.id())).isPresent();
        assertThat(waitlist.withdraw(second.id())).isTrue();
        assertThat(waitlist.withdraw(second.id())).isFalse();
        offering.sweep();
        assertThat(agenda.isFree(slots.get(4))).isTrue();
    }

    @Test
    void aWishFollowsAnAppointmentThatMoves() {
        Appointment mine = waiting(slots.get(12));
        changes.move(mine.id(), slots.get(5).id(), By.OWNER);
        cancel(agenda.booked(slots.get(8), agenda.patient()));
        assertThat(waitlist.openOffer(mine.id())).as("later than it now stands").isEmpty();
        cancel(agenda.booked(slots.get(4), agenda.patient()));
        assertThat(waitlist.openOffer(mine.id())).isPresent();
    }

    @Test
    void somebodyWhoIsElsewhereThenKeepsHerOldHour() {
        UUID patient = agenda.patient();
        Appointment early = agenda.booked(slots.get(4), agenda.patient());
        Appointment mine = agenda.booked(slots.get(8), patient);
        waitlist.ask(mine.id(), false, 60);
        agenda.clock.advance(Duration.ofSeconds(1));
        Appointment next = waiting(slots.get(9));
        agenda.booked(agenda.open(agenda.weekly()).get(4), patient);
        cancel(early);
        assertThat(waitlist.accept(mine.id())).isEqualTo(new Answer.Busy());
        assertThat(at(mine)).isEqualTo(slots.get(8).start());
        offering.sweep();
        assertThat(waitlist.openOffer(next.id())).isPresent();
    }

    @Test
    void whoeverCannotBeToldIsRefused() {
        UUID silent = agenda.get(Patients.class)
                .add(new Identity("Ribes", "Paul", LocalDate.parse("1950-01-02"), Sex.MALE), null, null, "secretary")
                .id();
        Appointment mine = agenda.booked(slots.get(8), silent);
        assertThat(waitlist.ask(mine.id(), false, 60)).isEqualTo(Asking.NO_CONTACT);
        assertThat(waitlist.ask(UUID.randomUUID(), false, 60)).isEqualTo(Asking.NOT_BOOKED);
        assertThatThrownBy(() -> waitlist.ask(mine.id(), false, 5)).hasMessageContaining("notice of 5 minutes");
    }

    private Appointment waiting(Slot slot) {
        Appointment appointment = agenda.booked(slot, agenda.patient());
        assertThat(waitlist.ask(appointment.id(), false, 60)).isEqualTo(Asking.WAITING);
        agenda.clock.advance(Duration.ofSeconds(1));
        return appointment;
    }

    private void cancel(Appointment appointment) {
        changes.cancel(appointment.id(), "patient", By.FRONT_DESK);
        offering.sweep();
    }

    private Wish wish(Appointment appointment) {
        return agenda.get(Wishes.class).findOfAppointment(appointment.id()).orElseThrow();
    }

    private java.time.Instant at(Appointment appointment) {
        return agenda.get(Appointments.class)
                .find(appointment.id())
                .orElseThrow()
                .start();
    }

    private long told() {
        return agenda.events.stream().filter(OfferMade.class::isInstance).count();
    }
}
