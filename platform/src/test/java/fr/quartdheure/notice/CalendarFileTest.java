package fr.quartdheure.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {

    private static final UUID ID = UUID.fromString("0190a3c4-0000-4000-8000-000000000001");

    @ParameterizedTest
    @CsvSource({
        "2026-10-23T07:20:00Z,TZID=Europe/Paris:20261023T092000",
        "2026-10-26T08:20:00Z,TZID=Europe/Paris:20261026T092000",
        "2026-10-25T00:30:00Z,20261025T003000Z",
        "2026-10-25T01:30:00Z,20261025T013000Z",
        "2027-03-29T07:20:00Z,TZID=Europe/Paris:20270329T092000"
    })
    void hoursSurviveTheClockChange(Instant start, String written) throws Exception {
        String text = CalendarFile.of(entry(start, 0, false, "lea@example.org")).text();
        assertThat(text).contains(written);
        assertThat(instant(read(text), Property.DTSTART)).isEqualTo(start);
        assertThat(instant(read(text), Property.DTEND)).isEqualTo(start.plus(Duration.ofMinutes(20)));
    }

    @Test
    void itHoldsWhatCalendarsAskFor() throws Exception {
        String text = CalendarFile.of(entry(Instant.parse("2026-11-23T08:20:00Z"), 0, false, "lea@example.org"))
                .text();
        Calendar calendar = read(text);
        calendar.validate();
        assertThat(CalendarFile.methodOf(text)).isEqualTo("REQUEST");
        assertThat(value(event(calendar), Property.UID)).isEqualTo(ID + "@quartdheure");
        assertThat(value(event(calendar), Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(event(calendar), Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(event(calendar), Property.LOCATION)).isEqualTo("3 rue du Maréchal Foch, Perpignan");
        assertThat(value(event(calendar), Property.DESCRIPTION)).isEqualTo("À l’étage ; sonnez.\nApportez la carte.");
        assertThat(value(event(calendar), Property.URL)).isEqualTo("https://example.org/manage/abc");
        assertThat(value(event(calendar), Property.ATTENDEE)).isEqualTo("mailto:lea@example.org");
        assertThat(text)
                .contains("BEGIN:VTIMEZONE")
                .contains("TRIGGER:-P1D")
                .contains("PARTSTAT=ACCEPTED")
                .doesNotContain("1891");
        assertThat(text.lines().mapToInt(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length))
                .allMatch(length -> length <= 75);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void aCancellationIsNewerAndTakesTheEntryOut() throws Exception {
        String text = CalendarFile.of(entry(Instant.parse("2026-11-23T08:20:00Z"), 2, true, "lea@example.org"))
                .text();
        assertThat(CalendarFile.methodOf(text)).isEqualTo("CANCEL");
        assertThat(value(event(read(text)), Property.SEQUENCE)).isEqualTo("2");
        assertThat(value(event(read(text)), Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(text).doesNotContain("VALARM");
    }

    @Test
    void anUpdateIsTheSameEntryNewerBetweenTheSamePeople() throws Exception {
        var first = read(CalendarFile.of(entry(Instant.parse("2026-11-23T08:20:00Z"), 0, false, "lea@example.org"))
                .text());
        var moved = read(CalendarFile.of(entry(Instant.parse("2026-11-24T09:20:00Z"), 1, false, "lea@example.org"))
                .text());
        var gone = read(CalendarFile.of(entry(Instant.parse("2026-11-24T09:20:00Z"), 2, true, "lea@example.org"))
                .text());
        for (Calendar calendar : java.util.List.of(first, moved, gone)) {
            calendar.validate();
            assertThat(value(event(calendar), Property.UID)).isEqualTo(ID + "@quartdheure");
            assertThat(value(event(calendar), Property.ORGANIZER)).isEqualTo("mailto:rendez-vous@example.org");
            assertThat(value(event(calendar), Property.ATTENDEE)).isEqualTo("mailto:lea@example.org");
            assertThat(event(calendar).getProperty(Property.DTSTAMP)).isPresent();
        }
        assertThat(java.util.stream.Stream.of(first, moved, gone).map(one -> value(event(one), Property.SEQUENCE)))
                .containsExactly("0", "1", "2");
        assertThat(gone.toString()).contains("METHOD:CANCEL");
        assertThat(moved.toString()).contains("METHOD:REQUEST", "ROLE=REQ-PARTICIPANT", "CN=");
    }

    @Test
    void withoutTwoPeopleACancellationIsOnlyPublished() throws Exception {
        String text = CalendarFile.of(entry(Instant.parse("2026-11-23T08:20:00Z"), 2, true, null))
                .text();
        assertThat(CalendarFile.methodOf(text)).isEqualTo("PUBLISH");
        assertThat(value(event(read(text)), Property.STATUS)).isEqualTo("CANCELLED");
    }

    @Test
    void aDownloadedFileAsksNobody() {
        String text = CalendarFile.of(entry(Instant.parse("2026-11-23T08:20:00Z"), 0, false, null))
                .text();
        assertThat(CalendarFile.methodOf(text)).isEqualTo("PUBLISH");
        assertThat(text).doesNotContain("ATTENDEE");
    }

    private static CalendarEntry entry(Instant start, int sequence, boolean cancelled, @Nullable String attendee) {
        return new CalendarEntry(
                ID,
                sequence,
                cancelled,
                start,
                start.plus(Duration.ofMinutes(20)),
                Instant.parse("2026-10-01T10:00:00Z"),
                "Médecine générale, Dr Élise Roca, consultation de vingt minutes à la maison de santé",
                "3 rue du Maréchal Foch, Perpignan",
                "À l’étage ; sonnez.\nApportez la carte.",
                URI.create("https://example.org/manage/abc"),
                "rendez-vous@example.org",
                attendee,
                Duration.ofDays(1));
    }

    private static Calendar read(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private static Instant instant(Calendar calendar, String property) {
        DateProperty<?> date =
                event(calendar).<DateProperty<?>>getProperty(property).orElseThrow();
        return Instant.from(date.getDate());
    }
}
