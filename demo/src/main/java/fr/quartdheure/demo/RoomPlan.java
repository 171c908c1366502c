package fr.quartdheure.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Gives each rule a free room of a fitting kind, the practitioner's usual room where possible. */
final class RoomPlan {
    private final List<Rule> placed = new ArrayList<>();
    private final Map<String, List<String>> practitionersOfSite = new HashMap<>();

    Rule place(Rule rule) {
        if (rule.mode().equals("home")) {
            return rule;
        }
        String room = candidates(rule).stream()
                .map(Room::key)
                .filter(key -> free(key, rule))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No room left for " + rule));
        Rule inRoom = in(room, rule);
        placed.add(inRoom);
        return inRoom;
    }

    /** Starting from a different consulting room for each practitioner keeps everybody in one room all week. */
    private List<Room> candidates(Rule rule) {
        List<Room> all = new ArrayList<>(ofKind(rule, specialKind(rule)));
        List<Room> consulting = ofKind(rule, "consulting");
        int rank = rank(rule);
        IntStream.range(0, consulting.size())
                .mapToObj(i -> consulting.get((i + rank) % consulting.size()))
                .forEach(all::add);
        return all;
    }

    private static String specialKind(Rule rule) {
        return rule.service().equals("teleconsultation") ? "booth" : rule.service();
    }

    private static List<Room> ofKind(Rule rule, String kind) {
        return Territory.rooms().stream()
                .filter(room ->
                        room.siteKey().equals(rule.siteKey()) && room.kind().equals(kind))
                .toList();
    }

    private int rank(Rule rule) {
        List<String> known = practitionersOfSite.computeIfAbsent(rule.siteKey(), site -> new ArrayList<>());
        if (!known.contains(rule.practitionerKey())) {
            known.add(rule.practitionerKey());
        }
        return known.indexOf(rule.practitionerKey());
    }

    private boolean free(String room, Rule rule) {
        return placed.stream()
                .noneMatch(other -> room.equals(other.roomKey())
                        && other.day() == rule.day()
                        && other.starts().isBefore(rule.ends())
                        && rule.starts().isBefore(other.ends()));
    }

    private static Rule in(String room, Rule rule) {
        return new Rule(
                rule.key(),
                rule.practitionerKey(),
                rule.siteKey(),
                room,
                rule.service(),
                rule.kind(),
                rule.mode(),
                rule.day(),
                rule.starts(),
                rule.ends(),
                rule.slotMinutes(),
                rule.online(),
                rule.opensDaysBefore(),
                rule.opensAt(),
                rule.sharedWith());
    }
}
