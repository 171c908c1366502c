package fr.quartdheure.desk.ui;

import fr.quartdheure.database.Signals;
import fr.quartdheure.scheduling.AgendaChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells the open boards of every node that a site's agenda changed, once the change is committed. */
@Component
public class AgendaSignals {

    public static final String CHANNEL = "agenda";

    private final Signals signals;

    AgendaSignals(Signals signals) {
        this.signals = signals;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void publish(AgendaChanged change) {
        signals.publish(CHANNEL, change.siteId().toString());
    }
}
