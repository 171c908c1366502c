package fr.quartdheure.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the lines of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)), 8))
                .isEqualTo(code);
        assertThat(Totp.code(Base32.text(SECRET), Instant.ofEpochSecond(seconds)))
                .isEqualTo(code.substring(2));
    }

    @Test
    void aCodeIsGoodForOneStepBeforeAndAfter() {
        Instant now = Instant.ofEpochSecond(1_111_111_111L);
        String code = Totp.code(SECRET, Totp.step(now), Totp.DIGITS);
        assertThat(Totp.stepOf(SECRET, code, now, -1)).hasValue(Totp.step(now));
        assertThat(Totp.stepOf(SECRET, code, now.plusSeconds(30), -1)).hasValue(Totp.step(now));
        assertThat(Totp.stepOf(SECRET, code, now.minusSeconds(30), -1)).hasValue(Totp.step(now));
        assertThat(Totp.stepOf(SECRET, code, now.plusSeconds(60), -1)).isEmpty();
        assertThat(Totp.stepOf(SECRET, code, now.minusSeconds(60), -1)).isEmpty();
        assertThat(Totp.stepOf(SECRET, code, now, Totp.step(now))).isEmpty();
    }

    /** RFC 4648, §10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32IsThatOfTheStandard(String plain, String letters) {
        assertThat(Base32.text(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(letters);
        assertThat(Base32.bytes(letters.toLowerCase(java.util.Locale.ROOT) + "=="))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo(plain);
    }

    @Test
    void aSecretWithOtherLettersIsRefused() {
        assertThatThrownBy(() -> Base32.bytes("MZXW1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1");
    }
}
