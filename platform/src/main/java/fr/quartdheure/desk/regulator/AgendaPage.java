package fr.quartdheure.desk.regulator;

import fr.quartdheure.desk.ui.PatientForm;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.Audience;
import fr.quartdheure.scheduling.Booking;
import fr.quartdheure.scheduling.OfferedSlot;
import fr.quartdheure.scheduling.OfferedSlots;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The agenda of a practitioner as a regulator comes to it from the SAS, and the booking for her caller. */
@Controller
class AgendaPage {

    private static final String PAGE = "desk/regulator/agenda.jte";
    private static final Problem ABSENT = Problem.of(404, "problem.absent");
    private static final Duration SHOWN = Duration.ofDays(3);

    private final Screens screens;
    private final Practitioners practitioners;
    private final OfferedSlots offered;
    private final Slots slots;
    private final Sites sites;
    private final Services services;
    private final CallerBooking booking;
    private final Clock clock;

    AgendaPage(
            Screens screens,
            Practitioners practitioners,
            OfferedSlots offered,
            Slots slots,
            Sites sites,
            Services services,
            CallerBooking booking,
            Clock clock) {
        this.screens = screens;
        this.practitioners = practitioners;
        this.offered = offered;
        this.slots = slots;
        this.sites = sites;
        this.services = services;
        this.booking = booking;
        this.clock = clock;
    }

    @GetMapping("/regulator/agenda")
    ResponseEntity<byte[]> open(HttpServletRequest request, @ModelAttribute Asked asked) {
        Practitioner one = practitioner(asked);
        if (asked.practitioner() != null && one == null) {
            return screens.show(request, ABSENT);
        }
        return screens.show(request, PAGE, agenda(one, asked, PatientForm.EMPTY.untouched(), null));
    }

    @PostMapping("/regulator/agenda")
    ResponseEntity<byte[]> book(
            HttpServletRequest request, @ModelAttribute Asked asked, @ModelAttribute PatientForm form) {
        Practitioner one = practitioner(asked);
        UUID slotId = asked.slot();
        if (one == null || slotId == null || !isHers(slotId, one)) {
            return screens.show(request, ABSENT);
        }
        PatientForm.Read read = form.read(Paris.dayOf(clock.instant()));
        if (!read.refusals().isEmpty()) {
            return screens.show(request, HttpStatus.UNPROCESSABLE_CONTENT, PAGE, agenda(one, asked, read, null));
        }
        return switch (booking.book(slotId, read, asked.reason())) {
            case Booking.Booked booked -> done(one, booked.appointment().start());
            case Booking.Taken _taken -> refused(request, one, asked, read, "taken");
            case Booking.PatientBusy _busy -> refused(request, one, asked, read, "patient-busy");
            case Booking.NotBookable _gone -> refused(request, one, asked, read, "not-bookable");
        };
    }

    private static ResponseEntity<byte[]> done(Practitioner one, Instant start) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/regulator/agenda?practitioner=" + one.id() + "&booked=" + start))
                .build();
    }

    private ResponseEntity<byte[]> refused(
            HttpServletRequest request, Practitioner one, Asked asked, PatientForm.Read read, String refusal) {
        return screens.show(request, HttpStatus.CONFLICT, PAGE, agenda(one, asked, read, refusal));
    }

    private Agenda agenda(@Nullable Practitioner one, Asked asked, PatientForm.Read form, @Nullable String refusal) {
        Instant now = clock.instant();
        List<OfferedSlot> free = one == null
                ? List.of()
                : offered.list(List.of(one.id()), now, now.plus(SHOWN), Set.of(Audience.values()));
        Optional<Agenda.Chosen> chosen = one == null ? Optional.empty() : chosen(asked, one, refusal != null);
        boolean gone = one != null && asked.slot() != null && chosen.isEmpty();
        return new Agenda(one, free, chosen.orElse(null), gone, form, refusal, asked.bookedAt());
    }

    /** What was refused is still what she wants: what she typed stays beside it, to be sent for another time. */
    private Optional<Agenda.Chosen> chosen(Asked asked, Practitioner one, boolean refused) {
        UUID slotId = asked.slot();
        return slotId == null || !isHers(slotId, one)
                ? Optional.empty()
                : slots.find(slotId)
                        .filter(slot -> slot.free() || refused)
                        .map(slot -> new Agenda.Chosen(
                                slot,
                                sites.find(slot.siteId()).orElseThrow(),
                                services.find(slot.service()).orElseThrow().reasons()));
    }

    /** A slot of this practitioner that regulators are shown: an address is easily changed by hand. */
    private boolean isHers(UUID slotId, Practitioner one) {
        return offered.isOffered(slotId)
                && slots.find(slotId)
                        .filter(slot -> slot.practitionerId().equals(one.id()))
                        .isPresent();
    }

    private @Nullable Practitioner practitioner(Asked asked) {
        UUID id = asked.practitioner();
        return id == null ? null : practitioners.find(id).orElse(null);
    }

    /**
     * @param slot the time she came for
     * @param booked when the appointment is that she just made
     * @param origin what the national platform says about where she comes from; nothing depends on it
     */
    record Asked(
            @Nullable UUID practitioner,
            @Nullable UUID slot,
            @Nullable String reason,
            @Nullable String booked,
            @Nullable String origin) {

        @Nullable
        Instant bookedAt() {
            try {
                return booked == null ? null : Instant.parse(booked);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
