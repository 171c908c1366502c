package fr.quartdheure.sas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.time.Paris;
import fr.quartdheure.wire.FhirTimes;
import fr.quartdheure.wire.Refused;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Every form in which a moment may arrive means that moment. */
class SasTimesPropertyTest {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final SasTimes TIMES = new SasTimes(true);

    @Provide
    Arbitrary<LocalDateTime> walls() {
        return Arbitraries.longs()
                .between(0, 10L * 365 * 24 * 3600)
                .map(seconds -> LocalDateTime.of(2025, 1, 1, 0, 0).plusSeconds(seconds))
                .filter(wall -> Paris.ZONE.getRules().getValidOffsets(wall).size() == 1);
    }

    @Property
    void withoutAnOffsetAndWithTheZeroOneItIsParis(@ForAll("walls") LocalDateTime wall) {
        Instant meant = wall.atZone(Paris.ZONE).toInstant();
        for (String end :
                new String[] {"", ".000", ".000+00:00", ".000 00:00", ".000+00", ".000 00", "+00:00", "+0000"}) {
            assertThat(TIMES.from(SECONDS.format(wall) + end)).as(end).isEqualTo(meant);
            assertThat(TIMES.to(SECONDS.format(wall) + end)).as(end).isEqualTo(meant);
        }
    }

    @Property
    void withAnotherOffsetItIsThatInstantHoweverThePlusArrives(
            @ForAll("walls") LocalDateTime wall, @ForAll @IntRange(min = 1, max = 14) int hours) {
        Instant meant = wall.toInstant(ZoneOffset.ofHours(hours));
        String text = SECONDS.format(wall);
        assertThat(TIMES.from(text + ".000+%02d:00".formatted(hours))).isEqualTo(meant);
        assertThat(TIMES.from(text + ".000 %02d:00".formatted(hours))).isEqualTo(meant);
        assertThat(TIMES.from(text + "+%02d00".formatted(hours))).isEqualTo(meant);
        assertThat(TIMES.from(text + ".000-%02d:00".formatted(hours)))
                .isEqualTo(wall.toInstant(ZoneOffset.ofHours(-hours)));
        assertThat(TIMES.from(text + "Z")).isEqualTo(wall.toInstant(ZoneOffset.UTC));
        assertThat(new SasTimes(false).from(text + "+00:00")).isEqualTo(wall.toInstant(ZoneOffset.UTC));
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("walls") LocalDateTime wall) {
        Instant instant = wall.atZone(Paris.ZONE).toInstant();
        String written = FhirTimes.written(instant);
        assertThat(written).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}[+]0[12]:00");
        assertThat(TIMES.from(written)).isEqualTo(instant);
    }

    @Example
    void theHourThatComesTwiceMakesTheLongerPeriod() {
        assertThat(TIMES.from("2026-10-25T02:30:00")).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(TIMES.to("2026-10-25T02:30:00")).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Example
    void aMereDateIsTheWholeDay() {
        assertThat(TIMES.from("2026-11-23")).isEqualTo(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(TIMES.to("2026-11-23")).isEqualTo(Instant.parse("2026-11-23T22:59:59.999Z"));
    }

    @Example
    void whatIsNoDateIsRefused() {
        for (String text : new String[] {
            "",
            "demain",
            "2026-02-30",
            "2026-11-23T25:00:00",
            "2026-11-23T10:00:00+19:00",
            "2026-11-23T10:00:00+01:99",
            "0000-01-01",
            "9999-12-31T23:59:59",
            "2026-11-23 10:00:00",
            "2026-11-23T10:00:00+1"
        }) {
            assertThatThrownBy(() -> TIMES.from(text)).as(text).isInstanceOf(Refused.class);
        }
    }
}
