package fr.quartdheure.directory;

/** A practitioner with her role at the site in question. */
public record PractitionerAtSite(Practitioner practitioner, PractitionerRole role) {}
