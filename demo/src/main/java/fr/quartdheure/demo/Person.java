package fr.quartdheure.demo;

import java.time.LocalDate;

/** A fictitious patient; mail at example.org and a phone number of the range reserved for fiction. */
public record Person(
        int number, String birthName, String firstNames, LocalDate birthDate, String sex, String email, String phone) {}
