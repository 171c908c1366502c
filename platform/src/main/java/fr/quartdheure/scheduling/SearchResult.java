package fr.quartdheure.scheduling;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a search found.
 *
 * @param within the limit in minutes that was applied
 * @param widened whether it is larger than asked, because nothing was found within the limit asked for
 * @param minutes travel minutes of each site that has a slot in the list
 * @param slots by start, then by minutes
 */
public record SearchResult(int within, boolean widened, Map<UUID, Double> minutes, List<Slot> slots) {}
