package fr.quartdheure.intake;

import java.io.Serial;

/** A file that cannot be read as what it should be: it is refused whole. */
public final class FileRefused extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Refused reason;

    public FileRefused(Refused reason) {
        super(reason.key());
        this.reason = reason;
    }

    public Refused reason() {
        return reason;
    }
}
