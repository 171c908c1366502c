package fr.quartdheure.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two places and seven practitioners for the conformance tests of the SAS, every day of the year from 8:00 to 20:00.
 * Neither places nor people exist. The agendas of the demonstration never fill theirs.
 */
public final class TestBench {

    private static final int SLOT_MINUTES = 30;
    private static final int OPENS_DAYS_BEFORE = 3;

    private static final List<Organization> ORGANIZATIONS =
            Table.read("bench-organizations.csv", Territory::organization);
    private static final List<Site> SITES = Table.read("bench-sites.csv", Territory::site);
    private static final List<Practitioner> PRACTITIONERS =
            Table.read("bench-practitioners.csv", TestBench::practitioner);
    private static final List<Offered> MONDAY = Table.read("bench-sessions.csv", TestBench::monday);

    private TestBench() {}

    /** Who runs the places, and two CPTS. */
    public static List<Organization> organizations() {
        return ORGANIZATIONS;
    }

    public static List<Site> sites() {
        return SITES;
    }

    /** One for each practitioner at each of her places. */
    public static List<Room> rooms() {
        return roles().stream()
                .map(role -> new Room(
                        room(role.practitionerKey(), role.siteKey()),
                        role.siteKey(),
                        "Cabinet " + role.practitionerKey().replace("bench-", ""),
                        "consulting"))
                .toList();
    }

    public static List<Practitioner> practitioners() {
        return PRACTITIONERS;
    }

    public static List<Role> roles() {
        return MONDAY.stream()
                .map(Offered::rule)
                .map(rule -> new Role(rule.practitionerKey(), rule.siteKey(), true, false))
                .distinct()
                .toList();
    }

    /** The same on each day of the week. */
    public static List<Offered> rules() {
        List<Offered> rules = new ArrayList<>();
        for (Offered one : MONDAY) {
            Arrays.stream(DayOfWeek.values()).map(day -> on(day, one)).forEach(rules::add);
        }
        return List.copyOf(rules);
    }

    private static Practitioner practitioner(Table.Row row) {
        return new Practitioner(
                row.text("key"),
                Rpps.of(row.integer("serial"), 0),
                row.text("family"),
                row.text("given"),
                row.text("gender"),
                "10",
                "SM54",
                List.of("fr"),
                false);
    }

    private static Offered monday(Table.Row row) {
        List<String> audiences = row.list("audiences");
        boolean unscheduled = row.text("kind").equals("unscheduled");
        Rule rule = new Rule(
                row.text("practitioner") + "-" + row.text("starts").replace(":", ""),
                row.text("practitioner"),
                row.text("site"),
                room(row.text("practitioner"), row.text("site")),
                row.text("service"),
                row.text("kind"),
                row.text("mode"),
                DayOfWeek.MONDAY,
                LocalTime.parse(row.text("starts")),
                LocalTime.parse(row.text("ends")),
                SLOT_MINUTES,
                audiences.contains("public"),
                unscheduled ? OPENS_DAYS_BEFORE : null,
                unscheduled ? LocalTime.MIDNIGHT : null,
                List.of());
        return new Offered(rule, audiences, row.list("cpts"));
    }

    private static Offered on(DayOfWeek day, Offered one) {
        Rule rule = one.rule();
        Rule that = new Rule(
                rule.key() + "-" + day.getValue(),
                rule.practitionerKey(),
                rule.siteKey(),
                rule.roomKey(),
                rule.service(),
                rule.kind(),
                rule.mode(),
                day,
                rule.starts(),
                rule.ends(),
                rule.slotMinutes(),
                rule.online(),
                rule.opensDaysBefore(),
                rule.opensAt(),
                rule.sharedWith());
        return new Offered(that, one.audiences(), one.cptsKeys());
    }

    private static String room(String practitionerKey, String siteKey) {
        return siteKey + "-room-" + practitionerKey;
    }
}
