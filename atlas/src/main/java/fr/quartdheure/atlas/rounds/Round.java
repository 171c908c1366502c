package fr.quartdheure.atlas.rounds;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one professional does, in order. Times are the earliest possible but for the leaving, which is the latest that
 * keeps the first visit: nobody waits at a door who could have stayed at her desk.
 *
 * @param professional index in the problem
 * @param leaves when she leaves her base
 * @param back when she is at her base again
 * @param lunch when her pause begins; null when she is back before it, or has none
 * @param travel minutes on the way, in all
 */
public record Round(
        int professional,
        List<Call> calls,
        double leaves,
        double back,
        @Nullable Double lunch,
        double travel) {

    public Round {
        calls = List.copyOf(calls);
    }
}
