package fr.quartdheure.account;

/** What a typed contact turns out to be. */
public sealed interface ContactReading {

    record Understood(Contact contact) implements ContactReading {}

    record Refused(Reason reason) implements ContactReading {}

    /** Why a typed contact cannot be used; the page has a sentence for each. */
    enum Reason {
        EMPTY,
        NOT_AN_EMAIL,
        NOT_A_PHONE,
        /** A French landline, which receives no SMS. */
        NOT_A_MOBILE;

        /** The key of the sentence in the message files. */
        public String messageKey() {
            return "contact.refused." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
