package fr.quartdheure.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.patient.Patients;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublicBookingModuleTest {

    private final Agenda agenda = new Agenda();
    private final PublicBooking booking = agenda.get(PublicBooking.class);
    private final Visitor visitor = agenda.visitor();

    @AfterEach
    void close() {
        agenda.close();
    }

    @Test
    void aHoldBecomesAnAppointmentWhenTheCodeComesBack() {
        var slot = agenda.open(agenda.weekly()).getFirst();
        var hold = agenda.held(slot, visitor);
        var awaiting = (Identified.AwaitingCode)
                booking.identify(hold.id(), visitor, Agenda.request("Pons", "lea@example.org"));
        assertThat(awaiting.appointment().status()).isEqualTo(AppointmentStatus.AWAITING_CODE);
        assertThat(awaiting.appointment().expiresAt()).as("not renewed").isEqualTo(hold.expiresAt());
        var confirmed = (Confirmation.Confirmed) booking.confirm(hold.id(), agenda.codeOf(hold.id()));
        assertThat(confirmed.appointment().status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(confirmed.appointment().expiresAt()).isNull();
        assertThat(agenda.get(ManageTokens.class).find(confirmed.manageToken())).contains(hold.id());
        assertThat(agenda.events).contains(new AppointmentBooked(hold.id()));
        agenda.clock.advance(Duration.ofMinutes(30));
        agenda.get(Expiry.class).sweep();
        assertThat(agenda.isFree(slot)).isFalse();
    }

    @Test
    void theFifthWrongCodeFreesTheSlotAndForgetsThePerson() {
        var slot = agenda.open(agenda.weekly()).getFirst();
        var awaiting = awaiting(slot, visitor, "Pons", "lea@example.org");
        UUID patient = awaiting.patientId();
        String wrong = agenda.wrongCodeOf(awaiting.id());
        for (int left = 4; left > 0; left--) {
            assertThat(booking.confirm(awaiting.id(), wrong)).isEqualTo(new Confirmation.WrongCode(left));
        }
        assertThat(booking.confirm(awaiting.id(), wrong)).isEqualTo(new Confirmation.Exhausted());
        assertThat(agenda.isFree(slot)).isTrue();
        assertThat(booking.confirm(awaiting.id(), agenda.codeOf(awaiting.id())))
                .isNotInstanceOf(Confirmation.Confirmed.class);
        assertThat(agenda.get(Patients.class).find(java.util.Objects.requireNonNull(patient)))
                .isEmpty();
    }

    @Test
    void aLateCodeFindsTheHoldExpired() {
        var slot = agenda.open(agenda.weekly()).getFirst();
        var awaiting = awaiting(slot, visitor, "Pons", "lea@example.org");
        agenda.clock.advance(Duration.ofMinutes(10));
        assertThat(booking.confirm(awaiting.id(), agenda.codeOf(awaiting.id()))).isEqualTo(new Confirmation.Expired());
        agenda.get(Expiry.class).sweep();
        assertThat(booking.confirm(awaiting.id(), agenda.codeOf(awaiting.id()))).isEqualTo(new Confirmation.Expired());
        assertThat(agenda.isFree(slot)).isTrue();
        assertThat(agenda.count("select count(*) from patient.patient")).isZero();
    }

    @Test
    void aLateIdentityFindsTheHoldExpired() {
        var hold = agenda.held(agenda.open(agenda.weekly()).getFirst(), visitor);
        agenda.clock.advance(Duration.ofMinutes(10));
        assertThat(booking.identify(hold.id(), visitor, Agenda.request("Pons", "lea@example.org")))
                .isEqualTo(new Identified.Expired());
    }

    @Test
    void anothersHoldIsUnknown() {
        var hold = agenda.held(agenda.open(agenda.weekly()).getFirst(), visitor);
        var request = Agenda.request("Pons", "lea@example.org");
        assertThat(booking.identify(hold.id(), agenda.visitor(), request)).isEqualTo(new Identified.Unknown());
        assertThat(booking.identify(UUID.randomUUID(), visitor, request)).isEqualTo(new Identified.Unknown());
        assertThat(booking.confirm(hold.id(), "123456")).isEqualTo(new Confirmation.Unknown());
        assertThat(booking.confirm(UUID.randomUUID(), "123456")).isEqualTo(new Confirmation.Unknown());
    }

    @Test
    void aHoldIsIdentifiedOnce() {
        var awaiting = awaiting(agenda.open(agenda.weekly()).getFirst(), visitor, "Pons", "lea@example.org");
        assertThat(booking.identify(awaiting.id(), visitor, Agenda.request("Ferrer", "else@example.org")))
                .isEqualTo(new Identified.Unknown());
    }

    @Test
    void thePersonWithTheSameContactIsInOnePlaceAtATime() {
        var one = agenda.open(agenda.weekly()).getFirst();
        var same = agenda.open(agenda.weekly()).getFirst();
        awaiting(one, visitor, "Pons", "lea@example.org");
        var hold = agenda.held(same, visitor);
        assertThat(booking.identify(hold.id(), visitor, Agenda.request("pöns", "lea@EXAMPLE.org")))
                .isEqualTo(new Identified.PatientBusy());
        assertThat(booking.identify(hold.id(), visitor, Agenda.request("Ferrer", "lea@example.org")))
                .as("somebody else of the family")
                .isInstanceOf(Identified.AwaitingCode.class);
    }

    @Test
    void aStrangerWhoTypesThisNameBlocksNothing() {
        var one = agenda.open(agenda.weekly()).getFirst();
        var same = agenda.open(agenda.weekly()).getFirst();
        awaiting(one, agenda.visitor(), "Pons", "stranger@example.org");
        assertThat(awaiting(same, visitor, "Pons", "lea@example.org").status())
                .isEqualTo(AppointmentStatus.AWAITING_CODE);
    }

    @Test
    void aContactHasSixAppointmentsAheadAtMost() {
        var slots = agenda.open(agenda.weekly().from("09:00", "14:00"));
        for (int i = 0; i < PublicBooking.MOST_AHEAD; i++) {
            var awaiting = awaiting(slots.get(i), agenda.visitor(), "Pons", "lea@example.org");
            booking.confirm(awaiting.id(), agenda.codeOf(awaiting.id()));
        }
        var hold = agenda.held(slots.get(7), visitor);
        assertThat(booking.identify(hold.id(), visitor, Agenda.request("Ferrer", "lea@example.org")))
                .isEqualTo(new Identified.TooManyAhead(6));
        assertThat(booking.identify(hold.id(), visitor, Agenda.request("Ferrer", "else@example.org")))
                .isInstanceOf(Identified.AwaitingCode.class);
    }

    @Test
    void aReasonThatNeedsMoreThanWasHeldIsRefused() {
        var hold = agenda.held(agenda.open(agenda.weekly()).getFirst(), visitor);
        var contact = Contact.of(Channel.SMS, "06 39 98 12 34");
        var identity = Agenda.identity("Pons");
        assertThat(booking.identify(
                        hold.id(), visitor, new BookingRequest(identity, contact, "self", "long-consultation", false)))
                .isEqualTo(new Identified.ReasonTooLong());
        assertThat(booking.identify(
                        hold.id(), visitor, new BookingRequest(identity, contact, "child", "vaccination", true)))
                .isInstanceOfSatisfying(
                        Identified.AwaitingCode.class,
                        awaiting -> assertThat(awaiting.appointment().reason()).isEqualTo("vaccination"));
    }

    private Appointment awaiting(Slot slot, Visitor who, String name, String email) {
        var hold = agenda.held(slot, who);
        return ((Identified.AwaitingCode) booking.identify(hold.id(), who, Agenda.request(name, email))).appointment();
    }
}
