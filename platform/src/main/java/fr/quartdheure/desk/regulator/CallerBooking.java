package fr.quartdheure.desk.regulator;

import fr.quartdheure.account.Role;
import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.ui.PatientForm;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Services;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Booking;
import fr.quartdheure.scheduling.FrontDesk;
import fr.quartdheure.scheduling.Slots;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books for a caller whom the regulator has on the line. She sees nobody's record: the caller is somebody new, whom the
 * site may recognise later.
 */
@Component
class CallerBooking {

    private final Patients patients;
    private final FrontDesk frontDesk;
    private final Slots slots;
    private final Services services;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    CallerBooking(
            Patients patients,
            FrontDesk frontDesk,
            Slots slots,
            Services services,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.patients = patients;
        this.frontDesk = frontDesk;
        this.slots = slots;
        this.services = services;
        this.events = events;
        this.transaction = transaction;
    }

    /** One act: who could not be booked leaves no record behind. */
    Booking book(UUID slotId, PatientForm.Read form, @Nullable String reason) {
        return transaction.execute(status -> {
            Patient patient = patients.add(form.identity(), form.normalEmail(), form.normalPhone(), "secretary");
            events.publishEvent(Trace.of("create", "patient", patient.id()).as(Role.REGULATOR.code(), null));
            Booking booking = frontDesk.book(slotId, patient.id(), reasonOf(slotId, reason));
            if (!(booking instanceof Booking.Booked)) {
                status.setRollbackOnly();
            }
            return booking;
        });
    }

    /** One of the service's reasons, else the first. */
    private String reasonOf(UUID slotId, @Nullable String asked) {
        var reasons = slots.find(slotId)
                .flatMap(slot -> services.find(slot.service()))
                .orElseThrow()
                .reasons();
        return reasons.stream()
                .map(Reason::code)
                .filter(code -> code.equals(asked))
                .findFirst()
                .orElseGet(() -> reasons.getFirst().code());
    }
}
