package fr.quartdheure.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.time.Paris;
import fr.quartdheure.wire.FhirTimes;
import fr.quartdheure.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Dates of a search: every instant is before, within or after what a date means, and the prefixes agree on which. */
class MomentsPropertyTest {

    @Property
    void prefixesPartTheTime(@ForAll("instants") Instant instant, @ForAll("dates") String date) {
        boolean within = holds("eq" + date, instant);
        boolean before = holds("lt" + date, instant);
        boolean after = holds("gt" + date, instant);
        assertThat(List.of(within, before, after)).containsOnlyOnce(true);
        assertThat(holds("le" + date, instant)).isEqualTo(before || within);
        assertThat(holds("ge" + date, instant)).isEqualTo(after || within);
        assertThat(holds("sa" + date, instant)).isEqualTo(after);
        assertThat(holds("eb" + date, instant)).isEqualTo(before);
        assertThat(holds(date, instant)).isEqualTo(within);
    }

    @Property
    void anInstantIsFoundByTheDateThatAnswersShow(@ForAll("instants") Instant instant) {
        String written = FhirTimes.written(instant);
        assertThat(holds(written, instant)).isTrue();
        assertThat(holds(written.replace('+', ' '), instant)).isTrue();
        assertThat(holds("gt" + written, instant)).isFalse();
        assertThat(holds(written.substring(0, 10), instant)).isTrue();
        assertThat(holds(written.substring(0, 7), instant)).isTrue();
        assertThat(holds(written.substring(0, 4), instant)).isTrue();
    }

    @Property
    void twoBoundsHoldTogether(
            @ForAll("instants") Instant instant, @ForAll("dates") String from, @ForAll("dates") String to) {
        var both = Moments.of("ge" + from, "start").and(Moments.of("lt" + to, "start"));
        assertThat(contains(both, instant)).isEqualTo(holds("ge" + from, instant) && holds("lt" + to, instant));
    }

    @Property
    void anythingElseIsRefusedAndNeverFails(@ForAll String text) {
        try {
            assertThat(Moments.of(text, "start")).isNotNull();
        } catch (Refused refused) {
            assertThat(refused.where()).isEqualTo("start");
        }
    }

    @Example
    void aDayIsThatOfParis() {
        assertThat(Moments.of("2026-10-25", "start"))
                .isEqualTo(new Moments(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z")));
        assertThat(Moments.of("2026-11-23T09:00", "start"))
                .isEqualTo(new Moments(Instant.parse("2026-11-23T08:00:00Z"), Instant.parse("2026-11-23T08:01:00Z")));
        assertThat(Moments.of("2026-11-23T09:00:00Z", "start").from()).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
    }

    @Example
    void whatIsNoDateIsRefused() {
        for (String text :
                List.of("", "ge", "demain", "2026-1-1", "2026-02-30", "ne2026-01-01", "ap2026", "2026-11-23T24:01")) {
            assertThatThrownBy(() -> Moments.of(text, "start")).as(text).isInstanceOf(Refused.class);
        }
    }

    @Provide
    Arbitrary<Instant> instants() {
        Instant first = Paris.startOf(LocalDate.of(2026, 1, 1));
        return Arbitraries.longs().between(0, Duration.ofDays(730).toMillis()).map(first::plusMillis);
    }

    @Provide
    Arbitrary<String> dates() {
        return instants().flatMap(instant -> {
            String written = FhirTimes.written(instant);
            return Arbitraries.of(
                    written.substring(0, 4),
                    written.substring(0, 7),
                    written.substring(0, 10),
                    written.substring(0, 16) + written.substring(23),
                    written.substring(0, 19) + written.substring(23),
                    written);
        });
    }

    private static boolean holds(String date, Instant instant) {
        return contains(Moments.of(date, "start"), instant);
    }

    private static boolean contains(Moments moments, Instant instant) {
        return !instant.isBefore(moments.from()) && instant.isBefore(moments.until());
    }
}
