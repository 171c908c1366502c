package fr.quartdheure.registration;

import java.util.UUID;

/** A place is kept for somebody until she answers. */
public record PlaceOffered(UUID offerId) {}
