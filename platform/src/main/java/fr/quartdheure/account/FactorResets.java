package fr.quartdheure.account;

import fr.quartdheure.factor.Factors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes away the second factor of somebody who lost it: her sessions end, and her next sign-in sets up a new one. */
@Component
public class FactorResets {

    private final Factors factors;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    FactorResets(Factors factors, Accounts accounts, ApplicationEventPublisher events) {
        this.factors = factors;
        this.accounts = accounts;
        this.events = events;
    }

    /** @param reason why, as the trace keeps it */
    @Transactional
    public void reset(Account account, String reason) {
        factors.reset(account.id(), reason);
        accounts.endSessions(account.id());
        events.publishEvent(new AccountChanged(account.id(), AccountChanged.What.FACTOR_RESET));
    }
}
