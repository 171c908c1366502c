package fr.quartdheure.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Gives a fictitious identity to each practitioner of the table. */
final class Professionals {
    private static final Map<String, Double> SHARE_OF_WOMEN = Map.of("50", 0.95, "60", 0.85, "social", 0.8);
    private static final Map<String, Double> SHARE_SPEAKING = Map.of("ca", 0.3, "es", 0.4, "en", 0.45, "ar", 0.1);
    private static final List<String> OTHER_LANGUAGES = List.of("ca", "es", "en", "ar");
    private static final int OLDEST = 1962;
    private static final int YOUNGEST = 1996;

    private final SplittableRandom random;
    private final Set<String> takenFamilyNames = new HashSet<>();
    private final List<Practitioner> drawn = new ArrayList<>();

    private Professionals(SplittableRandom random, List<Staff> staff) {
        this.random = random;
        staff.forEach(person ->
                takenFamilyNames.add(person.name().substring(person.name().indexOf(' ') + 1)));
    }

    static List<Practitioner> draw(SplittableRandom random, List<Staff> staff) {
        Professionals professionals = new Professionals(random, staff);
        Table.read("practitioners.csv", row -> professionals.drawn.add(professionals.one(row)));
        return List.copyOf(professionals.drawn);
    }

    private Practitioner one(Table.Row row) {
        String profession = row.text("profession");
        String gender = random.nextDouble() < SHARE_OF_WOMEN.getOrDefault(profession, 0.52) ? "female" : "male";
        int birthYear = random.nextInt(OLDEST, YOUNGEST + 1);
        return new Practitioner(
                row.text("key"),
                Rpps.of(drawn.size() + 1, random.nextInt(100_000)),
                unusedFamilyName(),
                Names.given(gender, birthYear, random),
                gender,
                profession,
                row.optional("specialty"),
                languages(),
                row.yes("advanced"));
    }

    /** Distinct family names keep lists readable and account names unique. */
    private String unusedFamilyName() {
        String name = Names.family(random);
        while (!takenFamilyNames.add(name)) {
            name = Names.family(random);
        }
        return name;
    }

    private List<String> languages() {
        List<String> languages = new ArrayList<>(List.of("fr"));
        for (String language : OTHER_LANGUAGES) {
            if (random.nextDouble() < SHARE_SPEAKING.getOrDefault(language, 0.0)) {
                languages.add(language);
            }
        }
        return List.copyOf(languages);
    }
}
