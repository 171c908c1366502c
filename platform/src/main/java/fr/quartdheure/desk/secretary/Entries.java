package fr.quartdheure.desk.secretary;

import fr.quartdheure.patient.Patient;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Kind;
import fr.quartdheure.scheduling.Mode;
import fr.quartdheure.scheduling.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a board says of one practitioner's slots and appointments. */
record Entries(Errand errand, Instant now, @Nullable String service, Map<UUID, Patient> people) {

    /** In order of time; a slot that an appointment covers is not told twice, and a past one not at all. */
    List<Entry> of(List<Slot> slots, List<Appointment> appointments) {
        var entries = new ArrayList<Entry>();
        appointments.forEach(appointment -> entries.add(booked(appointment)));
        slots.stream()
                .filter(slot -> slot.end().isAfter(now))
                .filter(slot ->
                        appointments.stream().noneMatch(one -> one.period().overlaps(slot.period())))
                .forEach(slot -> entries.add(open(slot)));
        entries.sort(Comparator.comparing(Entry::start));
        return entries;
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
                offered ? errand.slot(slot.id()) : null);
    }

    private Entry booked(Appointment appointment) {
        Patient patient = people.get(appointment.patientId());
        return new Entry(
                "appointment-" + appointment.id(),
                stateOf(appointment),
                appointment.start(),
                appointment.end(),
                patient == null ? "" : shortName(patient),
                since(appointment),
                false,
                appointment.mode() == Mode.TELECONSULTATION,
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
