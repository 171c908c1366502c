package fr.quartdheure.visit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.atlas.rounds.RoundPlan;
import fr.quartdheure.atlas.rounds.Rounds;
import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.directory.Address;
import fr.quartdheure.directory.Gender;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Provenance;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.SiteKind;
import fr.quartdheure.geo.Ways.Stand;
import fr.quartdheure.time.Paris;
import fr.quartdheure.visit.VisitRequest.Resident;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Random mornings that have begun: a plan breaks no hard rule, and one more moves at most three, never a begun one. */
class DayPlanPropertyTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Instant SEVEN = at(LocalTime.of(7, 0));
    private static final Instant ELEVEN = at(LocalTime.of(11, 0));
    private static final UUID SITE = UUID.randomUUID();
    private static final UUID ORGANIZATION = UUID.randomUUID();

    @Property(tries = 20)
    void whateverIsPlannedKeepsEveryRule(@ForAll @IntRange(max = 100_000) int seed) {
        VisitDay day = asked(new Random(seed), 12);
        DayProblem problem = problem(day, day.unplaced(), SEVEN);

        RoundPlan plan = Rounds.plan(problem.problem(), () -> 0.2);

        VisitDay planned = with(day, problem, plan);
        check(planned, Map.of(), SEVEN);
        assertThat(planned.unplaced()).hasSize(plan.unfitted().size());
    }

    @Property(tries = 40)
    void oneMoreAtElevenMovesAtMostThreeAndNothingThatHasBegun(@ForAll @IntRange(max = 100_000) int seed) {
        var random = new Random(seed);
        VisitDay day = asked(random, 11);
        DayProblem morning = problem(day, day.unplaced(), SEVEN);
        VisitDay running = begun(with(day, morning, Rounds.plan(morning.problem(), () -> 0.1)), random);
        VisitRequest more = request(random, 99);
        VisitDay asking = copy(running, running.rounds(), List.of(more));
        DayProblem now = problem(asking, List.of(more), ELEVEN);
        VisitDay before = with(asking, now, new RoundPlan(now.rounds(), List.of()));

        RoundPlan plan = Rounds.add(now.problem(), now.rounds(), Set.of(), 3);

        VisitDay after = with(asking, now, plan);
        check(after, late(before), ELEVEN);
        Map<UUID, UUID> hands = hands(running);
        hands(after).forEach(hands::remove);
        assertThat(hands).as("visits that changed hands").hasSizeLessThanOrEqualTo(3);
        assertThat(begunStops(after)).isEqualTo(begunStops(running));
        assertThat(hands(after).keySet())
                .as("nobody loses her visit")
                .containsAll(hands(running).keySet());
    }

    private static DayProblem problem(VisitDay day, List<VisitRequest> unplaced, Instant now) {
        return DayProblem.of(day, day.order(), unplaced, DayPlanPropertyTest::minutes, now);
    }

    /** Every hard rule, from the hours alone; those who were late before may be as late after. */
    private static void check(VisitDay day, Map<UUID, Instant> late, Instant now) {
        for (VisitRound round : day.rounds()) {
            Practitioner who = day.practitioner(round);
            Stop before = null;
            for (Stop stop : round.stops()) {
                if (!stop.state().begun()) {
                    Wanted wanted = day.request(stop.requestId()).wanted();
                    assertThat(wanted.profession()).isIn(null, who.profession());
                    assertThat(stop.start()).isAfterOrEqualTo(at(wanted.from()));
                    assertThat(stop.start()).isBeforeOrEqualTo(later(at(wanted.until()), late.get(stop.requestId())));
                    assertThat(Duration.between(stop.start(), stop.end()))
                            .isEqualTo(Duration.ofMinutes(wanted.minutes()));
                    assertThat(stop.arrival()).isAfterOrEqualTo(now);
                    if (before != null) {
                        double way =
                                way(day.request(before.requestId()).wanted().stand(), wanted.stand());
                        assertThat(stop.start())
                                .isAfterOrEqualTo(freed(before, day).plusSeconds(Math.round(way * 60)));
                    }
                }
                before = stop;
            }
            assertThat(round.stops()).extracting(Stop::position).doesNotHaveDuplicates();
        }
    }

    private static Instant freed(Stop stop, VisitDay day) {
        long minutes = day.request(stop.requestId()).wanted().minutes();
        return switch (stop.state()) {
            case DONE, NOT_DONE -> Objects.requireNonNull(stop.endedAt());
            case ARRIVED -> Objects.requireNonNull(stop.arrivedAt()).plusSeconds(60 * minutes);
            case LEFT -> Objects.requireNonNull(stop.leftAt()).plusSeconds(60 * minutes);
            case PLANNED -> stop.end();
        };
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static Map<UUID, Instant> late(VisitDay day) {
        return day.rounds().stream()
                .flatMap(round -> round.planned().stream())
                .collect(Collectors.toMap(Stop::requestId, Stop::start));
    }

    private static Map<UUID, UUID> hands(VisitDay day) {
        return new HashMap<>(day.rounds().stream()
                .flatMap(round -> round.stops().stream())
                .collect(Collectors.toMap(Stop::requestId, Stop::roundId)));
    }

    private static List<Stop> begunStops(VisitDay day) {
        return day.rounds().stream()
                .flatMap(round -> round.begunStops().stream())
                .toList();
    }

    /** Of each round the first or none is done, and she may be on her way to the next. */
    private static VisitDay begun(VisitDay day, Random random) {
        List<VisitRound> rounds = new ArrayList<>();
        for (VisitRound round : day.rounds()) {
            List<Stop> stops = new ArrayList<>(round.stops());
            if (!stops.isEmpty() && random.nextInt(4) > 0) {
                stops.set(0, in(stops.getFirst(), StopState.DONE));
                if (stops.size() > 1 && random.nextBoolean()) {
                    stops.set(1, in(stops.get(1), random.nextBoolean() ? StopState.LEFT : StopState.ARRIVED));
                }
            }
            rounds.add(round.with(stops));
        }
        return copy(day, rounds, List.of());
    }

    private static Stop in(Stop stop, StopState state) {
        Instant left = ELEVEN.minusSeconds(900);
        return new Stop(
                stop.id(),
                stop.roundId(),
                stop.requestId(),
                stop.position(),
                stop.wayMinutes(),
                stop.arrival(),
                stop.start(),
                stop.end(),
                state,
                null,
                left,
                state == StopState.LEFT ? null : ELEVEN.minusSeconds(600),
                state == StopState.DONE ? ELEVEN.minusSeconds(300) : null,
                null,
                null,
                0);
    }

    private static VisitDay with(VisitDay day, DayProblem problem, RoundPlan plan) {
        Map<UUID, List<Stop>> planned = plan.rounds().stream()
                .flatMap(round -> problem.stops(round).stream())
                .collect(Collectors.groupingBy(Stop::roundId));
        List<VisitRound> rounds = day.rounds().stream()
                .map(round -> {
                    List<Stop> stops = new ArrayList<>(round.begunStops());
                    stops.addAll(planned.getOrDefault(round.id(), List.of()));
                    return round.with(stops);
                })
                .toList();
        Set<UUID> placed = rounds.stream()
                .flatMap(round -> round.stops().stream())
                .map(Stop::requestId)
                .collect(Collectors.toSet());
        return copy(
                day,
                rounds,
                day.waiting().stream().filter(one -> !placed.contains(one.id())).toList());
    }

    private static VisitDay copy(VisitDay day, List<VisitRound> rounds, List<VisitRequest> waiting) {
        var requests = new HashMap<>(day.requests());
        waiting.forEach(one -> requests.put(one.id(), one));
        return new VisitDay(
                day.organizationId(),
                day.day(),
                day.version(),
                rounds,
                requests,
                waiting,
                day.practitioners(),
                day.sites());
    }

    private static VisitDay asked(Random random, int visits) {
        List<VisitRequest> requests = new ArrayList<>();
        for (int number = 0; number < visits; number++) {
            requests.add(request(random, number));
        }
        List<Practitioner> team = List.of(practitioner("10"), practitioner("60"), practitioner("60"));
        return new VisitDay(
                ORGANIZATION,
                DAY,
                1,
                team.stream().map(DayPlanPropertyTest::round).toList(),
                requests.stream().collect(Collectors.toMap(VisitRequest::id, one -> one)),
                requests,
                team.stream().collect(Collectors.toMap(Practitioner::id, one -> one)),
                Map.of(SITE, site()));
    }

    private static VisitRound round(Practitioner who) {
        return new VisitRound(
                UUID.randomUUID(),
                ORGANIZATION,
                who.id(),
                SITE,
                DAY,
                LocalTime.of(8, 0),
                LocalTime.of(17, 0),
                new VisitRound.Pause(LocalTime.of(12, 0), LocalTime.of(13, 30), 45),
                null,
                null,
                null,
                List.of());
    }

    private static Practitioner practitioner(String profession) {
        return new Practitioner(
                UUID.randomUUID(),
                null,
                "Vidal",
                "Claire",
                Gender.FEMALE,
                profession,
                null,
                List.of("fr"),
                false,
                Provenance.LOCAL);
    }

    private static VisitRequest request(Random random, int number) {
        LocalTime from = LocalTime.of(8, 0).plusMinutes(15L * random.nextInt(28));
        var wanted = new Wanted(
                null,
                number + " rue Basse",
                "66001",
                42.7 + 0.2 * (random.nextDouble() - 0.5),
                2.9 + 0.2 * (random.nextDouble() - 0.5),
                null,
                DAY,
                from,
                from.plusMinutes(30 + random.nextInt(150)),
                10 + random.nextInt(40),
                Urgency.ROUTINE,
                null,
                random.nextInt(3) == 0 ? "60" : null,
                null,
                null);
        return new VisitRequest(
                UUID.randomUUID(), ORGANIZATION, wanted, List.of(new Resident(UUID.randomUUID(), null)), null, null);
    }

    private static Site site() {
        return new Site(
                SITE,
                ORGANIZATION,
                "Maison",
                SiteKind.MSP,
                null,
                new Address("1 rue Haute", "66100", "66001", "Ici"),
                new Position(42.7, 2.9),
                null,
                null,
                null,
                null,
                false,
                24,
                Provenance.LOCAL);
    }

    private static double[][] minutes(List<Stand> stands) {
        var minutes = new double[stands.size()][stands.size()];
        for (int from = 0; from < minutes.length; from++) {
            for (int to = 0; to < minutes.length; to++) {
                minutes[from][to] = from == to ? 0 : way(stands.get(from), stands.get(to));
            }
        }
        return minutes;
    }

    private static double way(Stand from, Stand to) {
        Position one = Objects.requireNonNull(from.position());
        Position other = Objects.requireNonNull(to.position());
        return Math.ceil(5 + one.kmTo(other));
    }

    private static Instant at(LocalTime time) {
        return DAY.atTime(time).atZone(Paris.ZONE).toInstant();
    }
}
