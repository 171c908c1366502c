package fr.quartdheure.territory;

/**
 * A commune as the map draws it.
 *
 * @param coordinates of a GeoJSON MultiPolygon, ready to stand in an answer
 * @param cell whether it is only what lies nearest to the commune's centre, for want of its border: whoever shows it
 *     says so
 */
public record Outline(String communeCode, String coordinates, boolean cell) {}
