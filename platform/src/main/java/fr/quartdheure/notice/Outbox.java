package fr.quartdheure.notice;

import fr.quartdheure.account.Channel;
import fr.quartdheure.database.Birth;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where messages wait until they are sent; in a demonstration they stay in it. */
@Component
public class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    /** Codes asked for with somebody else's address must not fill her mailbox. */
    private static final int CODES_BY_MAIL_PER_HOUR = 6;

    private static final int CODES_BY_MAIL_PER_DAY = 20;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Messages messages;
    private final Birth birth;
    private final MailSettings mail;
    private final SmsSettings sms;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Outbox(
            Messages messages,
            Birth birth,
            MailSettings mail,
            SmsSettings sms,
            Clock clock,
            ApplicationEventPublisher events) {
        this.messages = messages;
        this.birth = birth;
        this.mail = mail;
        this.sms = sms;
        this.clock = clock;
        this.events = events;
    }

    /** Call it in the transaction of the act that the message tells about: it leaves once that is committed. */
    @Transactional
    void put(Draft draft) {
        Instant now = clock.instant();
        if (birth.isDemo()) {
            messages.keep(draft, now);
            return;
        }
        Optional<String> objection = objection(draft, now);
        if (objection.isPresent()) {
            LOG.warn("A message ({}, {}) was refused: {}", draft.purpose(), draft.channel(), objection.get());
            messages.refuse(draft, now, objection.get());
            return;
        }
        messages.queue(draft, now);
        events.publishEvent(new MessageQueued(draft.channel()));
    }

    /** The messages of a demonstration, newest first. */
    public List<KeptMessage> listKept() {
        return messages.listKept();
    }

    public OutboxState state() {
        return messages.state(smsToday(), sms.dailyBudget(), mail.present(), sms.present());
    }

    /** Tries again what had failed for good, once the reason is repaired; returns how many messages that is. */
    public int requeueFailed() {
        int requeued = messages.requeueFailed(clock.instant());
        events.publishEvent(new MessageQueued(Channel.EMAIL));
        events.publishEvent(new MessageQueued(Channel.SMS));
        return requeued;
    }

    long smsToday() {
        return messages.smsSince(Paris.startOf(Paris.dayOf(clock.instant())));
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT5M")
    void sweep() {
        messages.sweep(clock.instant().minus(KEPT));
    }

    private Optional<String> objection(Draft draft, Instant now) {
        boolean toPhone = draft.channel() == Channel.SMS;
        if (toPhone && !sms.allows(draft.recipient())) {
            return Optional.of("no SMS goes to numbers of this kind");
        }
        if (!toPhone && !Draft.CODE.equals(draft.purpose())) {
            return Optional.empty();
        }
        messages.lockRecipient(draft.recipient());
        boolean thisHour = messages.countSince(draft.recipient(), now.minus(HOUR))
                >= (toPhone ? sms.perHour() : CODES_BY_MAIL_PER_HOUR);
        boolean thisDay = messages.countSince(draft.recipient(), now.minus(DAY))
                >= (toPhone ? sms.perDay() : CODES_BY_MAIL_PER_DAY);
        return thisHour || thisDay
                ? Optional.of("too many messages to this contact in an hour or a day")
                : Optional.empty();
    }
}
