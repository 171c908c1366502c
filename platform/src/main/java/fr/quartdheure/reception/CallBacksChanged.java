package fr.quartdheure.reception;

import java.util.UUID;

/** Whom a site has to call back is no longer as it was shown. */
public record CallBacksChanged(UUID siteId) {}
