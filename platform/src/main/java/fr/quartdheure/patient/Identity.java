package fr.quartdheure.patient;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * The traits that tell who somebody is.
 *
 * @param birthName family name at birth, 1–100 characters
 * @param firstNames one or more first names, 1–100 characters
 */
public record Identity(String birthName, String firstNames, LocalDate birthDate, Sex sex) {

    private static final int LONGEST = 100;
    private static final LocalDate OLDEST = LocalDate.of(1880, 1, 1);

    public Identity {
        birthName = cleaned("birth name", birthName);
        firstNames = cleaned("first names", firstNames);
        if (birthDate.isBefore(OLDEST)) {
            throw new IllegalArgumentException("nobody alive was born on " + birthDate);
        }
    }

    /** Whether a text can serve as a name: letters, with spaces, hyphens and apostrophes between them. */
    public static boolean isName(String text) {
        String stripped = text.strip();
        return !stripped.isEmpty()
                && stripped.length() <= LONGEST
                && stripped.codePoints().anyMatch(Character::isLetter)
                && stripped.codePoints().allMatch(Identity::belongsToName);
    }

    /**
     * A key of the person behind a proved contact: the same person booking twice with the same contact has the same
     * key, a stranger who types the same name with another contact has another.
     */
    public UUID keyWith(String contact) {
        String text = String.join("|", contact, plain(birthName), plain(firstNames), birthDate.toString());
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether two could be twins: one birth date and one birth name, other first names. */
    public boolean isMaybeTwinOf(Identity other) {
        return birthDate.equals(other.birthDate)
                && plain(birthName).equals(plain(other.birthName))
                && !isCalled(other.firstNames);
    }

    /** Whether these are the first names, accents, case and hyphens aside. */
    public boolean isCalled(String typed) {
        return plain(firstNames).equals(plain(typed));
    }

    private static String cleaned(String what, String value) {
        String stripped = value.strip().replaceAll("\\s+", " ");
        if (!isName(stripped)) {
            throw new IllegalArgumentException("not a " + what + ": \"" + value + "\"");
        }
        return stripped;
    }

    private static boolean belongsToName(int character) {
        return Character.isLetter(character)
                || Character.getType(character) == Character.NON_SPACING_MARK
                || " -'’.".indexOf(character) >= 0;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
