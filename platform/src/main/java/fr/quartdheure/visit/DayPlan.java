package fr.quartdheure.visit;

import java.util.List;
import java.util.UUID;

/** What came of changing the plan of a day. */
public sealed interface DayPlan {

    /** @param unfitted requests that no round takes */
    record Planned(List<UUID> unfitted) implements DayPlan {}

    /** One visit more. @param moved requests that changed hands for it, three at most */
    record Added(UUID requestId, List<UUID> moved) implements DayPlan {}

    /** One visit does not fit, even with three others moved; nothing was changed. */
    record NoRoom(UUID requestId, Unfit why) implements DayPlan {}

    /** Put by hand, or taken out. */
    record Changed() implements DayPlan {}

    /** Somebody else plans this day at this moment, or did since it was looked at. Nothing was changed. */
    record Overtaken() implements DayPlan {}

    /** No professional goes that day. */
    record NobodyGoes() implements DayPlan {}

    /** Nothing is asked for that day, or everything has begun. */
    record NothingToPlan() implements DayPlan {}

    /** It has begun, was cancelled, or stands elsewhere: it can no longer be changed so. */
    record NotPossible() implements DayPlan {}
}
