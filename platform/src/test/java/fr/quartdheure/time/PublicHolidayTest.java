package fr.quartdheure.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Easter Sundays are those of the Bureau des longitudes. */
class PublicHolidayTest {

    @ParameterizedTest
    @CsvSource({
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2029-04-01",
        "2030-04-21",
        "2031-04-13",
        "2032-03-28",
        "2033-04-17",
        "2034-04-09",
        "2035-03-25",
        "2036-04-13"
    })
    void easter_falls_on_its_known_day(LocalDate easter) {
        assertThat(PublicHoliday.easter(easter.getYear())).isEqualTo(easter);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01,NEW_YEAR",
        "2026-04-06,EASTER_MONDAY",
        "2026-05-01,LABOUR_DAY",
        "2026-05-08,VICTORY_1945",
        "2026-05-14,ASCENSION",
        "2026-05-25,WHIT_MONDAY",
        "2026-07-14,NATIONAL_DAY",
        "2026-08-15,ASSUMPTION",
        "2026-11-01,ALL_SAINTS",
        "2026-11-11,ARMISTICE_1918",
        "2026-12-25,CHRISTMAS"
    })
    void the_year_2026_has_its_eleven_days(LocalDate day, PublicHoliday holiday) {
        assertThat(PublicHoliday.on(day)).contains(holiday);
    }

    @Test
    void every_other_day_is_a_working_day() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        assertThat(first.datesUntil(first.plusYears(1))
                        .filter(day -> PublicHoliday.on(day).isPresent()))
                .hasSize(11);
    }

    @Test
    void easter_sunday_is_no_public_holiday() {
        assertThat(PublicHoliday.on(LocalDate.of(2026, 4, 5))).isEmpty();
        assertThat(PublicHoliday.on(LocalDate.of(2026, 5, 24))).isEmpty();
    }

    @Test
    void movable_days_keep_their_weekday() {
        IntStream.rangeClosed(2024, 2036).forEach(year -> {
            assertThat(PublicHoliday.EASTER_MONDAY.in(year).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(PublicHoliday.ASCENSION.in(year).getDayOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
            assertThat(PublicHoliday.WHIT_MONDAY.in(year).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        });
    }

    /** In 2008 Ascension was Labour Day: a day has one name only, and stays a holiday. */
    @Test
    void two_holidays_may_share_a_day() {
        assertThat(PublicHoliday.ASCENSION.in(2008)).isEqualTo(PublicHoliday.LABOUR_DAY.in(2008));
        assertThat(PublicHoliday.on(LocalDate.of(2008, 5, 1))).contains(PublicHoliday.LABOUR_DAY);
    }

    @Test
    void names_are_keys_of_the_messages() {
        assertThat(Arrays.stream(PublicHoliday.values()).map(PublicHoliday::nameKey))
                .contains("holiday.easter-monday", "holiday.victory-1945")
                .doesNotHaveDuplicates();
    }
}
