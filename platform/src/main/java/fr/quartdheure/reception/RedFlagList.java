package fr.quartdheure.reception;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Warning signs at which a caller is sent to the 15, and nothing else is said.
 *
 * @param dated when this list was written
 * @param signedBy the medical director who answers for it; null while it is to be validated
 */
public record RedFlagList(
        LocalDate dated,
        @Nullable String signedBy,
        @Nullable LocalDate signedOn,
        List<RedFlag> flags) {

    /** Whether what was typed holds one of the words; rather once too often, as after "pas de". */
    public boolean isRaisedBy(String typed) {
        String plain = plain(typed);
        return flags.stream()
                .flatMap(flag -> flag.words().stream())
                .anyMatch(word -> Pattern.compile("(?<![a-z])" + Pattern.quote(word))
                        .matcher(plain)
                        .find());
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** @param words in small letters without accents, each the beginning of a word */
    public record RedFlag(String code, String questionFr, String questionEn, List<String> words) {

        public String question(Locale locale) {
            return "en".equals(locale.getLanguage()) ? questionEn : questionFr;
        }
    }
}
