package fr.quartdheure.registration;

import fr.quartdheure.registration.RegistrationRequest.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks every so many months who still wants a médecin traitant, so that a list is as long as it says. */
@Component
class Rechecking {

    /** So long she has to answer; her date is kept after that too, should she come back. */
    static final Duration TO_ANSWER = Duration.ofDays(30);

    /** A code lives ten minutes; what was never proved is forgotten soon after. */
    private static final Duration UNPROVED = Duration.ofMinutes(30);

    private final Requests requests;
    private final Leaving leaving;
    private final Joining joining;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rechecking(
            Requests requests,
            Leaving leaving,
            Joining joining,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.leaving = leaving;
        this.joining = joining;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        Instant now = clock.instant();
        requests.listUnproved(now.minus(UNPROVED)).forEach(one -> one(() -> joining.forget(one)));
        requests.listToAskAgain(now).forEach(one -> one(() -> askAgain(one.id(), now)));
        requests.listSilent(now.minus(TO_ANSWER)).forEach(one -> one(() -> giveUp(one.id(), now)));
    }

    private void askAgain(UUID requestId, Instant now) {
        requests.lock(requestId)
                .filter(one -> one.isWaiting() && one.askedAgainAt() == null)
                .ifPresent(one -> {
                    requests.askAgain(requestId, now);
                    events.publishEvent(new StillWanted(requestId));
                });
    }

    private void giveUp(UUID requestId, Instant now) {
        requests.lock(requestId)
                .filter(RegistrationRequest::isWaiting)
                .filter(one -> one.askedAgainAt() != null
                        && one.askedAgainAt().plus(TO_ANSWER).isBefore(now))
                .ifPresent(one -> leaving.end(one, State.SILENT, "silent"));
    }

    private void one(Runnable act) {
        transaction.executeWithoutResult(status -> act.run());
    }
}
