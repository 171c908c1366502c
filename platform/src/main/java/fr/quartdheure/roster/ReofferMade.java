package fr.quartdheure.roster;

import java.util.UUID;

/** Somebody is to be told that her hour cannot be kept and which others she may take. */
public record ReofferMade(UUID reofferId) {}
