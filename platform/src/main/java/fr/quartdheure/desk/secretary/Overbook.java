package fr.quartdheure.desk.secretary;

import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Conflict;
import fr.quartdheure.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what an appointment would stand beside, so that somebody can decide. */
@Component
public class Overbook {

    /** Why somebody is put where there is no time. */
    static final List<String> REASONS = List.of("practitioner", "urgent", "family", "short", "other");

    private final DeskAccess access;
    private final Appointments appointments;
    private final Patients patients;

    Overbook(DeskAccess access, Appointments appointments, Patients patients) {
        this.access = access;
        this.appointments = appointments;
        this.patients = patients;
    }

    /**
     * One thing that stands in the way.
     *
     * @param what codes of all that it takes twice: "practitioner", "room", "patient", "equipment", "window"
     * @param name of its patient, where she may see it
     */
    public record Line(
            String key,
            List<String> what,
            Period period,
            @Nullable String name) {}

    /** One line for each appointment, whatever it takes of what is wanted. */
    List<Line> lines(List<Conflict> conflicts) {
        Map<String, List<Conflict>> grouped = conflicts.stream()
                .collect(Collectors.groupingBy(Overbook::key, LinkedHashMap::new, Collectors.toList()));
        return grouped.entrySet().stream()
                .map(one -> line(one.getKey(), one.getValue()))
                .toList();
    }

    private Line line(String key, List<Conflict> same) {
        var what = same.stream()
                .map(conflict -> conflict.kind().name().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        UUID appointmentId = same.getFirst().appointmentId();
        return new Line(key, what, same.getFirst().period(), appointmentId == null ? null : name(appointmentId));
    }

    private @Nullable String name(UUID appointmentId) {
        Optional<Appointment> shown = appointments
                .find(appointmentId)
                .filter(one -> access.site(one.siteId()).isPresent());
        return shown.map(Appointment::patientId)
                .filter(Objects::nonNull)
                .flatMap(patients::find)
                .map(Patient::displayName)
                .orElse(null);
    }

    private static String key(Conflict conflict) {
        UUID id = conflict.appointmentId();
        return id == null ? conflict.kind() + "@" + conflict.period().start() : id.toString();
    }
}
