package fr.quartdheure.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.ContactVisits.Entering;
import fr.quartdheure.support.SettableClock;
import fr.quartdheure.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ContactVisitsModuleTest {

    private static final DataSource DATABASE = TestDatabase.fresh();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private String code = "";
    private final ContactProofs proofs = new ContactProofs(jdbc, clock, this::heard);
    private final ContactVisits visits = new ContactVisits(jdbc, proofs, clock);
    private final Contact lea = Contact.of(Channel.EMAIL, "lea-" + UUID.randomUUID() + "@example.org");

    @Test
    void theCodeOpensTheVisitUnderANewToken() {
        String asked = visits.ask(lea).orElseThrow();
        assertThat(visits.findAsked(asked)).contains(lea);
        assertThat(visits.see(asked)).as("before the code").isEmpty();
        String token = entered(asked);
        assertThat(visits.see(token)).contains(lea);
        assertThat(visits.see(asked))
                .as("a token that somebody planted before the code")
                .isEmpty();
        assertThat(visits.findAsked(asked)).isEmpty();
    }

    @Test
    void theSameCodeOpensNoSecondTime() {
        String asked = visits.ask(lea).orElseThrow();
        visits.end(entered(asked));
        assertThat(visits.enter(asked, code))
                .as("somebody goes back in a shared browser and sends the form again")
                .isEqualTo(new Entering.Refused(new ProofOutcome.Unknown()));
    }

    @Test
    void wrongCodesAreCountedAndFiveEndIt() {
        String asked = visits.ask(lea).orElseThrow();
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int left = 4; left > 0; left--) {
            assertThat(visits.enter(asked, wrong)).isEqualTo(new Entering.Refused(new ProofOutcome.Wrong(left)));
        }
        assertThat(visits.enter(asked, wrong)).isEqualTo(new Entering.Refused(new ProofOutcome.Exhausted()));
        assertThat(visits.enter(asked, code)).isEqualTo(new Entering.Refused(new ProofOutcome.Exhausted()));
        assertThat(visits.see(asked)).isEmpty();
    }

    @Test
    void halfAnHourWithoutActivityEndsIt() {
        String token = entered(visits.ask(lea).orElseThrow());
        clock.advance(Duration.ofMinutes(29));
        assertThat(visits.see(token)).contains(lea);
        clock.advance(Duration.ofMinutes(29));
        assertThat(visits.see(token)).as("29 minutes after it was last seen").contains(lea);
        clock.advance(Duration.ofMinutes(30));
        assertThat(visits.see(token)).isEmpty();
    }

    @Test
    void fourHoursEndItHoweverBusy() {
        String token = entered(visits.ask(lea).orElseThrow());
        for (int i = 0; i < 11; i++) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(visits.see(token)).contains(lea);
        }
        clock.advance(Duration.ofMinutes(20));
        assertThat(visits.see(token)).isEmpty();
    }

    @Test
    void fiveCodesAnHourGoToAContactFromAllBrowsersTogether() {
        for (int i = 0; i < ContactVisits.MOST_CODES_AN_HOUR; i++) {
            assertThat(visits.ask(lea)).isPresent();
            clock.advance(Duration.ofMinutes(10));
        }
        assertThat(visits.ask(lea)).isEmpty();
        assertThat(visits.ask(Contact.of(Channel.SMS, "06 39 98 12 34"))).isPresent();
        clock.advance(Duration.ofMinutes(10));
        assertThat(visits.ask(lea)).as("an hour after the first").isPresent();
    }

    @Test
    void oldVisitsAreForgotten() {
        String token = entered(visits.ask(lea).orElseThrow());
        clock.advance(Duration.ofHours(25));
        visits.sweep();
        assertThat(visits.see(token)).isEmpty();
        assertThat(jdbc.sql("select count(*) from account.contact_visit where contact = :contact")
                        .param("contact", lea.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String entered(String asked) {
        return ((Entering.Entered) visits.enter(asked, code)).token();
    }

    private void heard(Object event) {
        if (event instanceof ContactProofRequested requested) {
            code = proofs.issue(requested.proofId()).orElseThrow().code();
        }
    }
}
