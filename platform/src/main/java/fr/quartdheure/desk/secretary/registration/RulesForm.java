package fr.quartdheure.desk.secretary.registration;

import fr.quartdheure.registration.Priority;
import fr.quartdheure.registration.RegistrationList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of a list as they were typed. */
public record RulesForm(
        @Nullable Boolean open,
        @Nullable String within,
        @Nullable List<String> first,
        @Nullable String most,
        @Nullable String days,
        @Nullable String months) {

    static RulesForm of(RegistrationList list) {
        Integer most = list.most();
        return new RulesForm(
                list.open(),
                String.valueOf(list.withinMinutes()),
                list.priorities().stream().map(Priority::code).toList(),
                most == null ? "" : String.valueOf(most),
                String.valueOf(list.answerDays()),
                String.valueOf(list.confirmMonths()));
    }

    public boolean isOpen() {
        return Boolean.TRUE.equals(open);
    }

    public boolean puts(String code) {
        return first != null && first.contains(code);
    }

    Map<String, String> refusals() {
        Map<String, String> refusals = new LinkedHashMap<>();
        if (!isBlank(most) && number(most, 1, RegistrationList.LARGEST).isEmpty()) {
            refusals.put("most", "registration.refused.most");
        }
        if (number(days, 1, RegistrationList.MOST_ANSWER_DAYS).isEmpty()) {
            refusals.put("days", "registration.refused.days");
        }
        if (number(months, 1, RegistrationList.MOST_CONFIRM_MONTHS).isEmpty()) {
            refusals.put("months", "registration.refused.months");
        }
        return refusals;
    }

    RegistrationList list(UUID siteId) {
        Set<Priority> classes = EnumSet.noneOf(Priority.class);
        if (first != null) {
            first.forEach(code -> Priority.find(code).ifPresent(classes::add));
        }
        return new RegistrationList(
                siteId,
                isOpen(),
                number(within, 15, 45)
                        .filter(RegistrationList.REACHES::contains)
                        .orElse(30),
                classes,
                isBlank(most) ? null : number(most, 1, RegistrationList.LARGEST).orElseThrow(),
                number(days, 1, RegistrationList.MOST_ANSWER_DAYS).orElseThrow(),
                number(months, 1, RegistrationList.MOST_CONFIRM_MONTHS).orElseThrow());
    }

    static Optional<Integer> number(@Nullable String typed, int least, int most) {
        String digits = typed == null ? "" : typed.replaceAll("[\\s\u00a0\u202f]", "");
        return digits.matches("\\d{1,6}")
                ? Optional.of(Integer.parseInt(digits)).filter(value -> value >= least && value <= most)
                : Optional.empty();
    }

    private static boolean isBlank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }
}
