package fr.quartdheure.demo;

import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns posts and rhythms into availability rules, each in a room of its own. */
final class Roster {
    private static final DateTimeFormatter HOUR_OF_KEY = DateTimeFormatter.ofPattern("HHmm");

    private final Map<String, Double> factors = new HashMap<>();
    private final Map<String, Double> demandByRule = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final RoomPlan rooms = new RoomPlan();

    Roster(List<Post> posts) {
        Table.read("demands.csv", row -> factors.put(row.text("demand"), row.decimal("factor")));
        List<Session> sessions = Session.list();
        for (Post post : posts) {
            sessions.stream()
                    .filter(session -> session.rhythm().equals(post.rhythm()))
                    .forEach(session -> session.days().forEach(day -> add(post, session, day)));
        }
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }

    /** How sought after the rule's slots are: 1 for the average, above for those that are nearly always full. */
    Map<String, Double> demandByRule() {
        return Map.copyOf(demandByRule);
    }

    private void add(Post post, Session session, DayOfWeek day) {
        String service = session.service() == null ? post.service() : session.service();
        Rule rule = rooms.place(new Rule(
                key(post, session, day),
                post.practitionerKey(),
                post.siteKey(),
                null,
                service,
                session.kind(),
                session.mode(),
                day,
                session.starts(),
                session.ends(),
                Reasons.consultationMinutes(service),
                session.online(),
                session.opensDaysBefore(),
                session.opensAt(),
                session.unscheduled() ? post.sharedWith() : List.of()));
        rules.add(rule);
        Double factor = factors.get(post.demand());
        if (factor == null) {
            throw new IllegalArgumentException("Unknown demand " + post.demand());
        }
        demandByRule.put(rule.key(), factor);
    }

    /** A practitioner is in one place at a time, so day and hour suffice. */
    private static String key(Post post, Session session, DayOfWeek day) {
        return post.practitionerKey() + "-" + day.getValue() + "-"
                + session.starts().format(HOUR_OF_KEY);
    }
}
