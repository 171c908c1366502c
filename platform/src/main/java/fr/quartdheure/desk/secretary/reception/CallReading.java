package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.desk.ui.PatientForm;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.reception.Call;
import fr.quartdheure.reception.CallBack;
import fr.quartdheure.reception.CallOutcome;
import fr.quartdheure.reception.CallReason;
import fr.quartdheure.reception.Caller;
import fr.quartdheure.reception.Clerk;
import fr.quartdheure.time.Paris;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Judges what was typed of a call.
 *
 * @param patient the known person that was chosen, or null
 * @param urgent whether a warning sign was told
 */
record CallReading(
        UUID id,
        UUID siteId,
        CallForm form,
        @Nullable Patient patient,
        boolean urgent,
        Instant startedAt,
        Instant now,
        Clerk clerk) {

    /** The message of each refused field; empty when the call can be kept. */
    Map<String, String> refusals() {
        Map<String, String> refusals = new LinkedHashMap<>();
        refuse(refusals, "caller", Caller.find(form.value("caller")).isPresent());
        refuse(refusals, "phone", form.value("phone").isEmpty() || typedPhone().isPresent());
        refuse(refusals, "reason", CallReason.find(form.value("reason")).isPresent());
        refuse(refusals, "note", form.value("note").length() <= Call.LONGEST_NOTE);
        refuse(refusals, "outcome", CallOutcome.find(form.value("outcome")).isPresent());
        if (callsBack()) {
            refuse(refusals, "phone", phone() != null);
            refuse(refusals, "due", due().filter(now::isBefore).isPresent());
        }
        refuse(refusals, "minutes", minutes().isPresent());
        return refusals;
    }

    Call call() {
        return new Call(
                id,
                siteId,
                Caller.of(form.value("caller")),
                who(),
                phone(),
                patient == null ? null : patient.id(),
                CallReason.of(form.value("reason")),
                CallOutcome.of(form.value("outcome")),
                note(),
                urgent,
                minutes().orElseThrow(),
                startedAt,
                clerk);
    }

    @Nullable
    CallBack callBack() {
        String phone = phone();
        return !callsBack() || phone == null
                ? null
                : new CallBack(
                        UUID.randomUUID(),
                        siteId,
                        id,
                        who(),
                        phone,
                        patient == null ? null : patient.id(),
                        CallReason.of(form.value("reason")),
                        note(),
                        due().orElseThrow(),
                        now,
                        clerk.name(),
                        null,
                        null,
                        List.of());
    }

    private boolean callsBack() {
        return form.has("outcome", CallOutcome.CALL_BACK.code());
    }

    private @Nullable String who() {
        return form.value("who").isEmpty()
                ? null
                : form.value("who").substring(0, Math.min(120, form.value("who").length()));
    }

    private @Nullable String note() {
        return form.value("note").isEmpty() ? null : form.value("note");
    }

    private Optional<String> typedPhone() {
        return PatientForm.phoneOf(form.value("phone"));
    }

    private @Nullable String phone() {
        return typedPhone().orElse(patient == null ? null : patient.phone());
    }

    private Optional<Instant> due() {
        try {
            return Optional.of(LocalDate.parse(form.value("dueDay"))
                    .atTime(LocalTime.parse(form.value("dueHour")))
                    .atZone(Paris.ZONE)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As typed, or else as long as the page was open, begun minutes counting whole. */
    private Optional<Integer> minutes() {
        String typed = form.value("minutes");
        if (typed.isEmpty()) {
            long open = Duration.between(startedAt, now).plusSeconds(59).toMinutes();
            return Optional.of((int) Math.clamp(open, 1, Call.LONGEST));
        }
        return typed.matches("\\d{1,3}") && Integer.parseInt(typed) <= Call.LONGEST
                ? Optional.of(Integer.parseInt(typed))
                : Optional.empty();
    }

    private static void refuse(Map<String, String> refusals, String field, boolean understood) {
        if (!understood) {
            refusals.putIfAbsent(field, "reception.call.refused." + field);
        }
    }
}
