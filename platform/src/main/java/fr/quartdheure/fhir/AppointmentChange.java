package fr.quartdheure.fhir;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.client.ClientPrincipal;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.fhir.AppointmentActs.Done;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.AppointmentVersion;
import fr.quartdheure.scheduling.AppointmentVersions;
import fr.quartdheure.scheduling.Cancelling;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.Moving;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.wire.Refused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves or cancels what is there, so that it is as a client says; what it says already changes nothing. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AppointmentChange {

    private static final String SLOT = "Appointment.slot";
    private static final String STATUS = "Appointment.status";
    private static final String WHO = "Appointment.participant";

    private final AppointmentVersions versions;
    private final Changes changes;
    private final Slots slots;
    private final Sites sites;
    private final ApplicationEventPublisher events;

    AppointmentChange(
            AppointmentVersions versions, Changes changes, Slots slots, Sites sites, ApplicationEventPublisher events) {
        this.versions = versions;
        this.changes = changes;
        this.slots = slots;
        this.sites = sites;
        this.events = events;
    }

    /** @param expected the version that the client has seen; null when it does not mind */
    public Done make(
            ClientPrincipal client, AppointmentVersion known, AppointmentTold told, @Nullable Integer expected) {
        if (expected != null && expected != known.number()) {
            throw Refused.outdated("version-conflict", expected, known.number());
        }
        Appointment appointment = known.appointment();
        if (told.patient() != null && !told.patient().equals(appointment.patientId())) {
            throw Refused.rule("patient-fixed", WHO);
        }
        if (told.cancelled()) {
            return cancel(known, told);
        }
        if (appointment.status() != AppointmentStatus.BOOKED) {
            throw Refused.rule("not-booked-now", STATUS, AppointmentWriting.status(appointment.status()));
        }
        if (told.reason() != null && !told.reason().equals(appointment.reason())) {
            throw Refused.rule("reason-fixed", "Appointment.reasonCode", appointment.reason());
        }
        Slot slot = slot(client, told);
        return slot.id().equals(appointment.slotId()) ? unchanged(known) : move(known, slot);
    }

    /** A client that says what is so already is answered with it, and has read it. */
    public Done unchanged(AppointmentVersion known) {
        UUID patient = known.appointment().patientId();
        if (patient != null) {
            events.publishEvent(Trace.of("read", "patient", patient).because("appointment"));
        }
        return new Done(known, false);
    }

    /** The slot that is told, when it is one of the client's organisation and what is told beside it is true of it. */
    public Slot slot(ClientPrincipal client, AppointmentTold told) {
        if (told.slot() == null) {
            throw Refused.rule("element-missing", SLOT, SLOT);
        }
        Slot slot = slots.find(told.slot())
                .filter(one -> sites.find(one.siteId())
                        .filter(site -> site.organizationId().equals(client.organizationId()))
                        .isPresent())
                .orElseThrow(() -> Refused.rule("reference-unknown", SLOT, "Slot/" + told.slot()));
        check(told.start() == null || told.start().equals(slot.start()), "Appointment.start");
        check(told.practitioner() == null || told.practitioner().equals(slot.practitionerId()), WHO);
        check(told.site() == null || told.site().equals(slot.siteId()), WHO);
        return slot;
    }

    private static void check(boolean same, String where) {
        if (!same) {
            throw Refused.rule("not-of-this-slot", where, where);
        }
    }

    private Done cancel(AppointmentVersion known, AppointmentTold told) {
        Appointment appointment = known.appointment();
        if (appointment.status() == AppointmentStatus.CANCELLED) {
            return unchanged(known);
        }
        if (!appointment.isActive()) {
            throw Refused.rule("not-booked-now", STATUS, AppointmentWriting.status(appointment.status()));
        }
        return switch (changes.cancel(appointment.id(), told.cancelReason(), Changes.By.FRONT_DESK)) {
            case Cancelling.Cancelled cancelled -> changed(known, cancelled.appointment());
            case Cancelling.NotActive _not -> throw overtaken(known);
            case Cancelling.TooLate _late -> throw new IllegalStateException("the front desk has no cut-off");
        };
    }

    private Done move(AppointmentVersion known, Slot slot) {
        return switch (changes.move(known.appointment().id(), slot.id(), Changes.By.FRONT_DESK)) {
            case Moving.Moved moved -> changed(known, moved.appointment());
            case Moving.Taken taken -> throw new SlotTaken(taken.alternatives());
            case Moving.PatientBusy _busy -> throw Refused.rule("patient-busy", WHO);
            case Moving.NotBookable _not -> throw Refused.rule("slot-not-for-it", SLOT);
            case Moving.NotActive _not -> throw overtaken(known);
            case Moving.TooLate _late -> throw new IllegalStateException("the front desk has no cut-off");
        };
    }

    /** The act has locked what it changed; one version more, and nobody came between. */
    private Done changed(AppointmentVersion known, Appointment now) {
        AppointmentVersion after =
                versions.find(now.id(), List.of(now.siteId())).orElseThrow();
        if (after.number() != known.number() + 1) {
            throw overtaken(known);
        }
        return new Done(after, false);
    }

    private Refused overtaken(AppointmentVersion known) {
        return Refused.outdated("version-conflict", known.number(), known.number() + 1);
    }
}
