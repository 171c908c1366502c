package fr.quartdheure.desk.patient;

import fr.quartdheure.desk.ui.Page;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.PractitionerRole;
import fr.quartdheure.directory.Provenance;
import fr.quartdheure.directory.Site;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A practitioner as the public page shows her, with the sites she works at. */
public record PractitionerView(Practitioner practitioner, List<AtSite> places) {

    /** Qualifications of TRE_R38 that have a name of their own here; any other is told by the profession. */
    private static final Set<String> QUALIFIED = Set.of("SM20", "SM54");

    private static final Set<String> NAMED = Set.of("10", "40", "50", "60", "70", "80", "93", "social");

    /** One place of work. */
    public record AtSite(Site site, PractitionerRole role) {}

    public boolean isDemo() {
        return practitioner.origin() == Provenance.DEMO;
    }

    public String profession(Page page) {
        return profession(page, practitioner);
    }

    public String languages(Page page) {
        return languages(page, practitioner);
    }

    /** "Médecin généraliste", "Sage-femme": the specialty where there is one. */
    public static String profession(Page page, Practitioner practitioner) {
        String specialty = practitioner.specialty();
        if (specialty != null && QUALIFIED.contains(specialty)) {
            return page.say("specialty." + specialty);
        }
        if (practitioner.advancedPractice()) {
            return page.say("profession.advanced");
        }
        String code = NAMED.contains(practitioner.profession()) ? practitioner.profession() : "other";
        return page.say("profession." + code);
    }

    /** "français, catalan". */
    public static String languages(Page page, Practitioner practitioner) {
        return practitioner.languages().stream()
                .map(code -> Locale.of(code).getDisplayLanguage(page.locale()))
                .collect(Collectors.joining(", "));
    }
}
