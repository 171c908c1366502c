package fr.quartdheure.fhir;

import fr.quartdheure.client.ClientNumber;
import fr.quartdheure.wire.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An Appointment as a client wants it to be.
 *
 * @param cancelled whether it is to be cancelled; otherwise it is to be booked
 * @param cancelReason code of the reason, "other" when none is given
 * @param reason code of one of the service's reasons; null leaves it open
 * @param start to check against the slot; null when it is not said
 * @param practitioner and
 * @param site to check against the slot too
 */
record AppointmentTold(
        boolean cancelled,
        String cancelReason,
        @Nullable ClientNumber number,
        @Nullable UUID slot,
        @Nullable UUID patient,
        @Nullable UUID practitioner,
        @Nullable UUID site,
        @Nullable String reason,
        @Nullable Instant start) {

    static final String CANCELLATION = "http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason";

    private static final Map<String, String> CANCEL_REASONS = Map.of("pat", "patient", "prov", "practitioner");

    /** @throws Refused when an element has no form that can be followed */
    static AppointmentTold read(JsonNode resource) {
        return new AppointmentTold(
                isCancelled(Elements.text(resource, "status", "Appointment.status")),
                cancelReason(resource.path("cancelationReason")),
                Elements.number(resource, "Appointment.identifier"),
                slot(resource),
                actor(resource, "Patient"),
                actor(resource, "Practitioner"),
                actor(resource, "Location"),
                reason(resource),
                start(Elements.text(resource, "start", "Appointment.start")));
    }

    private static boolean isCancelled(String status) {
        return switch (status) {
            case "booked" -> false;
            case "cancelled" -> true;
            case "" -> throw Refused.rule("element-missing", "Appointment.status", "Appointment.status");
            default -> throw Refused.rule("status-not-told", "Appointment.status", Refused.shown(status));
        };
    }

    private static String cancelReason(JsonNode concept) {
        for (JsonNode coding : Elements.list(concept, "coding", "Appointment.cancelationReason")) {
            String reason = CANCEL_REASONS.get(Elements.text(coding.path("code")));
            if (reason != null && CANCELLATION.equals(Elements.text(coding.path("system")))) {
                return reason;
            }
        }
        return "other";
    }

    private static @Nullable UUID slot(JsonNode resource) {
        List<JsonNode> slots = Elements.list(resource, "slot", "Appointment.slot");
        if (slots.isEmpty()) {
            return null;
        }
        if (slots.size() > 1) {
            throw Refused.rule("element-not-once", "Appointment.slot", "Appointment.slot");
        }
        return Elements.reference(slots.getFirst(), "Slot", "Appointment.slot")
                .orElseThrow(() -> Refused.rule("element-malformed", "Appointment.slot", "Appointment.slot"));
    }

    private static @Nullable UUID actor(JsonNode resource, String type) {
        String where = "Appointment.participant";
        List<UUID> found = Elements.list(resource, "participant", where).stream()
                .map(one -> Elements.reference(one.path("actor"), type, where + ".actor"))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (found.size() > 1) {
            throw Refused.rule("participant-twice", where, type);
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Of a list of ours; what another list says does not choose here. */
    private static @Nullable String reason(JsonNode resource) {
        for (JsonNode concept : Elements.list(resource, "reasonCode", "Appointment.reasonCode")) {
            for (JsonNode coding : Elements.list(concept, "coding", "Appointment.reasonCode.coding")) {
                String system = Elements.text(coding.path("system"));
                if (system.isEmpty() || system.endsWith(AppointmentWriting.REASONS)) {
                    return Elements.text(coding.path("code"));
                }
            }
        }
        return null;
    }

    private static @Nullable Instant start(String written) {
        try {
            return written.isEmpty() ? null : OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException e) {
            throw Refused.rule("element-malformed", "Appointment.start", "Appointment.start");
        }
    }
}
