package fr.quartdheure.cli;

import fr.quartdheure.atlas.siting.SitingOutcome.OutOfTime;
import fr.quartdheure.atlas.siting.SitingOutcome.Sited;
import java.util.List;

/** How every siting answers. */
final class SitingAnswers {

    private SitingAnswers() {}

    static Answer of(Sited sited, double seconds, List<String> codes) {
        return proof(sited).with("seconds", seconds).with("chosen", codes);
    }

    static Answer proof(Sited sited) {
        return new Answer()
                .with("objective", sited.objective())
                .with("bound", sited.bound())
                .with("gap", sited.gap())
                .with("proved", sited.proved());
    }

    static String late(OutOfTime late) {
        return "Time was over before any choice that satisfies everything was found (bound " + late.bound()
                + "): give a longer --time-limit.";
    }
}
