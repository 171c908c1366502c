package fr.quartdheure.desk.ui;

/** A refusal or a failure as told to a person: what happened, and what to do. */
public record Problem(int status, String titleKey, String textKey, Object[] arguments) {

    public static Problem of(int status, String key, Object... arguments) {
        return new Problem(status, key + ".title", key + ".text", arguments);
    }
}
