package fr.quartdheure.territory;

import org.jspecify.annotations.Nullable;

/**
 * Care of one kind offered in a commune.
 *
 * @param serviceCode of the directory: "general-practice"
 * @param consultations a year, 0 or more
 * @param professionals full-time equivalents, 0 or more; null where not given
 * @param estimated whether it comes from a model and not from a count: whoever shows it says so
 */
public record Supply(
        String communeCode,
        String serviceCode,
        double consultations,
        @Nullable Double professionals,
        boolean estimated,
        String source) {}
