package fr.quartdheure.api;

import fr.quartdheure.account.ContactProofs;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Holding;
import fr.quartdheure.scheduling.Holds;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/holds}: keeps a slot for ten minutes while its taker says who she is. */
@RestController
class HoldsApi {

    private final Holds holds;
    private final ContactProofs proofs;
    private final SlotViews views;

    HoldsApi(Holds holds, ContactProofs proofs, SlotViews views) {
        this.holds = holds;
        this.proofs = proofs;
        this.views = views;
    }

    @PostMapping(path = "/api/v1/holds", produces = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    HoldMade hold(@RequestBody HoldAsked asked, HttpServletRequest request) {
        UUID slotId = Bodies.required("slotId", asked.slotId());
        String reason = SlotsApi.orUsual(asked.reason());
        boolean proved = asked.contactProof() != null && proofs.isProved(asked.contactProof());
        return switch (holds.hold(slotId, reason, ApiVisitor.of(request, proved))) {
            case Holding.Held held -> HoldMade.of(held.appointment());
            case Holding.Taken taken ->
                throw new Refused(
                        HttpStatus.CONFLICT, "slot-taken", Map.of("alternatives", views.of(taken.alternatives())));
            case Holding.NotBookable _none -> throw new Refused(HttpStatus.NOT_FOUND, "slot-unknown");
            case Holding.NoSuchReason none -> throw SlotsApi.noSuchReason(none.reason(), none.service());
            case Holding.TooMany tooMany ->
                throw new Refused(HttpStatus.TOO_MANY_REQUESTS, "too-many-holds", tooMany.limit());
            case Holding.ProofNeeded _needed -> throw new Refused(HttpStatus.FORBIDDEN, "contact-proof-needed");
        };
    }

    /** @param contactProof id of a proved contact, where anonymous holds already cover a third of the day */
    record HoldAsked(
            @Nullable UUID slotId,
            @Nullable String reason,
            @Nullable UUID contactProof) {}

    record HoldMade(UUID holdId, OffsetDateTime expiresAt) {

        static HoldMade of(Appointment held) {
            return new HoldMade(held.id(), ApiTimes.paris(Objects.requireNonNull(held.expiresAt())));
        }
    }
}
