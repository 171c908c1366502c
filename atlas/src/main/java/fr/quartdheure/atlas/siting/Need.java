package fr.quartdheure.atlas.siting;

/**
 * A place where people live.
 *
 * @param inhabitants the weight of the place, 0 or more; a place without inhabitants is left out of every objective
 * @param consultations what they need in a year, 0 or more; counts only against capacities
 */
public record Need(double inhabitants, double consultations) {

    public Need {
        if (!(inhabitants >= 0 && inhabitants < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("inhabitants " + inhabitants + " are negative or not a number");
        }
        if (!(consultations >= 0 && consultations < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("consultations " + consultations + " are negative or not a number");
        }
    }

    boolean isInhabited() {
        return inhabitants > 0;
    }
}
