package fr.quartdheure.atlas.siting;

/** What may become of a site. */
public enum Role {
    /** May open, and counts in p. */
    CANDIDATE,
    /** Must open, and counts in p. */
    REQUIRED,
    /** Must not open. */
    EXCLUDED,
    /** Exists and stays; does not count in p. */
    KEPT,
    /** Exists and may close: each one that closes lets one more site open. */
    CLOSABLE;

    /** Whether the site is open whatever is chosen. */
    public boolean isOpen() {
        return this == REQUIRED || this == KEPT;
    }

    /** Whether there is something to choose. */
    public boolean isFree() {
        return this == CANDIDATE || this == CLOSABLE;
    }

    /** Whether the site is new when it opens. */
    public boolean isNew() {
        return this == CANDIDATE || this == REQUIRED;
    }
}
