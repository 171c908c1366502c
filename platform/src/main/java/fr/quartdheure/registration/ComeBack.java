package fr.quartdheure.registration;

import java.util.UUID;

/** Somebody whose practitioner stopped may be put back on the lists with her date. */
public record ComeBack(UUID requestId) {}
