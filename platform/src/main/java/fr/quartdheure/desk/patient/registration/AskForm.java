package fr.quartdheure.desk.patient.registration;

import fr.quartdheure.desk.patient.IdentityForm;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.registration.Joining;
import fr.quartdheure.registration.Joining.Wanted;
import fr.quartdheure.registration.Priority;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of where and why she looks for a médecin traitant.
 *
 * @param commune where she lives
 * @param site the sites that she chose
 * @param said codes of the classes that she says she is in
 */
public record AskForm(
        @Nullable String commune,
        @Nullable List<UUID> site,
        @Nullable List<String> said) {

    /** Below this age a parent asks, and both parents' signature stands for hers. */
    private static final int OWN_CHOICE = 16;

    public List<UUID> sites() {
        return site == null
                ? List.of()
                : site.stream().distinct().limit(Joining.MOST_SITES).toList();
    }

    public boolean says(String code) {
        return said != null && said.contains(code);
    }

    Set<Priority> classes() {
        Set<Priority> all = EnumSet.noneOf(Priority.class);
        if (said != null) {
            said.forEach(code -> Priority.find(code).ifPresent(all::add));
        }
        return all;
    }

    Map<String, String> errors(IdentityForm identity, LocalDate today) {
        Map<String, String> errors = new LinkedHashMap<>(identity.errors(today));
        if (errors.isEmpty()
                && identity.is("self")
                && isChild(identity.request().identity(), today)) {
            errors.put("birthDate", "registration.refused.child");
        }
        return errors;
    }

    private static boolean isChild(Identity identity, LocalDate today) {
        return identity.birthDate().plusYears(OWN_CHOICE).isAfter(today);
    }

    Wanted wanted(String onBehalf) {
        return new Wanted(onBehalf, commune == null ? "" : commune, classes(), sites());
    }
}
