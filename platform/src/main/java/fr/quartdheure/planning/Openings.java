package fr.quartdheure.planning;

import fr.quartdheure.atlas.accessibility.AplRules;
import fr.quartdheure.atlas.opening.Aim;
import fr.quartdheure.atlas.opening.Measures;
import fr.quartdheure.atlas.opening.Opening;
import fr.quartdheure.atlas.siting.SitingOutcome;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import fr.quartdheure.geo.Commune;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Answers where to open so that it brings most, the centres that stand being kept. Thread-safe. */
@Component
public class Openings {

    private final Clock clock;

    Openings(Clock clock) {
        this.clock = clock;
    }

    public OpeningAnswer answer(OpeningQuestion question, Prospect today) {
        var ground = OpeningGround.of(today, question.area(), question.leastPopulation());
        if (ground.candidates().size() < question.openings()) {
            return new OpeningAnswer.TooFewCandidates(ground.candidates().size());
        }
        var patience = new Patience(clock);
        var measures = new Measures(question.minutes(), Figures.DESERT);
        var aim = new Aim(question.benefit(), question.openings(), measures, Map.of());
        var problem = ground.problem(question.doctors() * AplRules.OF_2023.newcomer(), aim);
        return switch (Opening.solve(problem, patience)) {
            case Sited sited -> found(question, sited, ground.candidates(), patience.spent());
            case SitingOutcome.Infeasible _clash ->
                new OpeningAnswer.TooFewCandidates(ground.candidates().size());
            case SitingOutcome.OutOfTime _late -> new OpeningAnswer.OutOfTime();
        };
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
}
