package fr.quartdheure.demo;

import org.jspecify.annotations.Nullable;

/** Who runs sites; kind is one of msp, health-centre, municipality, cpts, gip. */
public record Organization(
        String key, String name, String kind, @Nullable String finess, String phone) {}
