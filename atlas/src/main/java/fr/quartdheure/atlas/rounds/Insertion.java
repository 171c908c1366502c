package fr.quartdheure.atlas.rounds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds room for one more visit in rounds that have begun: first where nobody else changes hands, then by handing one
 * visit to somebody else, then two, then three. Of equal upheaval, the fewest minutes on the way.
 */
final class Insertion {

    /** So many of the best ways to make room are followed further; all of them would take minutes. */
    private static final int WIDTH = 12;

    private final RoundProblem problem;
    private final Timetable timetable;
    private final Set<Integer> kept;

    /** @param kept visits that are done, or that somebody is on her way to: they stay as they are */
    Insertion(RoundProblem problem, Set<Integer> kept) {
        this.problem = problem;
        this.timetable = new Timetable(problem);
        this.kept = kept;
    }

    /** @param moves how many visits may change hands at most */
    Optional<Sequences> insert(Sequences day, int visit, int moves) {
        for (int allowed = 0; allowed <= moves; allowed++) {
            Optional<Way> found = insert(new Way(day, 0), visit, allowed, Set.of());
            if (found.isPresent()) {
                return found.map(Way::day);
            }
        }
        return Optional.empty();
    }

    /** @param settled professionals whose rounds changed already: nothing comes back to them */
    private Optional<Way> insert(Way way, int visit, int moves, Set<Integer> settled) {
        List<Way> direct = new ArrayList<>();
        for (int who = 0; who < problem.professionals().size(); who++) {
            if (!settled.contains(who)) {
                cheapest(way, who, visit).ifPresent(direct::add);
            }
        }
        if (moves == 0 || !direct.isEmpty()) {
            return direct.stream().min(Comparator.comparingDouble(Way::added));
        }
        return displacing(way, visit, settled).stream()
                .flatMap(made -> insert(made.way(), made.displaced(), moves - 1, with(settled, made.who())).stream())
                .min(Comparator.comparingDouble(Way::added));
    }

    private List<Displaced> displacing(Way way, int visit, Set<Integer> settled) {
        var made = new ArrayList<Displaced>();
        for (int who = 0; who < problem.professionals().size(); who++) {
            if (settled.contains(who)) {
                continue;
            }
            for (int other : way.day().of(who)) {
                int number = who;
                if (!kept.contains(other)) {
                    var without = new Way(way.day().without(who, other), way.added() + change(way.day(), who, other));
                    cheapest(without, who, visit).ifPresent(found -> made.add(new Displaced(found, number, other)));
                }
            }
        }
        made.sort(Comparator.comparingDouble(one -> one.way().added()));
        return made.subList(0, Math.min(WIDTH, made.size()));
    }

    private double change(Sequences day, int who, int other) {
        return travel(who, day.without(who, other).of(who)) - travel(who, day.of(who));
    }

    /** The best place for a visit in one round, after whatever is kept there. */
    private Optional<Way> cheapest(Way way, int who, int visit) {
        List<Integer> now = way.day().of(who);
        double before = travel(who, now);
        Way best = null;
        for (int place = firstFree(now); place <= now.size(); place++) {
            Sequences day = way.day().inserted(who, place, visit);
            Optional<Round> round = timetable.of(who, day.of(who));
            double added = way.added() + round.map(Round::travel).orElse(Double.NaN) - before;
            if (round.isPresent() && (best == null || added < best.added())) {
                best = new Way(day, added);
            }
        }
        return Optional.ofNullable(best);
    }

    private int firstFree(List<Integer> visits) {
        int free = 0;
        for (int place = 0; place < visits.size(); place++) {
            if (kept.contains(visits.get(place))) {
                free = place + 1;
            }
        }
        return free;
    }

    private double travel(int who, List<Integer> visits) {
        Professional professional = problem.professionals().get(who);
        int place = professional.start();
        double minutes = 0;
        for (int visit : visits) {
            int next = problem.visits().get(visit).place();
            minutes += problem.minutes(place, next);
            place = next;
        }
        return visits.isEmpty() ? 0 : minutes + problem.minutes(place, professional.end());
    }

    private static Set<Integer> with(Set<Integer> settled, int who) {
        var more = new HashSet<>(settled);
        more.add(who);
        return more;
    }

    /** @param added minutes on the way more than before */
    private record Way(Sequences day, double added) {}

    private record Displaced(Way way, int who, int displaced) {}
}
