package fr.quartdheure.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What happened on a list in a month.
 *
 * @param first the first day of the month
 * @param came people who asked
 * @param taken people whom a practitioner took on
 * @param gone people who left, or did not say that they still wanted one, or were taken on elsewhere
 * @param waiting people who waited at its end, or now
 * @param medianDays half of those taken on had waited longer; null when nobody was
 */
public record MonthlyFlow(
        LocalDate first,
        int came,
        int taken,
        int gone,
        int waiting,
        @Nullable Integer medianDays) {

    /** How much longer or shorter the list became. */
    public int net() {
        return came - taken - gone;
    }
}
