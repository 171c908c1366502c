package fr.quartdheure.registration;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a site takes people on.
 *
 * @param open whether it takes requests; those who already wait go on waiting when it does not
 * @param withinMinutes how far away one may live, 15, 30 or 45
 * @param priorities whom it serves first; all others come after them, each group by the date of the request
 * @param most how many people all its practitioners together may have, 1 to 100,000; null for no limit of its own
 * @param answerDays how many days a place is kept for whoever is asked, 1 to 30
 * @param confirmMonths after how many months she is asked whether she still wants one, 1 to 24
 */
public record RegistrationList(
        UUID siteId,
        boolean open,
        int withinMinutes,
        Set<Priority> priorities,
        @Nullable Integer most,
        int answerDays,
        int confirmMonths) {

    public static final List<Integer> REACHES = List.of(15, 30, 45);
    public static final int MOST_ANSWER_DAYS = 30;
    public static final int MOST_CONFIRM_MONTHS = 24;
    public static final int LARGEST = 100_000;

    public RegistrationList {
        priorities = Set.copyOf(priorities);
        if (!REACHES.contains(withinMinutes)) {
            throw new IllegalArgumentException("withinMinutes " + withinMinutes + " is not one of " + REACHES);
        }
        check("most", most == null ? 1 : most, LARGEST);
        check("answerDays", answerDays, MOST_ANSWER_DAYS);
        check("confirmMonths", confirmMonths, MOST_CONFIRM_MONTHS);
    }

    private static void check(String what, int value, int limit) {
        if (value < 1 || value > limit) {
            throw new IllegalArgumentException(what + " " + value + " is not between 1 and " + limit);
        }
    }

    /** What a site begins with: closed, a week to answer, asked again every half-year. */
    public static RegistrationList usual(UUID siteId) {
        return new RegistrationList(siteId, false, 30, Set.of(), null, 7, 6);
    }
}
