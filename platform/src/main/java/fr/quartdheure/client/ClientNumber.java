package fr.quartdheure.client;

/**
 * What a client itself calls a person or an appointment (FHIR Identifier).
 *
 * @param system an address that says which register, 1–200 characters
 * @param value 1–200 characters
 */
public record ClientNumber(String system, String value) {

    private static final int LONGEST = 200;

    public ClientNumber {
        if (!isUsable(system) || !isUsable(value)) {
            throw new IllegalArgumentException("no number of a client: " + system + "|" + value);
        }
    }

    /** Whether a text can be half of a number. */
    public static boolean isUsable(String half) {
        return !half.isBlank() && half.length() <= LONGEST && half.chars().noneMatch(Character::isISOControl);
    }
}
