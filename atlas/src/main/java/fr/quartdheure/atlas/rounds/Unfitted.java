package fr.quartdheure.atlas.rounds;

import java.util.List;

/**
 * A visit that no round takes, and why.
 *
 * @param visit index in the problem
 */
public record Unfitted(int visit, Reason reason) {

    /** The first of these that holds. */
    public enum Reason {
        /** Nobody who goes that day can do it. */
        NOBODY_ABLE,
        /** Whoever can do it would not be there in time, or not back in time, even if she did nothing else. */
        OUT_OF_REACH,
        /** It would fit an empty day; it does not fit this one. */
        NO_ROOM
    }

    static Unfitted of(RoundProblem problem, Timetable timetable, int visit) {
        boolean able = false;
        for (int who = 0; who < problem.professionals().size(); who++) {
            able |= problem.professionals().get(who).canDo(problem.visits().get(visit));
            if (timetable.holds(who, List.of(visit))) {
                return new Unfitted(visit, Reason.NO_ROOM);
            }
        }
        return new Unfitted(visit, able ? Reason.OUT_OF_REACH : Reason.NOBODY_ABLE);
    }
}
