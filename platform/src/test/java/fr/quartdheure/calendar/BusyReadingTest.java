package fr.quartdheure.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.calendar.BusyReading.Read;
import fr.quartdheure.calendar.RawCalendar.Unreadable;
import fr.quartdheure.time.Period;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusyReadingTest {

    private static final Period WINDOW =
            new Period(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2027-04-30T00:00:00Z"));

    @Test
    void aWeeklyHourStaysOnTheWallWhenTheClocksChange() throws Exception {
        assertThat(busy(event(
                        "DTSTART;TZID=Europe/Paris:20261019T090000", "DTEND;TZID=Europe/Paris:20261019T100000", """
                RRULE:FREQ=WEEKLY;COUNT=3
                """)))
                .containsExactly(
                        "2026-10-19T07:00:00Z/2026-10-19T08:00:00Z",
                        "2026-10-26T08:00:00Z/2026-10-26T09:00:00Z",
                        "2026-11-02T08:00:00Z/2026-11-02T09:00:00Z");
    }

    @Test
    void exceptionsAndSingleChangesStandForTheRule() throws Exception {
        String master = event("DTSTART;TZID=Europe/Paris:20261102T090000", "DURATION:PT30M", """
                RRULE:FREQ=DAILY;UNTIL=20261106T080000Z
                EXDATE;TZID=Europe/Paris:20261103T090000
                """);
        String changed = event("DTSTART;TZID=Europe/Paris:20261104T150000", "DURATION:PT1H", """
                RECURRENCE-ID;TZID=Europe/Paris:20261104T090000
                """);
        String cancelled = event("DTSTART;TZID=Europe/Paris:20261105T090000", "DURATION:PT30M", """
                RECURRENCE-ID:20261105T080000Z
                STATUS:CANCELLED
                """);
        assertThat(busy(master + changed + cancelled))
                .containsExactly(
                        "2026-11-02T08:00:00Z/2026-11-02T08:30:00Z",
                        "2026-11-04T14:00:00Z/2026-11-04T15:00:00Z",
                        "2026-11-06T08:00:00Z/2026-11-06T08:30:00Z");
    }

    @Test
    void wholeDaysLastFromMidnightToMidnightInParis() throws Exception {
        assertThat(busy(event("DTSTART;VALUE=DATE:20261024", "DTEND;VALUE=DATE:20261026", "")))
                .containsExactly("2026-10-23T22:00:00Z/2026-10-25T23:00:00Z");
        assertThat(busy(event("DTSTART;VALUE=DATE:20261111", "SUMMARY:Armistice", "")))
                .containsExactly("2026-11-10T23:00:00Z/2026-11-11T23:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TRANSP:TRANSPARENT", "STATUS:CANCELLED", "X-MICROSOFT-CDO-BUSYSTATUS:FREE", "UID:1@quartdheure"
            })
    void whatIsFreeOrCancelledOrOursTakesNothing(String line) throws Exception {
        String one = event("DTSTART:20261102T080000Z", "DTEND:20261102T090000Z", line);
        assertThat(busy(line.startsWith("UID") ? one.replace("UID:one\r\n", "") : one))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART;TZID=Romance Standard Time:20261102T090000",
                "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20261102T090000",
                "DTSTART:20261102T090000",
                "DTSTART;TZID=\"Europe/Paris\":20261102T090000",
                "DTSTART:20261102T080000Z",
                "DTSTART;TZID=Asia/Tokyo:20261102T170000"
            })
    void theSameHourInManyZones(String start) throws Exception {
        assertThat(busy(event(start, "DURATION:PT15M", "")))
                .containsExactly("2026-11-02T08:00:00Z/2026-11-02T08:15:00Z");
    }

    @Test
    void aFileBringsItsOwnZone() throws Exception {
        String zone = """
                BEGIN:VTIMEZONE
                TZID:Chez nous
                BEGIN:STANDARD
                DTSTART:19701025T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:19700329T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                END:DAYLIGHT
                END:VTIMEZONE
                """;
        assertThat(busy(zone + event("DTSTART;TZID=Chez nous:20261020T090000", "DURATION:PT1H", "")))
                .containsExactly("2026-10-20T07:00:00Z/2026-10-20T08:00:00Z");
        assertThat(busy(zone + event("DTSTART;TZID=Chez nous:20261120T090000", "DURATION:PT1H", "")))
                .containsExactly("2026-11-20T08:00:00Z/2026-11-20T09:00:00Z");
    }

    @Test
    void hoursWithoutAZoneAreThoseOfTheCalendar() throws Exception {
        assertThat(busy("X-WR-TIMEZONE:Indian/Reunion\r\n" + event("DTSTART:20261102T120000", "DURATION:PT1H", "")))
                .containsExactly("2026-11-02T08:00:00Z/2026-11-02T09:00:00Z");
    }

    @Test
    void timesThatAreOnlyTakenCountToo() throws Exception {
        assertThat(busy("""
                BEGIN:VFREEBUSY
                UID:f
                FREEBUSY;FBTYPE=BUSY:20261102T080000Z/20261102T083000Z,20261103T080000Z/PT15M
                FREEBUSY;FBTYPE=FREE:20261104T080000Z/20261104T083000Z
                END:VFREEBUSY
                """))
                .containsExactly(
                        "2026-11-02T08:00:00Z/2026-11-02T08:30:00Z", "2026-11-03T08:00:00Z/2026-11-03T08:15:00Z");
    }

    @Test
    void whatIsNotUnderstoodIsCountedAndTheRestIsRead() throws Exception {
        Read read = read(event("DTSTART;TZID=Nowhere/Land:20261102T090000", "DURATION:PT1H", "")
                + event("DTSTART:yesterday", "DURATION:PT1H", "")
                + event("DTSTART:20261102T080000Z", "DURATION:PT1H", "RRULE:FREQ=SOMETIMES")
                + event("DTSTART:20261102T080000Z", "DURATION:PT1H", ""));
        assertThat(read.unreadable()).isEqualTo(3);
        assertThat(read.events()).isEqualTo(4);
        assertThat(read.busy()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=SECONDLY",
                "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5,6,7,8,9"
            })
    void rulesWithoutMeasureAreRefusedAtOnce(String rule) {
        assertThatThrownBy(() -> read(event("DTSTART:19700101T000000Z", "DURATION:PT1S", rule)))
                .isInstanceOfSatisfying(
                        Unreadable.class, refused -> assertThat(refused.why).isEqualTo(Failure.TOO_MANY_EVENTS));
    }

    @Test
    void tenThousandEventsAreReadAndNoMore() throws Exception {
        String one = event("DTSTART:20261102T080000Z", "DURATION:PT1H", "");
        assertThat(read(one.repeat(RawCalendar.MOST_EVENTS)).busy()).hasSize(1);
        assertThatThrownBy(() -> read(one.repeat(RawCalendar.MOST_EVENTS + 1)))
                .isInstanceOfSatisfying(
                        Unreadable.class, refused -> assertThat(refused.why).isEqualTo(Failure.TOO_MANY_EVENTS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!doctype html><title>Sign in</title>",
                "BEGIN:VCARD\r\nEND:VCARD\r\n",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT"
            })
    void whatIsNoCalendarIsSaid(String text) {
        assertThatThrownBy(() -> BusyReading.read(text, WINDOW))
                .isInstanceOfSatisfying(
                        Unreadable.class, refused -> assertThat(refused.why).isEqualTo(Failure.NOT_A_CALENDAR));
    }

    @Test
    void hoursThatTouchAreOne() throws Exception {
        assertThat(busy(event("DTSTART:20261102T080000Z", "DURATION:PT1H", "")
                        + event("DTSTART:20261102T090000Z", "DURATION:PT1H", "")
                        + event("DTSTART:20261102T083000Z", "DURATION:PT15M", "")))
                .containsExactly("2026-11-02T08:00:00Z/2026-11-02T10:00:00Z");
    }

    private static String event(String start, String end, String more) {
        return "BEGIN:VEVENT\r\nUID:one\r\n" + start + "\r\n" + end + "\r\n"
                + (more.isBlank() ? "" : more.strip().replace("\n", "\r\n") + "\r\n") + "END:VEVENT\r\n";
    }

    private static Read read(String components) throws Unreadable {
        String inner = components.replaceAll("(?<!\r)\n", "\r\n");
        return BusyReading.read(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//FR\r\n" + inner + "END:VCALENDAR\r\n", WINDOW);
    }

    private static List<String> busy(String components) throws Unreadable {
        return read(components).busy().stream()
                .map(period -> period.start() + "/" + period.end())
                .toList();
    }
}
