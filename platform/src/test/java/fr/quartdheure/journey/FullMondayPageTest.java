package fr.quartdheure.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.PublicHoliday;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A full Monday of Jeanne Danjou as two secretaries live it: forty calls, six people without an appointment, a doctor who
 * falls ill, two visits. Nothing of it may be lost.
 */
class FullMondayPageTest extends RunningPlatform {

    private static final Pattern CALL = Pattern.compile("/secretary/calls/([0-9a-f-]{36})");
    private static final int BOOKINGS = 26;
    private static final int UNSCHEDULED = 6;
    private static final int MOVES = 5;
    private static final int CANCELLATIONS = 3;

    private final LocalDate monday = monday();
    private Browser first;
    private Browser second;
    private UUID site;

    @BeforeEach
    void signIn() {
        first = secretary("nathalie.bosch");
        second = secretary("karim.belhadj");
        String there = location(first.get("/secretary"));
        site = UUID.fromString(there.replaceAll(".*/sites/([0-9a-f-]{36}).*", "$1"));
    }

    @Test
    void nothingIsLostOnAFullMonday() {
        List<UUID> standing = ids("""
                select id from scheduling.appointment where site_id = :site and status = 'booked'
                  and (start_at at time zone 'Europe/Paris')::date = :day order by id
                """);
        assertThat(standing).as("a full Monday").hasSizeGreaterThan(100);
        UUID sick = one("""
                select practitioner_id from scheduling.appointment where site_id = :site and status = 'booked'
                  and (start_at at time zone 'Europe/Paris')::date = :day and service_code = 'general-practice'
                group by practitioner_id order by count(*) desc limit 1
                """);
        List<UUID> kept = ids("""
                select id from scheduling.appointment where site_id = :site and status = 'booked'
                  and (start_at at time zone 'Europe/Paris')::date = :day and practitioner_id <> :other order by id
                """, sick);

        List<UUID> people = patients();
        for (int number = 0; number < BOOKINGS + UNSCHEDULED; number++) {
            String kind = number < BOOKINGS ? "scheduled" : "unscheduled";
            call(number, "booked", who -> book(who.browser(), freeSlot(kind, sick), people.get(who.number())));
        }
        for (int number = 0; number < MOVES; number++) {
            UUID appointment = kept.get(number);
            call(100 + number, "moved", who -> move(who.browser(), appointment, sick));
        }
        for (int number = 0; number < CANCELLATIONS; number++) {
            UUID appointment = kept.get(MOVES + number);
            call(200 + number, "cancelled", who -> cancel(who.browser(), appointment));
        }
        fallsIll(sick);
        visits(people);

        assertThat(count("""
                select count(*) from reception.call c where site_id = :site
                  and account_name in ('Nathalie Bosch', 'Karim Belhadj') and note like 'Lundi %'
                """)).as("calls noted").isEqualTo(BOOKINGS + UNSCHEDULED + MOVES + CANCELLATIONS);
        assertThat(count("""
                select count(*) from scheduling.appointment where status = 'booked' and site_id = :site
                  and (start_at at time zone 'Europe/Paris')::date = :day
                """))
                .as("booked that day: those who stood there and who was given an hour, but for who cancelled")
                .isEqualTo(standing.size() + BOOKINGS + UNSCHEDULED - CANCELLATIONS);
        assertThat(count("""
                select count(*) from roster.reoffer o join scheduling.appointment a on a.id = o.appointment_id
                where a.practitioner_id = :other and (a.start_at at time zone 'Europe/Paris')::date = :day
                """, sick))
                .as("everybody of the doctor who is ill has a line")
                .isEqualTo(count("""
                        select count(*) from scheduling.appointment where practitioner_id = :other and status = 'booked'
                          and (start_at at time zone 'Europe/Paris')::date = :day
                        """, sick));
        assertThat(count("""
                select count(*) from scheduling.occupation a join scheduling.occupation b
                  on a.resource_id = b.resource_id and a.during && b.during and a.ctid < b.ctid
                """)).isZero();
    }

    /** The doctor's free hours are gone, her patients keep theirs until they choose another. */
    private void fallsIll(UUID sick) {
        String query = "practitioner=" + sick + "&first=" + monday;
        assertThat(first.get("/secretary/absence?" + query).body()).contains("id=\"recall\"");
        var recalled =
                first.post("/secretary/absence", Map.of("practitioner", sick.toString(), "first", monday.toString()));
        assertThat(location(recalled)).contains("said=done");
        assertThat(second.get(location(recalled)).body()).contains("messages écrits");
        assertThat(count("""
                select count(*) from scheduling.slot where practitioner_id = :other and free
                  and (start_at at time zone 'Europe/Paris')::date = :day
                """, sick)).isZero();
    }

