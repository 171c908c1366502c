package fr.quartdheure.registration;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish for a médecin traitant.
 *
 * @param personKey stands for the person and her contact, so that she waits once
 * @param onBehalf "self", "child" or "relative"
 * @param classes of the public list that she is in, as of her last word
 * @param confirmedAt when she last said that she wants one
 * @param askedAgainAt since when she owes an answer whether she still does
 */
public record RegistrationRequest(
        UUID id,
        UUID patientId,
        UUID personKey,
        String communeCode,
        String onBehalf,
        Set<Priority> classes,
        State state,
        @Nullable UUID proofId,
        Instant askedAt,
        Instant confirmedAt,
        @Nullable Instant askedAgainAt,
        @Nullable Instant endedAt) {

    /** How a request stands. Stored as "awaiting-code". */
    public enum State {
        AWAITING_CODE,
        WAITING,
        /** A practitioner took her on. */
        PLACED,
        /** She left every list; she may come back. */
        LEFT,
        /** She did not say whether she still wants one; she may come back. */
        SILENT,
        /** The practitioner who took her on has stopped; she may come back. */
        ASKED_BACK;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }
}
