package fr.quartdheure.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.time.PublicHoliday;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final List<OpeningHours> MONDAYS = List.of(
            new OpeningHours(ID, DayOfWeek.MONDAY, LocalTime.of(8, 30), LocalTime.of(12, 0)),
            new OpeningHours(ID, DayOfWeek.MONDAY, LocalTime.of(14, 0), LocalTime.of(18, 0)));

    @Test
    void aMondayInWinter() {
        assertThat(at("2026-11-23T07:29:00Z")).isEqualTo(new Opening.Later(LocalTime.of(8, 30)));
        assertThat(at("2026-11-23T07:30:00Z")).isEqualTo(new Opening.Open(LocalTime.of(12, 0)));
        assertThat(at("2026-11-23T11:00:00Z")).isEqualTo(new Opening.Later(LocalTime.of(14, 0)));
        assertThat(at("2026-11-23T17:00:00Z")).isEqualTo(new Opening.ClosedToday());
        assertThat(at("2026-11-24T10:00:00Z")).isEqualTo(new Opening.ClosedToday());
    }

    @Test
    void whitMondayIsAHoliday() {
        assertThat(at("2026-05-25T08:00:00Z")).isEqualTo(new Opening.Holiday(PublicHoliday.WHIT_MONDAY));
        assertThat(Opening.at(Instant.parse("2026-05-25T08:00:00Z"), site(true), MONDAYS, List.of()))
                .isEqualTo(new Opening.Open(LocalTime.of(12, 0)));
    }

    @Test
    void aClosureWins() {
        var works =
                new Closure(UUID.randomUUID(), ID, LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 23), "travaux");
        assertThat(Opening.at(Instant.parse("2026-11-23T08:00:00Z"), site(false), MONDAYS, List.of(works)))
                .isEqualTo(new Opening.Closed(works));
    }

    @Test
    void withoutHoursNothingIsClaimed() {
        assertThat(Opening.at(Instant.parse("2026-11-23T08:00:00Z"), site(false), List.of(), List.of()))
                .isEqualTo(new Opening.Unknown());
    }

    private static Opening at(String instant) {
        return Opening.at(Instant.parse(instant), site(false), MONDAYS, List.of());
    }

    private static Site site(boolean opensOnHolidays) {
        return new Site(
                ID,
                ID,
                "Maison de santé",
                SiteKind.MSP,
                null,
                new Address(null, "66000", "66136", "Perpignan"),
                new Position(42.7, 2.9),
                null,
                null,
                null,
                null,
                opensOnHolidays,
                24,
                Provenance.LOCAL);
    }
}
