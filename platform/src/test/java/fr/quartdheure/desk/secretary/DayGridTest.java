package fr.quartdheure.desk.secretary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayGridTest {

    @Test
    void quartersStandInRowsOfTheirOwn() {
        var grid = DayGrid.around(List.of(at("09:00", "09:15"), at("11:45", "12:00")));

        assertThat(grid.rows()).isEqualTo(12);
        assertThat(spans(grid, at("09:00", "09:15"), at("09:15", "09:45"), at("10:00", "10:15")))
                .containsExactly("0+1 x1", "1+2 x1", "4+1 x1");
    }

    @Test
    void twentyMinutesAreRoundedAndNeverOverlap() {
        var grid = DayGrid.around(List.of(at("09:00", "10:00")));

        assertThat(spans(grid, at("09:00", "09:20"), at("09:20", "09:40"), at("09:40", "10:00")))
                .containsExactly("0+1 x1", "1+2 x1", "3+1 x1");
    }

    @Test
    void tenMinutesShareACellRatherThanVanish() {
        var grid = DayGrid.around(List.of(at("09:00", "09:30")));

        assertThat(spans(grid, at("09:00", "09:10"), at("09:10", "09:20"), at("09:20", "09:30")))
                .containsExactly("0+1 x1", "1+1 x2");
    }

    @Test
    void whatOverlapsIsStackedOverItsWholeLength() {
        var grid = DayGrid.around(List.of(at("09:00", "11:00")));

        assertThat(spans(grid, at("09:00", "10:00"), at("09:15", "09:30"), at("09:45", "10:30"), at("10:30", "11:00")))
                .containsExactly("0+6 x3", "6+2 x1");
    }

    @Test
    void theDayThatStartsOffTheQuarterIsHeldWhole() {
        var grid = DayGrid.around(List.of(at("08:50", "09:10")));

        assertThat(grid.top()).isEqualTo(instant("08:45"));
        assertThat(grid.rows()).isEqualTo(2);
        assertThat(spans(grid, at("08:50", "09:10"))).containsExactly("0+2 x1");
    }

    @Test
    void thePresentIsTheNearestRowOrNone() {
        var grid = DayGrid.around(List.of(at("09:00", "10:00")));

        assertThat(grid.nearestRow(instant("09:27"))).isEqualTo(2);
        assertThat(grid.nearestRow(instant("07:00"))).isEqualTo(-1);
        assertThat(grid.nearestRow(instant("12:00"))).isEqualTo(grid.rows());
    }

    private static List<String> spans(DayGrid grid, Timed... items) {
        return grid.column(List.of(items)).stream()
                .map(span ->
                        span.row() + "+" + span.rows() + " x" + span.items().size())
                .toList();
    }

    private static Timed at(String start, String end) {
        return new Timed(instant(start), instant(end));
    }

    private static Instant instant(String time) {
        return Instant.parse("2026-11-23T" + time + ":00Z");
    }

    private record Timed(Instant start, Instant end) implements DayGrid.Timed {}
}
