package fr.quartdheure.notice;

import fr.quartdheure.roster.Recalls;
import fr.quartdheure.roster.ReofferMade;
import fr.quartdheure.roster.ReofferWithdrawn;
import fr.quartdheure.scheduling.Appointments;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells somebody that her hour cannot be kept and where to take another; or that it can be kept after all. */
@Component
class ReofferMessages {

    private final Recalls recalls;
    private final Appointments appointments;
    private final PatientLetters letters;
    private final Outbox outbox;

    ReofferMessages(Recalls recalls, Appointments appointments, PatientLetters letters, Outbox outbox) {
        this.recalls = recalls;
        this.appointments = appointments;
        this.letters = letters;
        this.outbox = outbox;
    }

    @EventListener
    void on(ReofferMade made) {
        tell(PatientLetters.REOFFER, made.reofferId());
    }

    @EventListener
    void on(ReofferWithdrawn withdrawn) {
        tell("kept", withdrawn.reofferId());
    }

    private void tell(String purpose, UUID reofferId) {
        recalls.findReoffer(reofferId)
                .flatMap(one -> appointments.find(one.appointmentId()))
                .flatMap(one -> letters.about(purpose, one))
                .ifPresent(letter -> outbox.put(letter.draft()));
    }
}
