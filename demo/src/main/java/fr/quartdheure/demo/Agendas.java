package fr.quartdheure.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Fills the agendas: which patient, if any, holds a slot of a rule. */
public final class Agendas {
    private final Population population;
    private final int patientCount;

    public Agendas(Population population, int patientCount) {
        this.population = population;
        this.patientCount = patientCount;
    }

    public Optional<Booked> at(Rule rule, LocalDateTime start, LocalDate today) {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "Agendas of " + patientCount + " patients, " + population;
    }
}
