package fr.quartdheure.planning;

import fr.quartdheure.atlas.accessibility.AplRules;
import fr.quartdheure.atlas.opening.Aim;
import fr.quartdheure.atlas.opening.Measures;
import fr.quartdheure.atlas.opening.Opening;
import fr.quartdheure.atlas.opening.OpeningProblem;
import fr.quartdheure.atlas.opening.Resident;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import fr.quartdheure.atlas.siting.SitingOutcome;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import fr.quartdheure.atlas.siting.median.Watch;
import fr.quartdheure.atlas.travel.EstimatedTimes;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.geo.Commune;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Answers where to open so that it brings most, the centres that stand being kept. Thread-safe. */
@Component
public class Openings {

    /** Somebody waits before her screen. What is found by then is shown, with what is proved about it. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Clock clock;

    Openings(Clock clock) {
        this.clock = clock;
    }

    public OpeningAnswer answer(OpeningQuestion question, Prospect today) {
        Picture picture = today.picture();
        int[] people = new Areas(picture).communes(question.area());
        List<Commune> candidates = candidates(question, picture, people);
        if (candidates.size() < question.openings()) {
            return new OpeningAnswer.TooFewCandidates(candidates.size());
        }
        Instant begun = clock.instant();
        var problem = problem(question, today, people, candidates);
        Watch watch = () -> seconds(Duration.between(clock.instant(), begun.plus(PATIENCE)));
        return switch (Opening.solve(problem, watch)) {
            case Sited sited -> found(question, sited, candidates, seconds(Duration.between(begun, clock.instant())));
            case SitingOutcome.Infeasible _clash -> new OpeningAnswer.TooFewCandidates(candidates.size());
            case SitingOutcome.OutOfTime _late -> new OpeningAnswer.OutOfTime();
        };
    }

    /** Where a centre stands already, another brings nobody nearer. */
    private static List<Commune> candidates(OpeningQuestion question, Picture picture, int[] people) {
        Set<String> served = new HashSet<>();
        picture.points().stream().filter(PointOfCare::isCentre).forEach(point -> served.add(point.communeCode()));
        return Arrays.stream(people)
                .mapToObj(picture.demand()::commune)
                .filter(commune -> commune.population() >= question.leastPopulation())
                .filter(commune -> !served.contains(commune.code()))
                .toList();
    }

    private static OpeningProblem problem(
            OpeningQuestion question, Prospect today, int[] people, List<Commune> candidates) {
        Demand demand = today.picture().demand();
        double[] nearest = today.nearest(CareKind.CENTRE);
        double[] apl = today.apl();
        var residents = Arrays.stream(people)
                .mapToObj(index ->
                        new Resident(demand.population(index), demand.standardised(index), apl[index], nearest[index]))
                .toList();
        double supply = question.doctors() * AplRules.OF_2023.newcomer();
        var sites = Collections.nCopies(candidates.size(), new Site(Role.CANDIDATE, supply, ""));
        var origins = places(Arrays.stream(people).mapToObj(demand::commune).toList());
        var reach = new EstimatedTimes(origins, places(candidates)).within(Math.max(20, question.minutes()));
        var measures = new Measures(question.minutes(), Figures.DESERT);
        var aim = new Aim(question.benefit(), question.openings(), measures, Map.of());
        return new OpeningProblem(residents, sites, reach, aim);
    }

    private static Places places(List<Commune> communes) {
        return new Places(communes.stream()
                .map(commune -> new Place(commune.code(), commune.position(), commune.mountain()))
                .toList());
    }

    private static OpeningAnswer found(
            OpeningQuestion question, Sited sited, List<Commune> candidates, double seconds) {
        List<Commune> chosen = sited.opened().stream()
                .map(candidates::get)
                .sorted(Comparator.comparingInt(Commune::population).reversed())
                .toList();
        List<Change> openings = chosen.stream()
                .map(commune ->
                        (Change) new Change.Opening(commune.name(), commune.lat(), commune.lon(), question.doctors()))
                .toList();
        return new OpeningAnswer.Found(chosen, openings, sited, candidates.size(), seconds);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
