package fr.quartdheure.demo;

import java.util.List;

/** A commune with all its postal codes; the position is its centre in degrees, rounded to three decimals. */
public record Commune(
        String code, String name, List<String> postalCodes, int population, double lat, double lon, boolean mountain) {}
