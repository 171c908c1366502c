package fr.quartdheure.territory;

import org.jspecify.annotations.Nullable;

/**
 * The localised potential accessibility of general practitioners that the DREES publishes for a commune, in accessible
 * consultations a year and standardised inhabitant. Two series are in use: say which one a figure is of.
 *
 * @param year of the publication, 2010 to 2100
 * @param allDoctors the series of doctors of any age, 0 or more
 * @param under65 the series of doctors under 65, the one that national communication quotes; null where not given
 * @param standardised inhabitants weighted by what their age consumes: the weights of means
 * @param population inhabitants as counted: the weights of shares of population
 */
public record OfficialApl(
        String communeCode,
        int year,
        double allDoctors,
        @Nullable Double under65,
        @Nullable Double standardised,
        @Nullable Double population,
        String source) {}
