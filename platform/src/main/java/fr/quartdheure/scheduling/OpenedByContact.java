package fr.quartdheure.scheduling;

import fr.quartdheure.account.Contact;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.time.Paris;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which appointments a proved contact opens. Two kinds, and no other:
 *
 * <ul>
 *   <li>those that its code confirmed, whoever they are for: its owner made them and was sent their links;
 *   <li>those that a desk booked for a patient whose verified contact it is. Verified means that her record bears it
 *       and that a code sent to it once confirmed an appointment which its owner said was for herself, or for her
 *       child as long as the child is under {@value #OWN_SECRETS} on the day. That a secretary typed it is not enough
 *       (numbers are misheard), nor is an appointment for a relative: who books once for her neighbour does not read
 *       where the neighbour goes afterwards.
 * </ul>
 *
 * From {@value #OWN_SECRETS} to 17, an appointment that nobody booked as a parent is the minor's own: it stays hidden
 * when the contact has also booked for somebody else, because it is then likely a parent's or the family's.
 */
@Component
public class OpenedByContact {

    private static final int OWN_SECRETS = 15;
    private static final int MAJORITY = 18;
    private static final String SELF = "self";
    private static final String CHILD = "child";

    private final ContactAppointments shelf;
    private final Patients patients;

    OpenedByContact(ContactAppointments shelf, Patients patients) {
        this.shelf = shelf;
        this.patients = patients;
    }

    /** @param patients of the appointments, by id */
    public record Opened(List<ContactAppointment> appointments, Map<UUID, Patient> patients) {}

    /** The latest first. */
    public Opened list(Contact contact) {
        List<ContactAppointment> booked = shelf.listBookedWith(PublicBooking.keyOf(contact));
        Map<UUID, Patient> people = patients.listByIds(
                booked.stream().map(ContactAppointment::patientId).collect(Collectors.toSet()));
        boolean shared = isShared(booked, people, contact);
        List<ContactAppointment> all = Stream.concat(booked.stream(), fromDesks(booked, people, contact))
                .filter(one -> !(shared && isMinorsOwn(one, people)))
                .sorted(Comparator.comparing(
                                (ContactAppointment one) -> one.appointment().start())
                        .reversed())
                .toList();
        return new Opened(all, people);
    }

    /** One of them; empty for every other, whether it exists or not. */
    public Optional<ContactAppointment> find(Contact contact, UUID appointmentId) {
        return list(contact).appointments().stream()
                .filter(one -> one.appointment().id().equals(appointmentId))
                .findFirst();
    }

    private Stream<ContactAppointment> fromDesks(
            List<ContactAppointment> booked, Map<UUID, Patient> people, Contact contact) {
        Map<UUID, Set<String>> saidOf = booked.stream()
                .filter(one -> one.isFor(SELF) || one.isFor(CHILD))
                .filter(one -> bears(people.get(one.patientId()), contact))
                .collect(Collectors.groupingBy(
                        ContactAppointment::patientId,
                        Collectors.mapping(ContactAppointment::onBehalf, Collectors.toSet())));
        if (saidOf.isEmpty()) {
            return Stream.empty();
        }
        return shelf.listOfPatients(saidOf.keySet()).stream()
                .filter(one -> one.contactKey() == null)
                .filter(one ->
                        saidOf.getOrDefault(one.patientId(), Set.of()).contains(SELF) || age(one, people) < OWN_SECRETS)
                .map(one -> saidOf.getOrDefault(one.patientId(), Set.of()).contains(SELF) ? one : ofChild(one));
    }

    private static boolean bears(@Nullable Patient patient, Contact contact) {
        return patient != null
                && (contact.value().equals(patient.email()) || contact.value().equals(patient.phone()));
    }

    private static ContactAppointment ofChild(ContactAppointment one) {
        return new ContactAppointment(one.appointment(), one.patientId(), CHILD, null, one.cancelReason());
    }

    private static boolean isShared(List<ContactAppointment> booked, Map<UUID, Patient> people, Contact contact) {
        return booked.stream().anyMatch(one -> !one.isFor(SELF))
                || booked.stream()
                                .map(one -> people.get(one.patientId()))
                                .filter(Objects::nonNull)
                                .map(patient -> patient.identity().keyWith(contact.value()))
                                .distinct()
                                .count()
                        > 1;
    }

    private static boolean isMinorsOwn(ContactAppointment one, Map<UUID, Patient> people) {
        int age = age(one, people);
        return one.isFor(SELF) && age >= OWN_SECRETS && age < MAJORITY;
    }

    /** On the day of the appointment. */
    private static int age(ContactAppointment one, Map<UUID, Patient> people) {
        Patient patient = people.get(one.patientId());
        return patient == null
                ? MAJORITY
                : patient.identity()
                        .birthDate()
                        .until(Paris.dayOf(one.appointment().start()))
                        .getYears();
    }
}
