package fr.quartdheure.notice;

import fr.quartdheure.account.Account;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.account.Channel;
import fr.quartdheure.calendar.Subscription;
import fr.quartdheure.calendar.SubscriptionSilent;
import fr.quartdheure.calendar.Subscriptions;
import fr.quartdheure.web.PublicAddress;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells a practitioner that a calendar she follows closes nothing any more. Staff have no other address than a login
 * that is one; whoever signs in by name reads it on her own day.
 */
@Component
class SilentCalendarMessages {

    private final Subscriptions subscriptions;
    private final Accounts accounts;
    private final Composer composer;
    private final Outbox outbox;
    private final PublicAddress address;

    SilentCalendarMessages(
            Subscriptions subscriptions, Accounts accounts, Composer composer, Outbox outbox, PublicAddress address) {
        this.subscriptions = subscriptions;
        this.accounts = accounts;
        this.composer = composer;
        this.outbox = outbox;
        this.address = address;
    }

    @EventListener
    void on(SubscriptionSilent silent) {
        subscriptions
                .find(silent.subscriptionId())
                .ifPresent(one -> accounts.list().stream()
                        .filter(account -> one.practitionerId().equals(account.practitionerId()))
                        .filter(account ->
                                !account.disabled() && account.login().contains("@"))
                        .forEach(account -> outbox.put(letter(account, one))));
    }

    private Draft letter(Account account, Subscription one) {
        return new Draft(
                "calendar-silent",
                null,
                Channel.EMAIL,
                account.login(),
                composer.say("notice.calendar.silent.subject", one.label()),
                composer.letter(
                        "notice.calendar.silent.text",
                        one.label(),
                        one.host(),
                        address.base() + "/practitioner/calendars"),
                null,
                null);
    }
}
