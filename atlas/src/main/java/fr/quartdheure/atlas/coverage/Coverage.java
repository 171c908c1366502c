package fr.quartdheure.atlas.coverage;

import fr.quartdheure.atlas.travel.TravelTimes;
import java.util.stream.IntStream;

/**
 * Inhabitants within so many minutes of the nearest open point. Immutable, thread-safe.
 *
 * <p>It says nothing of how busy that point is: beside it stands an index of accessibility, always. Its error is that
 * of the minutes: a place whose band crosses the threshold may be on the other side.
 */
public final class Coverage {

    private final double[] nearest;
    private final double[] population;
    private final double minutes;

    /**
     * @param nearest minutes from each place to its nearest point, or {@link TravelTimes#UNREACHABLE}; looked for at
     *     least as far as the threshold, so that several thresholds share one search
     * @param population of each place, 0 or more
     * @param minutes the threshold, 0 or more; exactly so many are within it
     */
    public Coverage(double[] nearest, double[] population, double minutes) {
        if (nearest.length != population.length) {
            throw new IllegalArgumentException(population.length + " populations for " + nearest.length + " places");
        }
        if (!(minutes >= 0)) {
            throw new IllegalArgumentException("minutes " + minutes + " are negative or not a number");
        }
        this.nearest = nearest.clone();
        this.population = population.clone();
        this.minutes = minutes;
    }

    public static Coverage of(TravelTimes times, double[] population, double minutes) {
        return new Coverage(times.within(minutes).nearest(), population, minutes);
    }

    public double population() {
        return IntStream.range(0, population.length)
                .mapToDouble(i -> population[i])
                .sum();
    }

    /** Inhabitants within the minutes. */
    public double covered() {
        return IntStream.range(0, population.length)
                .filter(this::isCovered)
                .mapToDouble(i -> population[i])
                .sum();
    }

    /** Covered ÷ population, 0 to 1; not a number where nobody lives. */
    public double share() {
        return covered() / population();
    }

    public boolean isCovered(int place) {
        return nearest[place] <= minutes;
    }

    /** The places beyond the minutes, those without inhabitants included, in their own order. */
    public int[] leftOut() {
        return IntStream.range(0, population.length)
                .filter(place -> !isCovered(place))
                .toArray();
    }
}
