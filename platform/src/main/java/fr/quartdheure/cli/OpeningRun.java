package fr.quartdheure.cli;

import fr.quartdheure.atlas.opening.Access;
import fr.quartdheure.atlas.opening.Aim;
import fr.quartdheure.atlas.opening.Opening;
import fr.quartdheure.atlas.opening.OpeningPlan;
import fr.quartdheure.atlas.opening.OpeningPlan.Proof;
import fr.quartdheure.atlas.opening.Planner;
import fr.quartdheure.atlas.opening.Planning;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.SitingOutcome;
import fr.quartdheure.atlas.siting.SitingOutcome.Infeasible;
import fr.quartdheure.atlas.siting.SitingOutcome.OutOfTime;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Answers where to open by accessible care, at once or over the years. */
final class OpeningRun {

    private final OpeningFiles.Given given;
    private final SolvingWatch watch;

    OpeningRun(OpeningFiles.Given given, SolvingWatch watch) {
        this.given = given;
        this.watch = watch;
    }

    Answer site() {
        SitingOutcome outcome = Opening.solve(given.problem(), watch);
        watch.end();
        return switch (outcome) {
            case Sited sited -> answer(sited);
            case Infeasible infeasible -> throw new Refusal("Not possible: " + infeasible.clash() + ".");
            case OutOfTime late -> throw new Refusal(SitingAnswers.late(late));
        };
    }

    private Answer answer(Sited sited) {
        var stays = closable(sited.opened(), true);
        var opened = new ArrayList<>(sited.opened());
        opened.removeAll(stays);
        var answer = SitingAnswers.of(sited, watch.seconds(), codes(opened));
        if (given.problem().sites().stream().anyMatch(site -> site.role() == Role.CLOSABLE)) {
            answer.with("closed", codes(closable(sited.opened(), false)));
        }
        var today = closable(sited.opened(), false);
        today.addAll(stays);
        return answer.with("today", access(Opening.access(given.problem(), today)))
                .with("after", access(Opening.access(given.problem(), sited.opened())));
    }

    private List<Integer> closable(List<Integer> opened, boolean stays) {
        return new ArrayList<>(IntStream.range(0, given.codes().size())
                .filter(j -> given.problem().sites().get(j).role() == Role.CLOSABLE)
                .filter(j -> opened.contains(j) == stays)
                .boxed()
                .toList());
    }

    private List<String> codes(List<Integer> sites) {
        return sites.stream().map(given.codes()::get).toList();
    }

    private static Answer access(Access access) {
        return new Answer()
                .with("covered", access.covered())
                .with("meanApl", access.meanApl())
                .with("underThreshold", access.underThreshold())
                .with("missing", access.missing());
    }

    Answer plan(OpeningOptions options) {
        Aim aim = given.problem().aim();
        Planning planning = Planner.plan(given.problem(), options.plan(), options.staff(), watch);
        watch.end();
        return switch (planning) {
            case OpeningPlan plan ->
                new Answer()
                        .with("choice", proof(plan.choice()))
                        .with("order", proof(plan.order()))
                        .with("seconds", watch.seconds())
                        .with("threshold", aim.measures().threshold())
                        .with("minutes", aim.measures().minutes())
                        .with("today", access(plan.today()))
                        .withAll("years", plan.years().stream().map(this::year).toList());
            case Planning.Impossible impossible -> throw new Refusal("Not possible: " + impossible.clash() + ".");
        };
    }

    private static Answer proof(Proof proof) {
        return SitingAnswers.proof(new Sited(proof.objective(), proof.bound(), proof.proved(), List.of()));
    }

    private Answer year(OpeningPlan.Year year) {
        return new Answer()
                .withAll(
                        "opened",
                        year.opened().stream()
                                .map(opened -> new Answer()
                                        .with("code", given.codes().get(opened.site()))
                                        .with("professionals", opened.professionals()))
                                .toList())
                .with("after", access(year.after()));
    }
}
