package fr.quartdheure.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was read by id in the last ten seconds, and need not be read again for every search: names and positions, never
 * whether a slot is free. Age alone ends it, so another node or an import is seen as late as an own change.
 * Thread-safe.
 */
final class Recent<V> {

    static final Duration AGE = Duration.ofSeconds(10);

    private final Function<Collection<UUID>, Map<UUID, V>> read;
    private final Clock clock;
    private volatile Kept<V> kept = new Kept<>(Instant.EPOCH, Map.of());

    Recent(Function<Collection<UUID>, Map<UUID, V>> read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    /** Those of these ids that exist. */
    Map<UUID, V> listByIds(Collection<UUID> ids) {
        Kept<V> fresh = fresh();
        var missing = ids.stream().filter(id -> !fresh.byId.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            fresh.byId.putAll(read.apply(missing));
        }
        var found = new HashMap<UUID, V>();
        for (UUID id : ids) {
            V one = fresh.byId.get(id);
            if (one != null) {
                found.put(id, one);
            }
        }
        return found;
    }

    private Kept<V> fresh() {
        Kept<V> present = kept;
        Instant now = clock.instant();
        if (now.isBefore(present.since) || !now.isBefore(present.since.plus(AGE))) {
            present = new Kept<>(now, new ConcurrentHashMap<>());
            kept = present;
        }
        return present;
    }

    private record Kept<V>(Instant since, Map<UUID, V> byId) {}
}
