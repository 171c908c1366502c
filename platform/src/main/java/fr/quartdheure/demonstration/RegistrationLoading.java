package fr.quartdheure.demonstration;

import fr.quartdheure.demo.Person;
import fr.quartdheure.demo.Population;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.PractitionerAtSite;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.registration.Joining;
import fr.quartdheure.registration.Joining.Wanted;
import fr.quartdheure.registration.Keeping;
import fr.quartdheure.registration.Priority;
import fr.quartdheure.registration.RegistrationList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lists of three sites for people who do not exist; every request is of today, as nobody has opened a place yet.
 */
@Component
class RegistrationLoading {

    private static final String PHYSICIAN = "10";
    /** General medicine, in the register of specialties. */
    private static final String GENERALIST = "SM54";

    private static final List<String> HOMES = List.of("66136-sud", "66136-est", "66136-nord", "66028");
    private static final int FIRST_PERSON = 500;

    private final Practitioners practitioners;
    private final Patients patients;
    private final Keeping keeping;
    private final Joining joining;

    RegistrationLoading(Practitioners practitioners, Patients patients, Keeping keeping, Joining joining) {
        this.practitioners = practitioners;
        this.patients = patients;
        this.keeping = keeping;
        this.joining = joining;
    }

    void load(Population population) {
        List<Person> people = population.patients(FIRST_PERSON + 60);
        open("danjou", Set.of(Priority.DOCTOR_LEFT, Priority.LONG_TERM, Priority.PREGNANT), 820);
        open("centre-municipal", Set.of(), 640);
        open("ceret", Set.of(Priority.YOUNG_CHILD, Priority.ELDER), 1050);
        UUID danjou = DemoIds.of("site", "danjou");
        UUID municipal = DemoIds.of("site", "centre-municipal");
        for (int n = 0; n < 26; n++) {
            ask(people, n, HOMES.get(n % HOMES.size()), n % 3 == 0 ? List.of(danjou, municipal) : List.of(danjou));
        }
        for (int n = 26; n < 34; n++) {
            ask(people, n, HOMES.get(n % HOMES.size()), List.of(municipal));
        }
        for (int n = 34; n < 48; n++) {
            ask(people, n, n % 2 == 0 ? "66049" : "66024", List.of(DemoIds.of("site", "ceret")));
        }
    }

    private void open(String siteKey, Set<Priority> first, int counted) {
        UUID site = DemoIds.of("site", siteKey);
        keeping.setRules(new RegistrationList(site, true, 30, first, null, 7, 6));
        int more = 0;
        for (Practitioner one : practitioners.ofSite(site).stream()
                .map(PractitionerAtSite::practitioner)
                .filter(one -> PHYSICIAN.equals(one.profession()) && GENERALIST.equals(one.specialty()))
                .toList()) {
            keeping.count(one.id(), site, counted + 80, counted + more % 70);
            more += 17;
        }
    }

    private void ask(List<Person> people, int n, String commune, List<UUID> sites) {
        UUID id = DemoIds.of(
                "patient", String.valueOf(people.get(FIRST_PERSON + n).number()));
        Patient patient = patients.find(id).orElseThrow();
        Set<Priority> said = EnumSet.noneOf(Priority.class);
        Map.of(4, Priority.DOCTOR_LEFT, 1, Priority.LONG_TERM).forEach((rest, one) -> {
            if (n % 7 == rest) {
                said.add(one);
            }
        });
        joining.join(patient, new Wanted("self", commune, said, sites));
    }
}
