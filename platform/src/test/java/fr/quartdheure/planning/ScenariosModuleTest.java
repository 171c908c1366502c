package fr.quartdheure.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class ScenariosModuleTest {

    private static final List<Change> EVERY_KIND = List.of(
            new Change.Opening("L’Écluse \"haute\"", 42.52971, -2.6103, 3),
            new Change.Opening("Sans médecin", 42.5, 2.6, 0),
            new Change.Closure(new UUID(7, 9), "Maison; la <petite>"),
            new Change.Departure("2A004", "Ajaccio", 50));

    private final Wired wired = new Wired();
    private final Scenarios scenarios = wired.get(Scenarios.class);

    @AfterEach
    void close() {
        wired.close();
    }

    @Test
    void everyKindOfChangeComesBackAsItWent() {
        UUID account = UUID.randomUUID();
        Scenario kept = scenarios.add("Trois ouvertures", "department-66", EVERY_KIND, account);
        assertThat(kept.changes()).isEqualTo(EVERY_KIND);
        assertThat(kept.createdAt()).isEqualTo(wired.clock.instant());
        assertThat(kept.area()).isEqualTo("department-66");
        assertThat(scenarios.findByToken(kept.token())).contains(kept);
        assertThat(scenarios.list()).containsExactly(kept);
        assertThat(wired.jdbc
                        .sql("select created_by from planning.scenario")
                        .query(UUID.class)
                        .single())
                .isEqualTo(account);
    }

    @Test
    void aLinkIsHardToGuessAndGoneWithItsScenario() {
        Scenario kept = scenarios.add("Un", "all", EVERY_KIND, null);
        Scenario other = scenarios.add("Un", "all", EVERY_KIND, null);
        assertThat(kept.token()).hasSize(24).matches("[A-Za-z0-9_-]+").isNotEqualTo(other.token());
        assertThat(scenarios.findByToken("unknown")).isEmpty();
        assertThat(scenarios.findByToken("")).isEmpty();
        assertThat(scenarios.remove(kept.id())).isTrue();
        assertThat(scenarios.remove(kept.id())).isFalse();
        assertThat(scenarios.findByToken(kept.token())).isEmpty();
        assertThat(scenarios.list()).extracting(Scenario::id).doesNotContain(kept.id());
        assertThat(scenarios.restore(kept.id())).isTrue();
        assertThat(scenarios.restore(kept.id())).isFalse();
        assertThat(scenarios.findByToken(kept.token())).contains(kept);
        assertThat(scenarios.remove(kept.id())).isTrue();
        assertThat(scenarios.findByToken(other.token())).contains(other);
    }

    @Test
    void theLatestStandsFirstAndThoseAskedForComeInTheirOrder() {
        Scenario first = scenarios.add("Premier", "all", EVERY_KIND, null);
        wired.clock.advance(Duration.ofMinutes(1));
        Scenario second = scenarios.add("Second", "all", EVERY_KIND, null);
        assertThat(scenarios.list()).containsExactly(second, first);
        assertThat(scenarios.listByIds(List.of(first.id(), UUID.randomUUID(), second.id())))
                .containsExactly(first, second);
        assertThat(scenarios.listByIds(List.of())).isEmpty();
    }

    @Test
    void aScenarioHasANameAndNotTooManyChanges() {
        assertThatThrownBy(() -> scenarios.add("", "all", EVERY_KIND, null))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> scenarios.add("n".repeat(121), "all", EVERY_KIND, null))
                .isInstanceOf(DataIntegrityViolationException.class);
        var many = Collections.nCopies(Scenario.MOST_CHANGES + 1, EVERY_KIND.getFirst());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scenario(new UUID(0, 0), "t", "n", "all", many, wired.clock.instant()))
                .withMessageContaining("101");
    }

    @Test
    void doctorsOutOfRangeAreNoChange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Change.Opening("", 42, 2, 51));
        assertThatIllegalArgumentException().isThrownBy(() -> new Change.Opening("", 42, 2, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Change.Opening("", 91, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Change.Departure("66136", "", 0));
    }
}
