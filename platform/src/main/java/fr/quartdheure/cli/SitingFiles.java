package fr.quartdheure.cli;

import fr.quartdheure.atlas.file.Point;
import fr.quartdheure.atlas.file.PointFile;
import fr.quartdheure.atlas.siting.Need;
import fr.quartdheure.atlas.siting.Objective;
import fr.quartdheure.atlas.siting.Question;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import fr.quartdheure.atlas.siting.Siting;
import fr.quartdheure.atlas.siting.SitingProblem;
import fr.quartdheure.atlas.travel.TravelTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what a siting needs, and refuses what does not fit together. */
final class SitingFiles {

    static final String CAPACITY = "capacity";
    private static final int MOST_NAMED = 10;

    private final AnalystFiles files;
    private final double need;

    /** @param need consultations a year of a standardised inhabitant */
    SitingFiles(AnalystFiles files, double need) {
        this.files = files;
        this.need = need;
    }

    /** The files of the command line. */
    record Asked(Path demand, Path candidates, @Nullable Path existing, TravelOptions travel, SitingLimits limits) {}

    /** What they hold: the candidates come first among the sites. */
    record Given(List<Point> places, List<Need> needs, List<Point> points, List<Site> sites, TravelTimes times) {

        List<String> codes(List<Integer> sites) {
            return sites.stream().map(this::code).toList();
        }

        /** Of the sites that may close, those that do. */
        List<String> closed(List<Integer> opened) {
            return IntStream.range(0, sites.size())
                    .filter(j -> sites.get(j).role() == Role.CLOSABLE && !opened.contains(j))
                    .mapToObj(this::code)
                    .toList();
        }

        /** Without the closable ones that stay. */
        List<Integer> candidates(List<Integer> opened) {
            return opened.stream()
                    .filter(j -> sites.get(j).role() != Role.CLOSABLE)
                    .toList();
        }

        String code(int site) {
            return points.get(site).code();
        }

        SitingProblem problem(Question question) {
            boolean covering = question.objective() == Objective.MCLP || question.objective() == Objective.LSCP;
            var pairs = times.within(covering ? question.minutes() : Double.MAX_VALUE);
            return new SitingProblem(needs, sites, pairs, question);
        }

        /** The sentence of a clash, with the places that nothing reaches when it speaks of them. */
        String explain(String clash, SitingProblem problem) {
            Objective objective = problem.question().objective();
            var alone = objective == Objective.MCLP
                    ? List.<Integer>of()
                    : Siting.leftOut(
                            problem,
                            objective == Objective.LSCP ? problem.question().minutes() : Double.MAX_VALUE);
            if (alone.isEmpty()) {
                return "Not possible: " + clash + ".";
            }
            var codes = alone.stream()
                    .limit(MOST_NAMED)
                    .map(place -> places.get(place).code())
                    .toList();
            return "Not possible: " + clash + ": " + String.join(", ", codes) + (alone.size() > MOST_NAMED ? "…" : "")
                    + ". Add candidates near them, allow more minutes, or take them out of the demand.";
        }
    }

    Given read(Asked asked) throws IOException {
        List<Point> places = files.demand(asked.demand());
        var capacities = new PointFile(asked.candidates(), List.of(), List.of(CAPACITY));
        var points = new ArrayList<>(files.read(capacities));
        var open = asked.existing() == null
                ? List.<Point>of()
                : files.read(new PointFile(asked.existing(), List.of(), List.of(CAPACITY)));
        leaveOut(points, open);
        SitingLimits limits = asked.limits();
        limits.requireKnown(codes(points), codes(open));
        UnaryOperator<String> areas = limits.areas(asked.candidates());
        var sites = new ArrayList<Site>();
        points.forEach(point -> sites.add(site(point, limits.candidate(point.code()), areas.apply(point.code()))));
        open.forEach(point -> sites.add(site(point, limits.existing(point.code()), "")));
        points.addAll(open);
        var minutes = files.minutes(places, points, asked.travel());
        return new Given(places, needs(places), List.copyOf(points), List.copyOf(sites), minutes.times());
    }

    private static Set<String> codes(List<Point> points) {
        return points.stream().map(Point::code).collect(Collectors.toSet());
    }

    /** One code is one place: what is open there already is no candidate. */
    private void leaveOut(List<Point> candidates, List<Point> open) {
        var codes = codes(open);
        int before = candidates.size();
        candidates.removeIf(point -> codes.contains(point.code()));
        if (candidates.size() < before) {
            files.note((before - candidates.size()) + " candidates exist already and are left out");
        }
    }

    private List<Need> needs(List<Point> places) {
        return places.stream()
                .map(place -> {
                    double inhabitants = place.number(AnalystFiles.POPULATION);
                    double standardised = place.find(AnalystFiles.STANDARDISED).orElse(inhabitants);
                    return new Need(inhabitants, standardised * need);
                })
                .toList();
    }

    private static Site site(Point point, Role role, String area) {
        return new Site(role, point.find(CAPACITY).orElse(Double.POSITIVE_INFINITY), area);
    }
}
