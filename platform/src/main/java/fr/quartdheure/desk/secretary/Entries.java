package fr.quartdheure.desk.secretary;

import fr.quartdheure.patient.Patient;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.BlockedTime;
import fr.quartdheure.scheduling.Kind;
import fr.quartdheure.scheduling.Mode;
import fr.quartdheure.scheduling.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a board says of one practitioner's slots and appointments. */
public record Entries(Errand errand, Instant now, @Nullable String service, AgendaRead read) {

    /** In order of time; a slot that an appointment covers is not told twice, and a past one not at all. */
    public List<Entry> of(AgendaRead own, UUID practitionerId) {
        var entries = new ArrayList<Entry>();
        own.booked().forEach(appointment -> entries.add(booked(appointment, practitionerId)));
        own.blocked().forEach(time -> entries.add(blocked(time)));
        own.offered().stream()
                .filter(slot -> slot.end().isAfter(now))
                .filter(slot -> isFreeOf(own, slot))
                .forEach(slot -> entries.add(open(slot)));
        entries.sort(Comparator.comparing(Entry::start).thenComparing(Entry::overbooked));
        return entries;
    }

    private static boolean isFreeOf(AgendaRead own, Slot slot) {
        return own.booked().stream().noneMatch(one -> one.period().overlaps(slot.period()))
                && own.blocked().stream().noneMatch(time -> time.period().overlaps(slot.period()));
    }

    private Entry open(Slot slot) {
        boolean offered = slot.free() && (service == null || service.equals(slot.service()));
        return new Entry(
                "slot-" + slot.id(),
                slot.free() ? Entry.State.FREE : Entry.State.BUSY,
                slot.start(),
                slot.end(),
                null,
                null,
                slot.kind() == Kind.UNSCHEDULED,
                slot.mode() == Mode.TELECONSULTATION,
                false,
                null,
                offered ? errand.slot(slot.id()) : null);
    }

    private Entry blocked(BlockedTime time) {
        return new Entry(
                "block-" + time.id(),
                Entry.State.BLOCKED,
                time.period().start(),
                time.period().end(),
                null,
                null,
                false,
                false,
                false,
                time.label().code(),
                errand.page("blocks/" + time.id()));
    }

    private Entry booked(Appointment appointment, UUID practitionerId) {
        UUID patientId = appointment.patientId();
        Patient patient = patientId == null ? null : read.people().get(patientId);
        boolean own = appointment.practitionerId().equals(practitionerId);
        return new Entry(
                "appointment-" + appointment.id() + (own ? "" : "-" + practitionerId),
                stateOf(appointment),
                appointment.start(),
                appointment.end(),
                patient == null ? "" : shortName(patient),
                since(appointment),
                false,
                appointment.mode() == Mode.TELECONSULTATION,
                appointment.overbooked(),
                null,
                errand.appointment(appointment.id()));
    }

    /** One first name: a cell is narrow, and the panel says all of them. */
    private static String shortName(Patient patient) {
        String firstNames = patient.identity().firstNames();
        int end = firstNames.indexOf(' ');
        return (end < 0 ? firstNames : firstNames.substring(0, end)) + " "
                + patient.identity().birthName();
    }

    private static Entry.State stateOf(Appointment appointment) {
        return switch (appointment.status()) {
            case BOOKED -> Entry.State.BOOKED;
            case ARRIVED -> Entry.State.ARRIVED;
            case IN_CONSULTATION -> Entry.State.IN_CONSULTATION;
            case DONE -> Entry.State.DONE;
            case NO_SHOW -> Entry.State.NO_SHOW;
            case HELD, AWAITING_CODE, CANCELLED, EXPIRED -> Entry.State.AWAITING_CODE;
        };
    }

    private static @Nullable Instant since(Appointment appointment) {
        return switch (appointment.status()) {
            case ARRIVED -> appointment.arrivedAt();
            case IN_CONSULTATION -> appointment.startedAt();
            default -> null;
        };
    }
}
