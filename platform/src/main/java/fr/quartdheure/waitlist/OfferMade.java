package fr.quartdheure.waitlist;

import java.util.UUID;

/** An hour is kept for somebody until she answers. */
public record OfferMade(UUID offerId) {}
