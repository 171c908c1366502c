package fr.quartdheure.scheduling;

/**
 * A member of the public, as far as limits on holds need to tell one from another.
 *
 * @param key the same for all requests of one browser or client
 * @param address the network address it comes from
 * @param contactProved whether a contact was proved before the hold
 */
public record Visitor(String key, String address, boolean contactProved) {}
