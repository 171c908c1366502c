package fr.quartdheure.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fictitious professional. Profession is a TRE_G15 code (10, 50, 60, 70, 80), 93 for a psychologist or
 * {@code social}; specialty is a TRE_R38 code; the RPPS number starts with 99, which no real one does.
 */
public record Practitioner(
        String key,
        String rpps,
        String familyName,
        String givenName,
        String gender,
        String profession,
        @Nullable String specialty,
        List<String> languages,
        boolean advancedPractice) {}
