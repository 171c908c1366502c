package fr.quartdheure.geo;

import fr.quartdheure.atlas.travel.Position;
import java.util.UUID;

/** Where care is given; the id is that of whatever stands there (a site of the directory). */
public record Place(UUID id, String communeCode, Position position) {}
