package fr.quartdheure.scheduling;

import java.util.UUID;

/** Several appointments were booked for one person in one act. */
public record SeriesBooked(UUID seriesId) {}
