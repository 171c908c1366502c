package fr.quartdheure.visit;

import fr.quartdheure.atlas.rounds.Call;
import fr.quartdheure.atlas.rounds.Lunch;
import fr.quartdheure.atlas.rounds.Professional;
import fr.quartdheure.atlas.rounds.Round;
import fr.quartdheure.atlas.rounds.RoundProblem;
import fr.quartdheure.atlas.rounds.Rounds;
import fr.quartdheure.atlas.rounds.Visit;
import fr.quartdheure.atlas.rounds.Window;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.geo.Ways.Stand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A day of visits as the engine sees it, from now on: what has begun is no longer in it, its professional starts where
 * she is. Visits that stand in a round keep their place though they be late: their window, her hours, her pause and
 * what she is able to do then give way as far as needed, and no further.
 */
final class DayProblem {

    private static final double LATE = 1e6;

    private final VisitDay day;
    private final List<VisitRequest> visits;
    private final List<Standing> standings;
    private final double[][] minutes;
    private final List<Visit> asked = new ArrayList<>();
    private final List<Professional> professionals = new ArrayList<>();
    private final List<List<Integer>> sequences = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();

    /**
     * @param minutes from place to place: the bases of the rounds, then where those under way stand, then visits
     * @param order requests not begun, in order, for each round
     */
    private DayProblem(
            VisitDay day,
            Map<UUID, List<UUID>> order,
            List<VisitRequest> visits,
            List<Standing> standings,
            double[][] minutes) {
        this.day = day;
        this.visits = visits;
        this.standings = standings;
        this.minutes = minutes;
        var ids = visits.stream().map(VisitRequest::id).toList();
        for (int index = 0; index < visits.size(); index++) {
            asked.add(visit(visits.get(index), 2 * day.rounds().size() + index));
        }
        for (int who = 0; who < day.rounds().size(); who++) {
            VisitRound round = day.rounds().get(who);
            professionals.add(professional(who, round));
            sequences.add(order.getOrDefault(round.id(), List.of()).stream()
                    .map(ids::indexOf)
                    .toList());
        }
        for (int who = 0; who < sequences.size(); who++) {
            rounds.add(keep(who));
        }
    }

    /**
     * @param order requests not begun, in order, for each round
     * @param unplaced requests in no round; the last ones of the problem, in this order
     */
    static DayProblem of(
            VisitDay day, Map<UUID, List<UUID>> order, List<VisitRequest> unplaced, Minutes ways, Instant now) {
        List<VisitRequest> visits = new ArrayList<>();
        order.values().forEach(ids -> ids.forEach(id -> visits.add(day.request(id))));
        visits.addAll(unplaced);
        List<Standing> standings =
                day.rounds().stream().map(round -> standing(day, round, now)).toList();
        return new DayProblem(day, order, visits, standings, ways.between(stands(day, visits, standings)));
    }

    private static Standing standing(VisitDay day, VisitRound round, Instant now) {
        List<Stop> begun = round.begunStops();
        double there = begun.isEmpty()
                ? 0
                : day.request(begun.getLast().requestId()).wanted().minutes();
        return Standing.of(round, there, now);
    }

    private static List<Stand> stands(VisitDay day, List<VisitRequest> visits, List<Standing> standings) {
        List<Stand> stands = new ArrayList<>();
        day.rounds().forEach(round -> stands.add(base(day, round)));
        for (int who = 0; who < standings.size(); who++) {
            Stop last = standings.get(who).last();
            stands.add(
                    last == null
                            ? base(day, day.rounds().get(who))
                            : day.request(last.requestId()).wanted().stand());
        }
        visits.forEach(visit -> stands.add(visit.wanted().stand()));
        return stands;
    }

    private static Stand base(VisitDay day, VisitRound round) {
        var site = day.base(round);
        return new Stand(site.address().communeCode(), site.position());
    }

    private Visit visit(VisitRequest request, int place) {
        Wanted wanted = request.wanted();
        var skills = new java.util.HashSet<String>();
        Optional.ofNullable(wanted.profession()).ifPresent(code -> skills.add("profession " + code));
        Optional.ofNullable(wanted.practitionerId()).ifPresent(id -> skills.add("practitioner " + id));
        return new Visit(
                request.id().toString(),
                place,
                wanted.minutes(),
                window(wanted),
                0,
                skills,
                wanted.urgency().weight());
    }

    Window window(Wanted wanted) {
        return new Window(Standing.minutes(day.day(), wanted.from()), Standing.minutes(day.day(), wanted.until()));
    }

