package fr.quartdheure.database;

/** What the data are: invented for a demonstration, or people's own. Decided at birth, never mixed. */
public enum Mode {
    DEMO,
    REAL
}
