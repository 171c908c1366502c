package fr.quartdheure.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device of a site, perhaps fixed in one of its rooms. */
public record Equipment(UUID id, UUID siteId, @Nullable UUID roomId, String name, String kind) {}
