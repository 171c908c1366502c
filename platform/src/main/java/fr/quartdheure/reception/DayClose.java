package fr.quartdheure.reception;

import java.time.Instant;

/** The end of a site's day, with nobody left in it. */
public record DayClose(Instant at, String by) {}
