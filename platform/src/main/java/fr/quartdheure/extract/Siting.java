package fr.quartdheure.extract;

import fr.quartdheure.atlas.accessibility.AplRules;
import fr.quartdheure.atlas.opening.Benefit;
import fr.quartdheure.atlas.opening.Measures;
import fr.quartdheure.planning.OpeningGround;
import fr.quartdheure.planning.OpeningQuestion;
import fr.quartdheure.planning.PlanQuestion;
import fr.quartdheure.planning.Prospect;
import java.util.stream.Collectors;

/**
 * A question where to open, as the {@code siting} command asks it.
 *
 * @param ground who counts and what may open
 * @param minutes the promise, beyond which no way to a candidate matters
 * @param options of the command beyond its files, such as {@code --objective mclp --p 3}
 */
public record Siting(OpeningGround ground, double minutes, String options) {

    public static Siting of(OpeningQuestion question, Prospect today) {
        return new Siting(
                OpeningGround.of(today, question.area(), question.leastPopulation()),
                question.minutes(),
                "--objective " + objective(question.benefit()) + " --p " + question.openings() + " --minutes "
                        + question.minutes() + " --opening-supply "
                        + question.doctors() * AplRules.OF_2023.newcomer());
    }

    public static Siting of(PlanQuestion question, Prospect today) {
        String years = question.years().stream().map(String::valueOf).collect(Collectors.joining(","));
        var staff = question.staff();
        return new Siting(
                OpeningGround.of(today, question.area(), question.leastPopulation()),
                Measures.USUAL.minutes(),
                "--objective " + objective(question.benefit()) + " --plan " + years + " --professionals "
                        + staff.doctors() + " --least " + staff.least() + " --most " + staff.most() + " --acts "
                        + AplRules.OF_2023.newcomer());
    }

    private static String objective(Benefit benefit) {
        return switch (benefit) {
            case COVERED -> "mclp";
            case APL_GAIN -> "apl-gain";
            case UNDER_THRESHOLD -> "under-threshold";
        };
    }
}
