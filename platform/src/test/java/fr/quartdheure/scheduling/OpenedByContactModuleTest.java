package fr.quartdheure.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.patient.Sex;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a proved contact opens, and what it never does. */
class OpenedByContactModuleTest {

    private static final String ADULT = "1980-04-01";
    private static final String FOURTEEN = "2012-01-01";
    private static final String SIXTEEN = "2010-01-01";

    private final Agenda agenda = new Agenda();
    private final OpenedByContact opened = agenda.get(OpenedByContact.class);
    private final Contact family = Contact.of(Channel.EMAIL, "famille@example.org");
    private final Iterator<Slot> free =
            agenda.open(agenda.weekly().from("09:00", "18:00")).iterator();

    @AfterEach
    void close() {
        agenda.close();
    }

    @Test
    void herOwnHersForAChildAndForARelativeTheLatestFirst() {
        Appointment own = booked(family, "Léa", ADULT, "self");
        Appointment child = booked(family, "Tom", FOURTEEN, "child");
        Appointment mother = booked(family, "Rose", "1940-01-01", "relative");
        assertThat(ids(family)).containsExactly(mother.id(), child.id(), own.id());
    }

    @Test
    void nobodyElsesByWhateverId() {
        Appointment hers = booked(Contact.of(Channel.EMAIL, "else@example.org"), "Léa", ADULT, "self");
        booked(family, "Léa", ADULT, "self");
        assertThat(opened.find(family, hers.id()))
                .as("the same name and birth date")
                .isEmpty();
        assertThat(opened.find(family, UUID.randomUUID())).isEmpty();
    }

    @Test
    void neitherHoldsNorWhatNoCodeConfirmed() {
        Visitor visitor = agenda.visitor();
        var hold = agenda.held(free.next(), visitor);
        assertThat(ids(family)).isEmpty();
        identified(hold, visitor, family, "Léa", ADULT, "self");
        assertThat(ids(family)).isEmpty();
        assertThat(opened.find(family, hold.id())).isEmpty();
    }

    @Test
    void whatIsCancelledStaysWithWhoCancelledIt() {
        Appointment own = booked(family, "Léa", ADULT, "self");
        agenda.get(Changes.class).cancel(own.id(), "practitioner", Changes.By.FRONT_DESK);
        assertThat(opened.find(family, own.id()))
                .hasValueSatisfying(one -> assertThat(one.cancelReason()).isEqualTo("practitioner"));
    }

    @Test
    void whatADeskBooksForHerWhoseContactWasProved() {
        Appointment own = booked(family, "Léa", ADULT, "self");
        Appointment byPhone = agenda.booked(free.next(), Objects.requireNonNull(own.patientId()));
        assertThat(ids(family)).contains(byPhone.id());
    }

    @Test
    void notWhatADeskBooksForARelative() {
        Appointment once = booked(family, "Rose", "1940-01-01", "relative");
        Appointment byPhone = agenda.booked(free.next(), Objects.requireNonNull(once.patientId()));
        assertThat(ids(family)).containsExactly(once.id()).doesNotContain(byPhone.id());
    }

    @Test
    void notWhatADeskBooksForSomebodyWhoseContactItOnlyTyped() {
        var identity = new Identity("Pons", "Léa", LocalDate.parse(ADULT), Sex.FEMALE);
        UUID patient = agenda.get(Patients.class)
                .add(identity, family.value(), null, "secretary")
                .id();
        agenda.booked(free.next(), patient);
        assertThat(ids(family)).isEmpty();
    }

    @Test
    void aChildsDeskAppointmentUntilSheIsFifteen() {
        Appointment young = booked(family, "Tom", FOURTEEN, "child");
        Appointment older = booked(family, "Zoé", SIXTEEN, "child");
        Appointment forTom = agenda.booked(free.next(), Objects.requireNonNull(young.patientId()));
        Appointment forZoe = agenda.booked(free.next(), Objects.requireNonNull(older.patientId()));
        assertThat(ids(family)).contains(forTom.id(), older.id()).doesNotContain(forZoe.id());
        assertThat(opened.find(family, forTom.id()))
                .hasValueSatisfying(one -> assertThat(one.isFor("child")).isTrue());
    }

    @Test
    void aMinorWhoBookedHerselfIsHiddenFromTheFamilysContact() {
        Appointment hers = booked(family, "Zoé", SIXTEEN, "self");
        assertThat(ids(family)).as("as long as the contact is hers alone").containsExactly(hers.id());
        Appointment mothers = booked(family, "Léa", ADULT, "self");
        assertThat(ids(family)).containsExactly(mothers.id());
        assertThat(opened.find(family, hers.id())).isEmpty();
        assertThat(opened.list(family).appointments())
                .noneMatch(one -> one.patientId().equals(hers.patientId()));
    }

    private List<UUID> ids(Contact contact) {
        return opened.list(contact).appointments().stream()
                .map(one -> one.appointment().id())
                .toList();
    }

    private Appointment booked(Contact contact, String firstName, String born, String onBehalf) {
        Visitor visitor = agenda.visitor();
        var hold = agenda.held(free.next(), visitor);
        identified(hold, visitor, contact, firstName, born, onBehalf);
        return ((Confirmation.Confirmed) agenda.get(PublicBooking.class).confirm(hold.id(), agenda.codeOf(hold.id())))
                .appointment();
    }

    private void identified(
            Appointment hold, Visitor visitor, Contact contact, String firstName, String born, String onBehalf) {
        var identity = new Identity("Pons", firstName, LocalDate.parse(born), Sex.FEMALE);
        var request = new BookingRequest(identity, contact, onBehalf, null, false);
        assertThat(agenda.get(PublicBooking.class).identify(hold.id(), visitor, request))
                .isInstanceOf(Identified.AwaitingCode.class);
    }
}
