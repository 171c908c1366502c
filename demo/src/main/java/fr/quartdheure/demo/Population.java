package fr.quartdheure.demo;

import java.time.LocalDate;
import java.util.List;

/** Draws the fictitious people of the demonstration; the same seed and day always give the same people. */
public final class Population {
    private static final long SEED = 66_136L;

    private final long seed;
    private final LocalDate today;

    private Population(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    public static Population on(LocalDate today) {
        return new Population(SEED, today);
    }

    public List<Practitioner> practitioners() {
        return List.of();
    }

    public List<Role> roles() {
        return List.of();
    }

    public List<Rule> rules() {
        return List.of();
    }

    public List<Person> patients(int count) {
        return List.of();
    }

    public List<Staff> secretaries() {
        return List.of();
    }

    /** The account name of a practitioner; unique, because no two practitioners share both names. */
    public static String loginOf(Practitioner practitioner) {
        return practitioner.givenName() + "." + practitioner.familyName();
    }

    @Override
    public String toString() {
        return "Population " + seed + " on " + today;
    }
}
