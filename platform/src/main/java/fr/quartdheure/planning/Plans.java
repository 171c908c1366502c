package fr.quartdheure.planning;

import fr.quartdheure.atlas.accessibility.AplRules;
import fr.quartdheure.atlas.opening.Aim;
import fr.quartdheure.atlas.opening.Measures;
import fr.quartdheure.atlas.opening.OpeningPlan;
import fr.quartdheure.atlas.opening.Planner;
import fr.quartdheure.atlas.opening.Planning;
import fr.quartdheure.atlas.opening.Staff;
import fr.quartdheure.geo.Commune;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Answers which centres to open year after year, and with how many doctors each. Thread-safe. */
@Component
public class Plans {

    private final Clock clock;

    Plans(Clock clock) {
        this.clock = clock;
    }

    public PlanAnswer answer(PlanQuestion question, Prospect today) {
        var ground = OpeningGround.of(today, question.area(), question.leastPopulation());
        var staff = question.staff();
        int openings = question.openings();
        if (ground.candidates().size() < openings) {
            return new PlanAnswer.TooFewCandidates(ground.candidates().size());
        }
        if (!question.isShareable()) {
            return new PlanAnswer.Unshareable(staff.least() * openings, staff.most() * openings);
        }
        var patience = new Patience(clock);
        var problem = ground.problem(0, new Aim(question.benefit(), openings, Measures.USUAL, Map.of()));
        var shared = new Staff(staff.doctors(), staff.least(), staff.most(), AplRules.OF_2023.newcomer());
        return switch (Planner.plan(problem, question.years(), shared, patience)) {
            case OpeningPlan plan -> found(plan, ground, patience.spent());
            // Every other clash was looked for above: without quotas and required sites only time is left.
            case Planning.Impossible _late -> new PlanAnswer.OutOfTime();
        };
    }

    private static PlanAnswer found(OpeningPlan plan, OpeningGround ground, double seconds) {
        List<Commune> candidates = ground.candidates();
        var years = plan.years().stream()
                .map(year -> new PlanAnswer.Year(
                        year.opened().stream()
                                .map(one -> new PlanAnswer.Opened(candidates.get(one.site()), one.professionals()))
                                .toList(),
                        year.after()))
                .toList();
        double population = Arrays.stream(ground.people())
                .mapToDouble(ground.today().picture().demand()::population)
                .sum();
        return new PlanAnswer.Found(
                population, plan.today(), years, plan.choice(), plan.order(), candidates.size(), seconds);
    }
}
