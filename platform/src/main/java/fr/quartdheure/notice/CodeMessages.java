package fr.quartdheure.notice;

import fr.quartdheure.account.Channel;
import fr.quartdheure.account.ContactProofRequested;
import fr.quartdheure.account.ContactProofs;
import fr.quartdheure.account.IssuedCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends the code by which somebody shows that a contact is hers. */
@Component
class CodeMessages {

    private final ContactProofs proofs;
    private final Composer composer;
    private final Outbox outbox;

    CodeMessages(ContactProofs proofs, Composer composer, Outbox outbox) {
        this.proofs = proofs;
        this.composer = composer;
        this.outbox = outbox;
    }

    @EventListener
    void on(ContactProofRequested requested) {
        proofs.issue(requested.proofId()).ifPresent(issued -> outbox.put(draft(issued, requested.appointmentId())));
    }

    private Draft draft(IssuedCode issued, @Nullable UUID appointmentId) {
        String text = issued.channel() == Channel.SMS
                ? composer.sms("notice.code.sms", issued.code())
                : composer.letter("notice.code.text", issued.code());
        return Draft.ofCode(issued, appointmentId, composer.say("notice.code.subject"), text);
    }
}
