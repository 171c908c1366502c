package fr.quartdheure.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.database.Birth;
import fr.quartdheure.database.Mode;
import fr.quartdheure.support.TestDatabase;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real server on loopback that is slow, huge, leads elsewhere, or is not there. */
class FetchingTest {

    private static final CalendarSettings IMPATIENT =
            new CalendarSettings(Duration.ofMinutes(3), Duration.ofMillis(700), 100_000, true);

    private Elsewhere elsewhere;
    private Fetching demo;
    private Fetching real;

    @SuppressWarnings("NullAway.Init")
    FetchingTest() {}

    @BeforeEach
    void open() throws Exception {
        elsewhere = new Elsewhere();
        demo = new Fetching(IMPATIENT, birth(Mode.DEMO));
        real = new Fetching(IMPATIENT, birth(Mode.REAL));
    }

    @AfterEach
    void close() throws Exception {
        demo.destroy();
        real.destroy();
        elsewhere.close();
    }

    private static Birth birth(Mode mode) {
        return Birth.of(JdbcClient.create(TestDatabase.fresh()), mode);
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        elsewhere.holds(Elsewhere.event("a", "20261123T090000", "20261123T100000"));
        var whole = (Fetched.Whole) demo.fetch(elsewhere.address(), null, null);
        assertThat(whole.text()).contains("BEGIN:VEVENT");
        assertThat(demo.fetch(elsewhere.address(), whole.version(), null)).isInstanceOf(Fetched.Unchanged.class);
        elsewhere.holds();
        assertThat(demo.fetch(elsewhere.address(), whole.version(), null)).isInstanceOf(Fetched.Whole.class);
    }

    @Test
    void slowHugeAndAbsentServersEnd() {
        elsewhere.text = "x".repeat(200);
        elsewhere.pauseMillis = 50;
        assertThat(why(demo, elsewhere.address())).isEqualTo(Failure.TOO_SLOW);
        elsewhere.pauseMillis = 0;
        elsewhere.text = "x".repeat(100_001);
        assertThat(why(demo, elsewhere.address())).isEqualTo(Failure.TOO_LARGE);
        URI before = elsewhere.address();
        elsewhere.close();
        assertThat(why(demo, before)).isEqualTo(Failure.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({"404,GONE", "410,GONE", "403,GONE", "500,REFUSED", "204,REFUSED"})
    void errorsAreTold(int status, Failure failure) {
        elsewhere.status = status;
        assertThat(why(demo, elsewhere.address())).isEqualTo(failure);
    }

    @Test
    void redirectsAreCountedAndJudgedLikeTheFirstAddress() throws Exception {
        elsewhere.redirect = "/again";
        assertThat(why(demo, elsewhere.address())).isEqualTo(Failure.TOO_MANY_REDIRECTS);
        assertThat(elsewhere.conditions).hasSize(4);
        elsewhere.redirect = "https://10.0.0.1/a.ics";
        assertThat(why(demo, elsewhere.address())).isEqualTo(Failure.NOT_PUBLIC);
        elsewhere.redirect = "http://example.org/a.ics";
        assertThat(why(demo, elsewhere.address())).isEqualTo(Failure.NOT_HTTPS);
        try (var other = new Elsewhere()) {
            other.holds();
            elsewhere.redirect = other.address().toString();
            assertThat(demo.fetch(elsewhere.address(), null, null)).isInstanceOf(Fetched.Whole.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:192.168.0.1]/",
                "https://0/",
                "https://2130706433/"
            })
    void aRealPlatformNeverReadsItsOwnNetwork(String url) {
        assertThat(why(real, URI.create(url))).isEqualTo(Failure.NOT_PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/a",
                "http://example.org/a",
                "ftp://example.org/a",
                "file:///etc/passwd",
                "https://a:b@example.org/"
            })
    void aRealPlatformReadsHttpsOnly(String url) {
        assertThat(real.isAllowed(URI.create(url))).isFalse();
        assertThat(why(real, URI.create(url))).isEqualTo(Failure.NOT_HTTPS);
    }

    private static Failure why(Fetching fetching, URI url) {
        return ((Fetched.Failed) fetching.fetch(url, null, null)).why();
    }
}
