package fr.quartdheure.roster;

import java.util.UUID;

/** Somebody who was told that her hour cannot be kept is to be told that it can. */
public record ReofferWithdrawn(UUID reofferId) {}
