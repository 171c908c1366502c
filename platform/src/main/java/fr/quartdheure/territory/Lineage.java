package fr.quartdheure.territory;

import java.time.Instant;

/**
 * Where figures come from, to be told beside them.
 *
 * @param source the file, or what the person who brought it called its source
 * @param importedAt when its last row changed
 * @param rows how many figures it still stands behind
 * @param estimated whether they come from a model and not from a count
 */
public record Lineage(String source, Instant importedAt, int rows, boolean estimated) {}
