package fr.quartdheure.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The names from which fictitious people are composed, given names by the years in which they were in use. */
final class Names {
    private static final List<String> FAMILY = Table.read("family-names.csv", row -> row.text("name"));
    private static final List<Given> GIVEN = Table.read(
            "given-names.csv",
            row -> new Given(row.text("name"), row.text("sex"), row.integer("born_from"), row.integer("born_to")));

    private Names() {}

    static String family(SplittableRandom random) {
        return pick(FAMILY, random);
    }

    static String given(String sex, int birthYear, SplittableRandom random) {
        return pick(givenNames(sex, birthYear), random);
    }

    private static List<String> givenNames(String sex, int birthYear) {
        return GIVEN.stream()
                .filter(given -> given.sex().equals(sex) && given.from() <= birthYear && birthYear <= given.to())
                .map(Given::name)
                .toList();
    }

    private static <T> T pick(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    /** Lower case without accents, fit for an account name or a mail address. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }

    private record Given(String name, String sex, int from, int to) {}
}
