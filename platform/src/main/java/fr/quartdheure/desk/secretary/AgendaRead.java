package fr.quartdheure.desk.secretary;

import fr.quartdheure.patient.Patient;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.BlockedTime;
import fr.quartdheure.scheduling.Participant;
import fr.quartdheure.scheduling.Slot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the database says of a stretch of time, or of a part of it.
 *
 * @param extras who and what appointments take besides, by appointment
 */
public record AgendaRead(
        List<Slot> offered,
        List<Appointment> booked,
        List<BlockedTime> blocked,
        Map<UUID, List<Participant>> extras,
        Map<UUID, Patient> people) {

    public AgendaRead ofPractitioner(UUID practitionerId) {
        return part(
                slot -> slot.practitionerId().equals(practitionerId),
                one -> one.practitionerId().equals(practitionerId) || takesPart(practitionerId, one),
                time -> time.practitionerId().equals(practitionerId));
    }

    AgendaRead ofSite(UUID siteId) {
        return part(
                slot -> slot.siteId().equals(siteId),
                one -> one.siteId().equals(siteId),
                time -> time.siteId().equals(siteId));
    }

    public AgendaRead part(Predicate<Slot> slots, Predicate<Appointment> appointments, Predicate<BlockedTime> times) {
        return new AgendaRead(
                offered.stream().filter(slots).toList(),
                booked.stream().filter(appointments).toList(),
                blocked.stream().filter(times).toList(),
                extras,
                people);
    }

    public Set<UUID> practitionerIds() {
        return Stream.of(
                        offered.stream().map(Slot::practitionerId),
                        booked.stream().map(Appointment::practitionerId),
                        blocked.stream().map(BlockedTime::practitionerId),
                        extras.values().stream()
                                .flatMap(List::stream)
                                .filter(one -> one.kind() == Participant.Kind.PRACTITIONER)
                                .map(Participant::resourceId))
                .flatMap(ids -> ids)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean takesPart(UUID practitionerId, Appointment appointment) {
        return extras.getOrDefault(appointment.id(), List.of()).stream()
                .anyMatch(one -> one.resourceId().equals(practitionerId));
    }
}
