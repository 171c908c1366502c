package fr.quartdheure.directory;

import java.util.UUID;

/**
 * A room of a site.
 *
 * @param position its rank in lists, from 0
 */
public record Room(UUID id, UUID siteId, String name, RoomKind kind, int position) {}
