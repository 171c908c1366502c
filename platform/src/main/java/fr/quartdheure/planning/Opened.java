package fr.quartdheure.planning;

/**
 * An opening of a prospect and the way to it.
 *
 * @param minutes from each commune, by index; by estimate, 0 from the commune it opens in
 */
@SuppressWarnings("ArrayRecordComponent")
record Opened(Change.Opening opening, double[] minutes) {

    double minutes(int commune) {
        return minutes[commune];
    }

    /** An opening is a centre; with a doctor, it gives general practice too. */
    boolean isAt(CareKind kind) {
        return kind.equals(CareKind.CENTRE) || (kind.equals(CareKind.GENERAL_PRACTICE) && opening.doctors() > 0);
    }
}
