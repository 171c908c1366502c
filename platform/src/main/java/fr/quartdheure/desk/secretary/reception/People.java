package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts names to the people of a list: one query, however long it is. */
@Component
public class People {

    private final Patients patients;
    private final Clock clock;

    People(Patients patients, Clock clock) {
        this.patients = patients;
        this.clock = clock;
    }

    public Map<UUID, PatientCard> cards(Stream<@Nullable UUID> ids) {
        LocalDate today = Paris.dayOf(clock.instant());
        Collection<Patient> found = patients.listByIds(
                        ids.filter(Objects::nonNull).collect(Collectors.toSet()))
                .values();
        return found.stream()
                .map(one -> PatientCard.of(one, today))
                .collect(Collectors.toMap(PatientCard::id, Function.identity()));
    }

    /** "06 39 98 12 34" for a French number. */
    public static String phoneShown(@Nullable String phone) {
        return new PatientCard(new UUID(0, 0), "", "", 0, phone, null).phoneShown();
    }
}
