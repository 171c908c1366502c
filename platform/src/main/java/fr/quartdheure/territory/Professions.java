package fr.quartdheure.territory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What files call a profession, as the code of the service it gives. */
final class Professions {

    static final String GENERAL_PRACTICE = "general-practice";

    private static final Map<String, String> SERVICES = Map.ofEntries(
            Map.entry("mg", GENERAL_PRACTICE),
            Map.entry("medecin", GENERAL_PRACTICE),
            Map.entry("medecin generaliste", GENERAL_PRACTICE),
            Map.entry("medecins generalistes", GENERAL_PRACTICE),
            Map.entry("sage femme", "midwifery"),
            Map.entry("sages femmes", "midwifery"),
            Map.entry("infirmier", "nursing"),
            Map.entry("infirmiere", "nursing"),
            Map.entry("infirmiers", "nursing"),
            Map.entry("infirmieres", "nursing"),
            Map.entry("ide", "nursing"),
            Map.entry("ipa", "advanced-practice-nursing"),
            Map.entry("kinesitherapeute", "physiotherapy"),
            Map.entry("masseur kinesitherapeute", "physiotherapy"),
            Map.entry("masseurs kinesitherapeutes", "physiotherapy"),
            Map.entry("mk", "physiotherapy"),
            Map.entry("pedicure podologue", "podiatry"),
            Map.entry("gynecologue", "gynaecology"),
            Map.entry("psychologue", "psychology"));

    private Professions() {}

    /** The general practitioner where the file does not tell; empty where it tells what nobody knows. */
    static Optional<String> serviceOf(String written) {
        if (written.isBlank()) {
            return Optional.of(GENERAL_PRACTICE);
        }
        String plain = Normalizer.normalize(written, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", " ")
                .strip();
        String code = plain.replace(' ', '-');
        return SERVICES.containsValue(code) ? Optional.of(code) : Optional.ofNullable(SERVICES.get(plain));
    }
}
