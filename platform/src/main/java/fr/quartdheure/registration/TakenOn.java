package fr.quartdheure.registration;

import java.util.UUID;

/** A practitioner has taken somebody on. */
public record TakenOn(UUID registrationId) {}
