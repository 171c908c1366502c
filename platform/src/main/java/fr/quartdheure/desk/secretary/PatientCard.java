package fr.quartdheure.desk.secretary;

import fr.quartdheure.patient.Patient;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody as a secretary tells her from another: name, birth date, age, phone. */
public record PatientCard(
        UUID id,
        String name,
        String birthDate,
        int age,
        @Nullable String phone,
        @Nullable String email) {

    private static final DateTimeFormatter BIRTH = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    public static PatientCard of(Patient patient, LocalDate today) {
        LocalDate born = patient.identity().birthDate();
        return new PatientCard(
                patient.id(),
                patient.displayName(),
                BIRTH.format(born),
                Period.between(born, today).getYears(),
                patient.phone(),
                patient.email());
    }

    /** "06 39 98 12 34" for a French number, as it is dialled for the others. */
    public String phoneShown() {
        if (phone == null) {
            return "";
        }
        return phone.matches("\\+33\\d{9}")
                ? ("0" + phone.substring(3)).replaceAll("(\\d\\d)(?=\\d)", "$1\u00a0")
                : phone;
    }
}
