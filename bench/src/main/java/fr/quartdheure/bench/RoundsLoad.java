package fr.quartdheure.bench;

import fr.quartdheure.atlas.Watch;
import fr.quartdheure.atlas.rounds.Lunch;
import fr.quartdheure.atlas.rounds.Professional;
import fr.quartdheure.atlas.rounds.Round;
import fr.quartdheure.atlas.rounds.RoundPlan;
import fr.quartdheure.atlas.rounds.RoundProblem;
import fr.quartdheure.atlas.rounds.Rounds;
import fr.quartdheure.atlas.rounds.Solomon;
import fr.quartdheure.atlas.rounds.Visit;
import fr.quartdheure.atlas.rounds.Window;
import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.atlas.travel.TravelEstimate;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Rounds: Solomon's C101 to C109 (open data named by QUARTDHEURE_OPEN_DATA), then a day of 100 visits for 5
 * professionals around Perpignan, and one visit more at eleven.
 */
final class RoundsLoad {

    private static final int INSTANCES = 9;
    private static final double LIMIT = 30;
    private static final double BEST = 828.94;
    private static final int VISITS = 100;
    private static final int PROFESSIONALS = 5;
    private static final double LEAST_WAY = 5;
    private static final double UNFITTED = 10_000;

    private final List<Figure> figures;

    RoundsLoad(List<Figure> figures) {
        this.figures = figures;
    }

    void run() throws IOException {
        if (OpenData.isThere()) {
            for (int instance = 1; instance <= INSTANCES; instance++) {
                solomon("C10" + instance);
            }
        } else {
            System.err.println("rounds: C101 to C109 not measured, no folder of open data is named");
        }
        day();
    }

    private void solomon(String name) throws IOException {
        try (var text = Files.newBufferedReader(OpenData.file("vrptw/" + name + ".txt"))) {
            RoundProblem problem = Solomon.read(text);
            long begun = System.nanoTime();
            RoundPlan plan = Rounds.withFewest(problem, new Limit(LIMIT));
            figures.add(Figure.atMost(name + ", seconds", seconds(begun), "s", LIMIT + 1));
            figures.add(Figure.exactly(name + ", vehicles", plan.rounds().size(), "", 10));
            figures.add(Figure.atMost(name + ", distance", Math.round(plan.travel() * 100) / 100.0, "", BEST));
            figures.add(
                    Figure.exactly(name + ", visits left out", plan.unfitted().size(), "", 0));
        }
    }

    private void day() {
        RoundProblem whole = problem(VISITS + 1);
        var problem = new RoundProblem(whole.visits().subList(0, VISITS), whole.professionals(), whole.minutes());
        var first = new Limit(2);
        RoundPlan atTwo = Rounds.plan(problem, first);
        RoundPlan atTen = Rounds.plan(problem, new Limit(10));
        RoundPlan atSixty = Rounds.plan(problem, new Limit(60));
        String day = VISITS + " visits, " + PROFESSIONALS + " professionals";
        figures.add(Figure.atMost(day + ", first plan", first.heardAfter, "s", 2));
        for (var one : List.of(Map.entry(2, atTwo), Map.entry(10, atTen), Map.entry(60, atSixty))) {
            System.err.printf(
                    "rounds: %d s: %.0f minutes on the way, %d visits left out%n",
                    one.getKey(),
                    one.getValue().travel(),
                    one.getValue().unfitted().size());
        }
        figures.add(Figure.atMost(day + ", 2 s over 60 s", over(atTwo, atSixty), "%", 10));
        figures.add(Figure.atMost(day + ", 10 s over 60 s", over(atTen, atSixty), "%", 3));
        oneMore(whole, atTen);
    }

    /** The first visit of each round is done by then. */
    private void oneMore(RoundProblem whole, RoundPlan before) {
        var kept = new HashSet<Integer>();
        before.rounds().forEach(round -> kept.add(round.calls().getFirst().visit()));
        long begun = System.nanoTime();
        RoundPlan after = Rounds.add(whole, before.rounds(), kept, 3);
        figures.add(Figure.atMost("one visit more, seconds", seconds(begun), "s", 1));
        Map<Integer, Integer> hands = hands(before);
        hands(after).forEach((visit, who) -> hands.remove(visit, who));
        figures.add(Figure.atMost("one visit more, visits that changed hands", hands.size(), "", 3));
        boolean fitted = after.unfitted().stream().noneMatch(one -> one.visit() == VISITS);
        System.err.println("rounds: one visit more " + (fitted ? "fits" : "does not fit"));
    }

    private static Map<Integer, Integer> hands(RoundPlan plan) {
        var hands = new HashMap<Integer, Integer>();
        for (Round round : plan.rounds()) {
            round.calls().forEach(call -> hands.put(call.visit(), round.professional()));
        }
        return hands;
    }

    /** In per cent of the objective: minutes on the way, and a week of them for each visit left out. */
    private static double over(RoundPlan plan, RoundPlan best) {
        return 100 * (cost(plan) / cost(best) - 1);
    }

    private static double cost(RoundPlan plan) {
        return plan.travel() + UNFITTED * plan.unfitted().size();
    }

    /** Always the same day: half of the visits have three hours to begin in, one in five asks for a nurse. */
    private static RoundProblem problem(int visits) {
        var random = new Random(66136);
        List<Position> places = new ArrayList<>();
        places.add(new Position(42.699, 2.888));
        List<Visit> asked = new ArrayList<>();
        for (int visit = 0; visit < visits; visit++) {
            places.add(new Position(
                    42.699 + 0.08 * (random.nextDouble() - 0.5), 2.888 + 0.1 * (random.nextDouble() - 0.5)));
            double from = random.nextBoolean() ? 480 : 480 + 60 * random.nextInt(6);
            asked.add(new Visit(
                    "v" + visit,
                    visit + 1,
                    10 + random.nextInt(6),
                    new Window(from, from == 480 ? 1080 : from + 180),
                    0,
                    random.nextInt(5) == 0 ? Set.of("nurse") : Set.of(),
                    1));
        }
        List<Professional> team = new ArrayList<>();
        for (int who = 0; who < PROFESSIONALS; who++) {
            var lunch = new Lunch(new Window(720, 810), 45);
            Set<String> skills = who < 2 ? Set.of("nurse") : Set.of();
            team.add(new Professional("p" + who, 0, 0, new Window(480, 1080), 0, skills, lunch));
        }
        return new RoundProblem(asked, team, minutes(places));
    }

    private static double[][] minutes(List<Position> places) {
        var minutes = new double[places.size()][places.size()];
        for (int from = 0; from < minutes.length; from++) {
            for (int to = 0; to < minutes.length; to++) {
                double way = TravelEstimate.minutes(places.get(from).kmTo(places.get(to)), false);
                minutes[from][to] = from == to ? 0 : Math.ceil(Math.max(LEAST_WAY, way));
            }
        }
        return minutes;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Ends after so many seconds, and remembers when it first heard of a plan. */
    private static final class Limit implements Watch {

        private final double seconds;
        private final long begun = System.nanoTime();
        private double heardAfter = Double.POSITIVE_INFINITY;

        Limit(double seconds) {
            this.seconds = seconds;
        }

        @Override
        public double secondsLeft() {
            return seconds - RoundsLoad.seconds(begun);
        }

        @Override
        public void hear(double incumbent, double bound) {
            heardAfter = Math.min(heardAfter, RoundsLoad.seconds(begun));
        }
    }
}
