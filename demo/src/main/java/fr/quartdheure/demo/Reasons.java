package fr.quartdheure.demo;

import java.util.List;
import java.util.SplittableRandom;

/** The coded reasons of each service with their minutes and how often they occur. */
final class Reasons {
    private static final List<Reason> ALL = Table.read(
            "reasons.csv",
            row -> new Reason(row.text("service"), row.text("reason"), row.integer("minutes"), row.integer("weight")));

    private Reasons() {}

    static int consultationMinutes(String service) {
        return ALL.stream()
                .filter(reason ->
                        reason.service().equals(service) && reason.code().equals("consultation"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No consultation in service " + service))
                .minutes();
    }

    /** A reason that fits one slot: a longer one would run into the next patient. */
    static String draw(Rule rule, SplittableRandom random) {
        List<Reason> fitting = ALL.stream()
                .filter(reason -> reason.service().equals(rule.service()) && reason.minutes() <= rule.slotMinutes())
                .toList();
        int left = random.nextInt(fitting.stream().mapToInt(Reason::weight).sum());
        for (Reason reason : fitting) {
            left -= reason.weight();
            if (left < 0) {
                return reason.code();
            }
        }
        throw new IllegalStateException("Weights of " + rule.service() + " do not add up");
    }

    private record Reason(String service, String code, int minutes, int weight) {}
}
