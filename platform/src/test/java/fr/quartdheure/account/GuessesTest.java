package fr.quartdheure.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final Guesses guesses = new Guesses(clock);

    @Test
    void aPatientGuesserGetsAtMostOneHundredAnHour() {
        assertThat(inAnHour("secretaire", false)).isLessThanOrEqualTo(100).isGreaterThan(50);
    }

    @Test
    void anAddressGetsAtMostOneHundredAnHourWhateverTheLogins() {
        assertThat(inAnHour("login", true)).isLessThanOrEqualTo(100).isGreaterThan(50);
    }

    @Test
    void theRightPasswordForgives() {
        for (int i = 0; i < 5; i++) {
            guesses.admit("secretaire", "192.0.2.1");
        }
        guesses.forgive("secretaire", "192.0.2.1");
        for (int i = 0; i < 5; i++) {
            assertThat(guesses.admit("secretaire", "192.0.2.1")).isZero();
        }
        assertThat(guesses.admit("secretaire", "192.0.2.1")).isPositive();
    }

    @Test
    void aGuesserCannotHopWithinItsNetwork() {
        for (int i = 0; i < 20; i++) {
            guesses.admit("login" + i, "2001:db8:1:2::" + Integer.toHexString(i + 1));
        }
        assertThat(guesses.admit("another", "2001:db8:1:2:ffff::1")).isPositive();
        assertThat(guesses.admit("another", "2001:db8:1:3::1")).isZero();
    }

    private int inAnHour(String login, boolean changing) {
        int admitted = 0;
        for (int second = 0; second < 3600; second++) {
            while (guesses.admit(changing ? login + admitted : login, changing ? "192.0.2.1" : "192.0.2." + admitted)
                    .isZero()) {
                admitted++;
            }
            clock.advance(Duration.ofSeconds(1));
        }
        return admitted;
    }
}
