package fr.quartdheure.demo;

/** What occupies, or occupied before its cancellation, a slot of an agenda. */
public record Booked(int patientNumber, String reason, boolean cancelled) {}
