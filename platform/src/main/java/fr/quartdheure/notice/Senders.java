package fr.quartdheure.notice;

import fr.quartdheure.database.Birth;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Runs one sender for each channel while the platform serves; none in a demonstration. */
@Component
class Senders implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);

    private final List<Sender> senders;
    private final Birth birth;
    private final MailSettings mail;
    private final SmsSettings sms;
    private volatile boolean running;

    Senders(List<Carrier> carriers, Messages messages, Birth birth, MailSettings mail, SmsSettings sms, Clock clock) {
        this.senders = carriers.stream()
                .map(carrier -> new Sender(carrier, messages, clock))
                .toList();
        this.birth = birth;
        this.mail = mail;
        this.sms = sms;
    }

    @Override
    public void start() {
        running = true;
        if (birth.isDemo()) {
            return;
        }
        if (!mail.present()) {
            LOG.error("NO MAIL LEAVES: set quartdheure.mail.host and quartdheure.mail.from."
                    + " Messages wait in the outbox meanwhile; codes expire in it.");
        }
        if (!sms.present()) {
            LOG.error("NO SMS LEAVES: set quartdheure.sms.url. Messages wait in the outbox meanwhile;"
                    + " codes expire in it.");
        }
        senders.forEach(Sender::start);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void wake(MessageQueued queued) {
        senders.stream()
                .filter(sender -> sender.carrier().channel() == queued.channel())
                .forEach(Sender::wake);
    }

    @Override
    public void stop() {
        running = false;
        for (Sender sender : senders) {
            try {
                sender.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
