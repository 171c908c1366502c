package fr.quartdheure.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The signed-in person as the trace names her; the principal of a session implements it. */
public interface Actor {

    UUID accountId();

    /** Her role; several are joined with "+", as none of them alone would be true. */
    String role();

    /** The one organisation that she acts for, or null when there are several or none. */
    @Nullable
    UUID organizationId();
}
