package fr.quartdheure.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.ProofOutcome.Exhausted;
import fr.quartdheure.account.ProofOutcome.Expired;
import fr.quartdheure.account.ProofOutcome.Proved;
import fr.quartdheure.account.ProofOutcome.Unknown;
import fr.quartdheure.account.ProofOutcome.Wrong;
import fr.quartdheure.support.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ContactProofsModuleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final DataSource DATABASE = TestDatabase.fresh();

    private final List<Object> events = new ArrayList<>();
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final ContactProofs proofs = at(NOW);

    @Test
    void theRightCodeProvesTheContactAndMayBeRepeated() {
        UUID id = proofs.request(Channel.SMS, "06 39 98 12 34", null);
        assertThat(events).containsExactly(new ContactProofRequested(id, null));
        IssuedCode issued = proofs.issue(id).orElseThrow();
        assertThat(issued.code()).matches("[0-9]{6}");
        assertThat(issued.contact()).isEqualTo("+33639981234");
        String spaced = issued.code().substring(0, 3) + " " + issued.code().substring(3);
        assertThat(proofs.check(id, spaced)).isEqualTo(new Proved(Channel.SMS, "+33639981234"));
        assertThat(at(NOW.plus(Duration.ofMinutes(11))).check(id, issued.code()))
                .isInstanceOf(Proved.class);
        assertThat(proofs.issue(id)).isEmpty();
    }

    @Test
    void theFifthWrongCodeIsTheLast() {
        UUID id = proofs.request(Channel.EMAIL, "lea@Example.org", null);
        String right = proofs.issue(id).orElseThrow().code();
        for (int left = 4; left > 0; left--) {
            assertThat(proofs.check(id, wrong(right))).isEqualTo(new Wrong(left));
        }
        assertThat(proofs.check(id, wrong(right))).isEqualTo(new Exhausted());
        assertThat(proofs.check(id, right)).isEqualTo(new Exhausted());
        assertThat(proofs.issue(id)).isEmpty();
    }

    @Test
    void theFifthCodeMayStillBeRight() {
        UUID id = proofs.request(Channel.EMAIL, "lea@example.org", null);
        String right = proofs.issue(id).orElseThrow().code();
        for (int i = 0; i < 4; i++) {
            proofs.check(id, wrong(right));
        }
        assertThat(proofs.check(id, right)).isEqualTo(new Proved(Channel.EMAIL, "lea@example.org"));
    }

    @Test
    void aCodeExpiresAfterTenMinutes() {
        UUID id = proofs.request(Channel.EMAIL, "lea@example.org", null);
        String right = proofs.issue(id).orElseThrow().code();
        assertThat(at(NOW.plus(Duration.ofMinutes(10))).check(id, right)).isEqualTo(new Expired());
        assertThat(at(NOW.plus(Duration.ofMinutes(10))).issue(id)).isEmpty();
    }

    @Test
    void anUnknownProofIsUnknown() {
        assertThat(proofs.check(UUID.randomUUID(), "123456")).isEqualTo(new Unknown());
        UUID unsent = proofs.request(Channel.EMAIL, "lea@example.org", null);
        assertThat(proofs.check(unsent, "123456")).isEqualTo(new Unknown());
    }

    @Test
    void fiftyWrongCodesAtOnceAreStillFiveAttempts() throws Exception {
        UUID id = proofs.request(Channel.EMAIL, "lea@example.org", null);
        String right = proofs.issue(id).orElseThrow().code();
        List<ProofOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<ProofOutcome>> tries =
                    java.util.Collections.nCopies(50, () -> proofs.check(id, wrong(right)));
            for (Future<ProofOutcome> outcome : threads.invokeAll(tries)) {
                outcomes.add(outcome.get());
            }
        }
        assertThat(outcomes.stream().filter(Wrong.class::isInstance))
                .containsExactlyInAnyOrder(new Wrong(4), new Wrong(3), new Wrong(2), new Wrong(1));
        assertThat(outcomes.stream().filter(Exhausted.class::isInstance)).hasSize(46);
        assertThat(proofs.check(id, right)).isEqualTo(new Exhausted());
    }

    @Test
    void onlyTheHashIsKeptAndOldProofsAreSwept() {
        UUID id = proofs.request(Channel.EMAIL, "lea@example.org", null);
        String right = proofs.issue(id).orElseThrow().code();
        assertThat(jdbc.sql("select encode(code_hash, 'escape') from account.contact_proof where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain(right);
        at(NOW.plus(Duration.ofHours(2))).sweep();
        assertThat(proofs.check(id, right)).isEqualTo(new Unknown());
    }

    private ContactProofs at(Instant time) {
        return new ContactProofs(jdbc, Clock.fixed(time, ZoneOffset.UTC), events::add);
    }

    private static String wrong(String right) {
        return right.startsWith("0") ? "1" + right.substring(1) : "0" + right.substring(1);
    }
}