    private void visits(List<UUID> people) {
        String visits = "/secretary/sites/" + site + "/visits";
        UUID away = one("""
                select r.practitioner_id from directory.practitioner_role r where r.site_id = :site and not exists (
                  select from scheduling.slot s where s.practitioner_id = r.practitioner_id
                    and (s.start_at at time zone 'Europe/Paris')::date = :day)
                order by r.position limit 1
                """);
        second.get(visits + "?day=" + monday);
        second.post(
                visits + "/rounds",
                Map.of(
                        "day", monday.toString(),
                        "practitioner", away.toString(),
                        "starts", "14:00",
                        "ends", "17:00",
                        "lunch", "0"));
        for (int number = 0; number < 2; number++) {
            String patient = people.get(60 + number).toString();
            second.get(visits + "/ask?day=" + monday + "&people=" + patient);
            var fields = new HashMap<>(Map.of(
                    "day",
                    monday.toString(),
                    "people",
                    patient,
                    "address",
                    (3 + number) + " rue Haute",
                    "place",
                    "Cabestany",
                    "on",
                    monday.toString(),
                    "from",
                    "14:00",
                    "until",
                    "16:30"));
            fields.put("minutes", "30");
            fields.put("urgency", "routine");
            assertThat(location(second.post(visits + "/ask", fields))).contains("said=asked");
        }
        var planned = second.post(visits + "/plan", Map.of("day", monday.toString(), "version", "0"));
        assertThat(second.get(location(planned)).body())
                .contains("3 rue Haute", "4 rue Haute")
                .doesNotContain("sans place");
    }

    /** Taken on the telephone: opened, acted upon, saved with what came of it. */
    private void call(int number, String outcome, Act act) {
        Browser secretary = number % 2 == 0 ? first : second;
        Matcher opened =
                CALL.matcher(secretary.get("/secretary/calls/new?site=" + site).body());
        assertThat(opened.find()).isTrue();
        act.run(new Who(secretary, number));
        var saved = secretary.post(
                "/secretary/calls/" + opened.group(1),
                Map.of(
                        "site", site.toString(),
                        "caller", "self",
                        "phone", "04 65 71 00 01",
                        "reason", "appointment",
                        "note", "Lundi " + number,
                        "outcome", outcome,
                        "minutes", "3"));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    }

    private void book(Browser secretary, UUID slot, UUID patient) {
        secretary.get("/secretary/slots/" + slot + "?at=" + site + "&patient=" + patient);
        var booked = secretary.post(
                "/secretary/slots/" + slot,
                Map.of("at", site.toString(), "patient", patient.toString(), "once", once()));
        assertThat(location(booked)).contains("said=booked");
    }

    private void move(Browser secretary, UUID appointment, UUID sick) {
        UUID slot = one("""
                select s.id from scheduling.slot s join scheduling.appointment a on a.id = :appointment
                where s.site_id = :site and s.free and s.service_code = a.service_code
                  and (s.start_at at time zone 'Europe/Paris')::date = :day and s.practitioner_id <> :other
                order by s.start_at desc limit 1
                """, sick, appointment);
        secretary.get("/secretary/slots/" + slot + "?at=" + site + "&move=" + appointment);
        var moved = secretary.post(
                "/secretary/slots/" + slot,
                Map.of("at", site.toString(), "move", appointment.toString(), "once", once()));
        assertThat(location(moved)).contains("said=moved");
    }

    private void cancel(Browser secretary, UUID appointment) {
        secretary.get("/secretary/appointments/" + appointment + "/cancel?at=" + site);
        var cancelled = secretary.post(
                "/secretary/appointments/" + appointment + "/cancel",
                Map.of("at", site.toString(), "reason", "patient", "once", once()));
        assertThat(location(cancelled)).contains("said=cancelled");
    }

    private UUID freeSlot(String kind, UUID sick) {
        return jdbc.sql("""
                        select id from scheduling.slot where site_id = :site and free and kind = :kind
                          and (start_at at time zone 'Europe/Paris')::date = :day and practitioner_id <> :other
                        order by start_at, practitioner_id limit 1
                        """)
                .param("site", site)
                .param("day", monday)
                .param("kind", kind)
                .param("other", sick)
                .query(UUID.class)
                .single();
    }

    /** Known here, and nowhere else that day. */
    private List<UUID> patients() {
        return ids("""
                select k.patient_id from patient.known_at k
                join directory.site s on s.organization_id = k.organization_id
                where s.id = :site and not exists (
                  select from scheduling.appointment a where a.patient_id = k.patient_id
                    and (a.start_at at time zone 'Europe/Paris')::date = :day)
                order by k.patient_id limit 80
                """);
    }

    private UUID one(String question, UUID... others) {
        return ids(question, others).getFirst();
    }

    private List<UUID> ids(String question, UUID... others) {
        return asked(question, others).query(UUID.class).list();
    }

    private int count(String question, UUID... others) {
        return asked(question, others).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec asked(String question, UUID... others) {
        var statement = jdbc.sql(question);
        Map<String, Object> values = new HashMap<>(Map.of("site", site, "day", monday));
        if (others.length > 0) {
            values.put("other", others[0]);
        }
        if (others.length > 1) {
            values.put("appointment", others[1]);
        }
        return statement.params(values);
    }

    private Browser secretary(String login) {
        Browser secretary = browser();
        secretary.signIn(login, Accounts.DEMONSTRATION_PASSWORD);
        return secretary;
    }

    private static String once() {
        return UUID.randomUUID().toString();
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    /** One that other journeys leave alone. */
    private static LocalDate monday() {
        LocalDate day = LocalDate.now(Paris.ZONE).plusWeeks(4).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return PublicHoliday.on(day).isPresent() ? day.plusWeeks(1) : day;
    }

    private record Who(Browser browser, int number) {}

    @FunctionalInterface
    private interface Act {
        void run(Who who);
    }
}
