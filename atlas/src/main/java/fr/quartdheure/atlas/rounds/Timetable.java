package fr.quartdheure.atlas.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a sequence of visits for one professional, or that there are none. The earliest hours are followed twice
 * along the sequence, with lunch still to come and with lunch taken: earlier is never worse, so no more is
 * remembered.
 */
final class Timetable {

    /** What rounding may cost: a thousandth of a second. */
    private static final double TOLERANCE = 1e-5;

    private final RoundProblem problem;

    Timetable(RoundProblem problem) {
        this.problem = problem;
    }

    boolean holds(int professional, List<Integer> visits) {
        return of(professional, visits).isPresent();
    }

    /** @param visits indexes, in order; none is an empty round */
    Optional<Round> of(int professional, List<Integer> visits) {
        Professional who = problem.professionals().get(professional);
        if (!mayTake(who, visits)) {
            return Optional.empty();
        }
        Walk before = new Walk(who.start(), who.hours().from(), null, List.of(), 0);
        Walk after = null;
        for (int visit : visits) {
            Walk taken = sooner(go(after, visit), go(pause(before, who, placeOf(visit)), visit));
            before = go(before, visit);
            after = taken;
        }
        return back(who, before, after).map(walk -> round(professional, walk));
    }

    private boolean mayTake(Professional who, List<Integer> visits) {
        double load = 0;
        for (int index : visits) {
            Visit visit = problem.visits().get(index);
            load += visit.load();
            if (!who.canDo(visit)) {
                return false;
            }
        }
        return load <= who.capacity() + TOLERANCE;
    }

    private Round round(int professional, Walk walk) {
        Professional who = problem.professionals().get(professional);
        var calls = new ArrayList<>(walk.calls());
        double leaves = who.hours().from();
        if (!calls.isEmpty()) {
            Call first = calls.getFirst();
            double way = problem.minutes(who.start(), placeOf(first.visit()));
            leaves = latestLeave(who, walk, first.begin() - way);
            calls.set(0, new Call(first.visit(), Math.max(first.arrival(), leaves + way), first.begin(), first.end()));
        }
        return new Round(professional, calls, leaves, walk.time(), walk.lunch(), walk.travel());
    }

    /** Nobody leaves early to wait at a door, unless her pause falls on the way there. */
    private static double latestLeave(Professional who, Walk walk, double latest) {
        boolean pausesFirst = walk.lunch() != null
                && who.lunch() != null
                && walk.lunch() < latest
                && walk.lunch() + who.lunch().minutes() > latest + TOLERANCE;
        return pausesFirst ? who.hours().from() : Math.max(who.hours().from(), latest);
    }

    /** On the way to a place, or at its door; whoever can wait with it for the pause to begin, waits. */
    private @Nullable Walk pause(@Nullable Walk walk, Professional who, int place) {
        Lunch lunch = who.lunch();
        if (walk == null
                || lunch == null
                || Math.max(walk.time(), lunch.window().from()) > lunch.window().until() + TOLERANCE) {
            return null;
        }
        double way = problem.minutes(walk.place(), place);
        double arrival = Math.max(walk.time() + way, lunch.window().from()) + lunch.minutes();
        double begun = Math.max(walk.time(), lunch.window().from());
        return new Walk(place, arrival, begun, walk.calls(), walk.travel() + way);
    }

    private @Nullable Walk go(@Nullable Walk walk, int index) {
        if (walk == null) {
            return null;
        }
        Visit visit = problem.visits().get(index);
        double way = problem.minutes(walk.place(), visit.place());
        double arrival = walk.time() + way;
        double begin = Math.max(arrival, visit.window().from());
        if (begin > visit.window().until() + TOLERANCE) {
            return null;
        }
        double end = begin + visit.minutes();
        var calls = new ArrayList<>(walk.calls());
        calls.add(new Call(index, arrival, begin, end));
        return new Walk(visit.place(), end, walk.lunch(), calls, walk.travel() + way);
    }

    private Optional<Walk> back(Professional who, @Nullable Walk before, @Nullable Walk after) {
        Walk early = home(before, who);
        if (early != null
                && who.lunch() != null
                && early.time() > who.lunch().window().until() + TOLERANCE) {
            early = null;
        }
        return Optional.ofNullable(sooner(early, sooner(home(after, who), home(pause(before, who, who.end()), who))));
    }

    private @Nullable Walk home(@Nullable Walk walk, Professional who) {
        if (walk == null) {
            return null;
        }
        double way = problem.minutes(walk.place(), who.end());
        double time = walk.time() + way;
        return time > who.hours().until() + TOLERANCE
                ? null
                : new Walk(who.end(), time, walk.lunch(), walk.calls(), walk.travel() + way);
    }

    private int placeOf(int visit) {
        return problem.visits().get(visit).place();
    }

    private static @Nullable Walk sooner(@Nullable Walk one, @Nullable Walk other) {
        if (one == null || (other != null && other.time() < one.time())) {
            return other;
        }
        return one;
    }

    /** How far somebody has come. */
    private record Walk(int place, double time, @Nullable Double lunch, List<Call> calls, double travel) {}
}
