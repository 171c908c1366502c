package fr.quartdheure.notice;

import fr.quartdheure.account.AccountChanged;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.account.Channel;
import fr.quartdheure.account.InvitationAsked;
import fr.quartdheure.account.Invitations;
import fr.quartdheure.web.PublicAddress;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells somebody on staff what was changed in her account, and invites her to open it. */
@Component
class AccountMessages {

    private final Accounts accounts;
    private final Invitations invitations;
    private final Composer composer;
    private final Outbox outbox;
    private final PublicAddress address;

    AccountMessages(
            Accounts accounts, Invitations invitations, Composer composer, Outbox outbox, PublicAddress address) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.composer = composer;
        this.outbox = outbox;
        this.address = address;
    }

    /** Whoever has no address is not told; the trace is. */
    @EventListener
    void on(AccountChanged changed) {
        accounts.findEmail(changed.accountId())
                .ifPresent(email -> put(
                        "account-changed",
                        email,
                        "notice.account.subject",
                        composer.letter(
                                "notice.account.text",
                                composer.say("notice.account." + changed.what().code()))));
    }

    @EventListener
    void on(InvitationAsked asked) {
        accounts.findEmail(asked.accountId()).ifPresent(email -> {
            String link = address.base() + "/login/invitation/" + invitations.issue(asked.accountId());
            put("invitation", email, "notice.invitation.subject", composer.letter("notice.invitation.text", link));
        });
    }

    private void put(String purpose, String email, String subjectKey, String text) {
        outbox.put(new Draft(purpose, null, Channel.EMAIL, email, composer.say(subjectKey), text, null, null));
    }
}
