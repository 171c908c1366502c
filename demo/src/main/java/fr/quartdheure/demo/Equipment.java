package fr.quartdheure.demo;

import org.jspecify.annotations.Nullable;

/** A device of a site, kept in one room or moved between rooms. */
public record Equipment(
        String key, String siteKey, @Nullable String roomKey, String name, String kind) {}
