package fr.quartdheure.registration;

import java.util.UUID;

/** Somebody is asked whether she still wants a médecin traitant. */
public record StillWanted(UUID requestId) {}
