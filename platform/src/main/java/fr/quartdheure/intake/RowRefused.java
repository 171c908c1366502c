package fr.quartdheure.intake;

import java.io.Serial;

/** A row that cannot be believed. */
public final class RowRefused extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Refused reason;

    public RowRefused(Refused reason) {
        super(reason.key());
        this.reason = reason;
    }

    public Refused reason() {
        return reason;
    }
}
