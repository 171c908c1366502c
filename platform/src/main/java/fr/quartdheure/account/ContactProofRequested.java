package fr.quartdheure.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A code has to be sent; the event is published in the transaction that stores the proof. */
public record ContactProofRequested(UUID proofId, @Nullable UUID appointmentId) {}
