package fr.quartdheure.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID NOBODY = new UUID(0, 9);

    private final List<Collection<UUID>> asked = new ArrayList<>();
    private final Map<UUID, String> stored = new HashMap<>(Map.of(ONE, "one", OTHER, "other"));
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final Recent<String> recent = new Recent<>(this::read, clock);

    @Test
    void whatWasJustReadIsNotReadAgain() {
        assertThat(recent.listByIds(List.of(ONE))).containsExactly(Map.entry(ONE, "one"));
        assertThat(recent.listByIds(List.of(ONE, OTHER))).hasSize(2);
        assertThat(recent.listByIds(List.of(OTHER, ONE))).hasSize(2);
        assertThat(asked).containsExactly(List.of(ONE), List.of(OTHER));
    }

    @Test
    void ageEndsIt() {
        recent.listByIds(List.of(ONE));
        stored.put(ONE, "one, renamed");
        clock.advance(Recent.AGE.minusMillis(1));
        assertThat(recent.listByIds(List.of(ONE))).containsValue("one");
        clock.advance(Duration.ofMillis(1));
        assertThat(recent.listByIds(List.of(ONE))).containsValue("one, renamed");
    }

    @Test
    void aClockThatWasSetBackKeepsNothing() {
        recent.listByIds(List.of(ONE));
        clock.advance(Duration.ofHours(-1));
        recent.listByIds(List.of(ONE));
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatDoesNotExistIsAbsentAndAskedAgain() {
        assertThat(recent.listByIds(List.of(NOBODY))).isEmpty();
        stored.put(NOBODY, "somebody");
        assertThat(recent.listByIds(List.of(NOBODY))).containsValue("somebody");
    }

    private Map<UUID, String> read(Collection<UUID> ids) {
        asked.add(List.copyOf(ids));
        var found = new HashMap<UUID, String>();
        ids.stream().filter(stored::containsKey).forEach(id -> found.put(id, stored.get(id)));
        return found;
    }
}
