package fr.quartdheure.api;

import fr.quartdheure.api.ContactsApi.CodeGiven;
import fr.quartdheure.api.ContactsApi.ContactGiven;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Sex;
import fr.quartdheure.scheduling.BookingRequest;
import fr.quartdheure.scheduling.Confirmation;
import fr.quartdheure.scheduling.Identified;
import fr.quartdheure.scheduling.PublicBooking;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/appointments} and its confirmation: from a hold to an appointment. */
@RestController
class AppointmentsApi {

    private final PublicBooking booking;
    private final AppointmentViews views;
    private final Clock clock;

    AppointmentsApi(PublicBooking booking, AppointmentViews views, Clock clock) {
        this.booking = booking;
        this.views = views;
        this.clock = clock;
    }

    @PostMapping(path = "/api/v1/appointments", produces = "application/json")
    @ResponseStatus(HttpStatus.ACCEPTED)
    AppointmentViews.Awaiting create(@RequestBody AppointmentAsked asked, HttpServletRequest request) {
        UUID holdId = Bodies.required("holdId", asked.holdId());
        if (!Boolean.TRUE.equals(asked.consent())) {
            throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "consent-missing");
        }
        return switch (booking.identify(holdId, ApiVisitor.of(request, false), given(asked))) {
            case Identified.AwaitingCode awaiting ->
                new AppointmentViews.Awaiting(awaiting.appointment().id(), "awaiting-code");
            case Identified.Unknown _unknown -> throw new Refused(HttpStatus.NOT_FOUND, "hold-unknown");
            case Identified.Expired _expired -> throw new Refused(HttpStatus.GONE, "hold-expired");
            case Identified.PatientBusy _busy -> throw new Refused(HttpStatus.CONFLICT, "patient-busy");
            case Identified.TooManyAhead many ->
                throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "too-many-ahead", many.limit());
            case Identified.ReasonTooLong _long ->
                throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "reason-too-long");
        };
    }

    @PostMapping(path = "/api/v1/appointments/{id}/confirmation", produces = "application/json")
    AppointmentViews.BookedView confirm(@PathVariable UUID id, @RequestBody CodeGiven given) {
        return switch (booking.confirm(id, Bodies.required("code", given.code()))) {
            case Confirmation.Confirmed confirmed -> views.booked(confirmed.appointment(), confirmed.manageToken());
            case Confirmation.WrongCode wrong ->
                throw new Refused(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "code-wrong",
                        Map.of("attemptsLeft", wrong.attemptsLeft()),
                        wrong.attemptsLeft());
            case Confirmation.Exhausted _exhausted -> throw new Refused(HttpStatus.GONE, "code-exhausted");
            case Confirmation.Expired _expired -> throw new Refused(HttpStatus.GONE, "hold-expired");
            case Confirmation.Unknown _unknown -> throw new Refused(HttpStatus.NOT_FOUND, "not-found");
        };
    }

    private BookingRequest given(AppointmentAsked asked) {
        return new BookingRequest(
                identity(Bodies.required("patient", asked.patient())),
                ContactsApi.read(Bodies.required("contact", asked.contact())),
                "self",
                asked.reason(),
                Boolean.TRUE.equals(asked.reminders()));
    }

    private Identity identity(PatientGiven given) {
        String familyName = name("patient.familyName", given.familyName());
        String givenName = name("patient.givenName", given.givenName());
        String sexCode = Bodies.required("patient.sex", given.sex());
        Sex sex = Sex.find(sexCode).orElseThrow(() -> Bodies.malformed("patient.sex", sexCode));
        return new Identity(familyName, givenName, birthDate(given), sex);
    }

    private LocalDate birthDate(PatientGiven given) {
        String text = Bodies.required("patient.birthDate", given.birthDate());
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.isAfter(Paris.dayOf(clock.instant())) || date.getYear() < 1880) {
                throw Bodies.malformed("patient.birthDate", text);
            }
            return date;
        } catch (DateTimeException e) {
            throw Bodies.malformed("patient.birthDate", text);
        }
    }

    private static String name(String field, @Nullable String text) {
        String given = Bodies.required(field, text);
        if (!Identity.isName(given)) {
            throw Bodies.malformed(field, given);
        }
        return given;
    }

    /** @param reminders whether reminders are accepted; not needed for the care itself */
    record AppointmentAsked(
            @Nullable UUID holdId,
            @Nullable PatientGiven patient,
            @Nullable ContactGiven contact,
            @Nullable String reason,
            @Nullable Boolean consent,
            @Nullable Boolean reminders) {}

    /**
     * @param birthDate as 1955-08-14
     * @param sex female, male or unknown
     */
    record PatientGiven(
            @Nullable String familyName,
            @Nullable String givenName,
            @Nullable String birthDate,
            @Nullable String sex) {}
}
