package fr.quartdheure.atlas.opening;

/**
 * How the people of all places stand, with some sites open.
 *
 * @param covered inhabitants within T minutes
 * @param meanApl accessible consultations a year, weighted by standardised inhabitants; not a number where nobody lives
 * @param underThreshold inhabitants whose APL is under the threshold
 * @param missing consultations a year that would bring everybody to the threshold
 */
public record Access(double covered, double meanApl, double underThreshold, double missing) {

    static Access of(OpeningProblem problem, double[] apl, double[] nearest) {
        Measures measures = problem.aim().measures();
        double covered = 0;
        double accessible = 0;
        double standardised = 0;
        double under = 0;
        double missing = 0;
        for (int i = 0; i < apl.length; i++) {
            Resident resident = problem.residents().get(i);
            covered += nearest[i] <= measures.minutes() ? resident.inhabitants() : 0;
            accessible += resident.standardised() * apl[i];
            standardised += resident.standardised();
            under += measures.isUnder(apl[i]) ? resident.inhabitants() : 0;
            missing += resident.standardised() * Math.max(0, measures.threshold() - apl[i]);
        }
        return new Access(covered, accessible / standardised, under, missing);
    }

    /** What this is by the measure of a benefit; of the APL what is missing, as less than nothing. */
    double by(Benefit benefit) {
        return switch (benefit) {
            case COVERED -> covered;
            case APL_GAIN -> -missing;
            case UNDER_THRESHOLD -> underThreshold;
        };
    }
}