    private Professional professional(int who, VisitRound round) {
        Standing standing = standings.get(who);
        Practitioner practitioner = day.practitioner(round);
        double until = Standing.minutes(day.day(), round.ends());
        int start = standing.last() == null ? who : day.rounds().size() + who;
        return new Professional(
                round.id().toString(),
                start,
                who,
                new Window(standing.from(), Math.max(standing.from(), until)),
                0,
                Set.of("profession " + practitioner.profession(), "practitioner " + practitioner.id()),
                standing.lunch());
    }

    /** The hours of the order that is given, whatever has to give way for it. */
    private Round keep(int who) {
        List<Integer> sequence = sequences.get(who);
        return Rounds.hours(problem(), who, sequence)
                .or(() -> openedUp(who, false))
                .or(() -> openedUp(who, true))
                .orElseThrow(() -> new IllegalStateException("round " + who + " has no hours: " + sequence));
    }

    private Optional<Round> openedUp(int who, boolean withoutLunch) {
        var strict = problem();
        Professional she = professionals.get(who);
        professionals.set(who, with(she, new Window(she.hours().from(), LATE), withoutLunch ? null : she.lunch()));
        sequences.get(who).forEach(visit -> asked.set(visit, open(asked.get(visit), she, LATE)));
        Optional<Round> found = Rounds.hours(problem(), who, sequences.get(who));
        professionals.set(who, strict.professionals().get(who));
        sequences.get(who).forEach(visit -> asked.set(visit, strict.visits().get(visit)));
        found.ifPresent(round -> giveWay(who, round, withoutLunch));
        return found;
    }

    private void giveWay(int who, Round round, boolean withoutLunch) {
        Professional she = professionals.get(who);
        double until = Math.max(she.hours().until(), round.back());
        professionals.set(who, with(she, new Window(she.hours().from(), until), withoutLunch ? null : she.lunch()));
        for (Call call : round.calls()) {
            asked.set(call.visit(), open(asked.get(call.visit()), she, call.begin()));
        }
    }

    private static Visit open(Visit visit, Professional holder, double until) {
        return new Visit(
                visit.code(),
                visit.place(),
                visit.minutes(),
                new Window(visit.window().from(), Math.max(visit.window().until(), until)),
                visit.load(),
                holder.skills().containsAll(visit.skills()) ? visit.skills() : holder.skills(),
                visit.urgency());
    }

    private static Professional with(Professional one, Window hours, @org.jspecify.annotations.Nullable Lunch lunch) {
        return new Professional(one.code(), one.start(), one.end(), hours, one.capacity(), one.skills(), lunch);
    }

    RoundProblem problem() {
        return new RoundProblem(asked, professionals, minutes);
    }

    /** Of the order that was given, empty ones included. */
    List<Round> rounds() {
        return rounds;
    }

    /** The engine tells of those only who go somewhere; whoever has nothing left still comes back. */
    List<Round> complete(List<Round> planned) {
        var all = new ArrayList<>(planned);
        IntStream.range(0, professionals.size())
                .filter(who -> planned.stream().noneMatch(round -> round.professional() == who))
                .forEach(who -> Rounds.hours(problem(), who, List.of()).ifPresent(all::add));
        return all;
    }

    List<VisitRequest> visits() {
        return visits;
    }

    VisitRound roundOf(Round round) {
        return day.rounds().get(round.professional());
    }

    /** The stops of a round from now on, after those that have begun. */
    List<Stop> stops(Round round) {
        VisitRound hers = roundOf(round);
        int begun = hers.begunStops().size();
        List<Call> calls = round.calls();
        return IntStream.range(0, calls.size())
                .mapToObj(index -> stop(round, index, begun + index + 1))
                .toList();
    }

    private Stop stop(Round round, int index, int position) {
        Call call = round.calls().get(index);
        int before = index == 0
                ? professionals.get(round.professional()).start()
                : asked.get(round.calls().get(index - 1).visit()).place();
        return new Stop(
                UUID.randomUUID(),
                roundOf(round).id(),
                visits.get(call.visit()).id(),
                position,
                minutes[before][asked.get(call.visit()).place()],
                at(call.arrival()),
                at(call.begin()),
                at(call.end()),
                StopState.PLANNED,
                null,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    Instant at(double minutesOfDay) {
        return Standing.instant(day.day(), minutesOfDay);
    }

    /** Minutes by car between stands, whole and rounded up. */
    @FunctionalInterface
    interface Minutes {
        double[][] between(List<Stand> stands);
    }
}
