package fr.quartdheure.account;

import java.util.UUID;

/** A link has to be sent by which somebody opens her account; published in the transaction that creates it. */
public record InvitationAsked(UUID accountId) {}
