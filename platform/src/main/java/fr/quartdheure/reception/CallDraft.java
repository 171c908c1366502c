package fr.quartdheure.reception;

import java.time.Instant;
import java.util.UUID;

/**
 * What was typed of a call so far.
 *
 * @param fields as a form sends them
 * @param alarmed whether the banner to call the 15 was shown for it
 */
public record CallDraft(UUID id, UUID siteId, String fields, boolean alarmed, Instant startedAt) {}
