package fr.quartdheure.scheduling;

import java.util.UUID;

/** Something on a site's agenda is no longer as it was shown. */
public record AgendaChanged(UUID siteId) {}
