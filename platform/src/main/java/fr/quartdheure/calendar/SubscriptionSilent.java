package fr.quartdheure.calendar;

import java.util.UUID;

/** A calendar elsewhere has not answered for a day: its hours close nothing any more. */
public record SubscriptionSilent(UUID subscriptionId) {}
