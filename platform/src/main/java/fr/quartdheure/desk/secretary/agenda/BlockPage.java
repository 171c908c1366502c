package fr.quartdheure.desk.secretary.agenda;

import fr.quartdheure.desk.secretary.DayBoardPage;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.Errand;
import fr.quartdheure.desk.secretary.agenda.BlockForm.Standing;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.BlockedTime;
import fr.quartdheure.scheduling.BlockedTimes;
import fr.quartdheure.scheduling.Blocking;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import fr.quartdheure.undo.DeskActs;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A while in which nobody is given to a practitioner. */
@Controller
class BlockPage {

    private final Screens screens;
    private final DeskAccess access;
    private final DeskActs acts;
    private final BlockedTimes blockedTimes;
    private final Practitioners practitioners;
    private final Patients patients;
    private final Clock clock;

    BlockPage(
            Screens screens,
            DeskAccess access,
            DeskActs acts,
            BlockedTimes blockedTimes,
            Practitioners practitioners,
            Patients patients,
            Clock clock) {
        this.screens = screens;
        this.access = access;
        this.acts = acts;
        this.blockedTimes = blockedTimes;
        this.practitioners = practitioners;
        this.patients = patients;
        this.clock = clock;
    }

    /** As it was typed. */
    record Typed(
            @Nullable String practitioner,
            @Nullable String from,
            @Nullable String to,
            @Nullable String label) {}

    /** A form that can be followed. */
    private record Wanted(UUID practitionerId, Period period, BlockedTime.Label label) {}

    @GetMapping("/secretary/sites/{siteId}/blocks/new")
    ResponseEntity<byte[]> ask(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @ModelAttribute Asked asked,
            @ModelAttribute Typed typed) {
        String template = asked.isPanel() ? "blockpanel" : "block";
        return access.site(siteId)
                .map(site -> screens.show(
                        request,
                        "desk/secretary/agenda/" + template + ".jte",
                        form(site, asked.errand(site, clock), typed, null, List.of())))
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }

    @PostMapping("/secretary/sites/{siteId}/blocks/new")
    ResponseEntity<byte[]> block(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @ModelAttribute Asked asked,
            @ModelAttribute Typed typed) {
        return access.site(siteId)
                .map(site -> block(request, site, asked.errand(site, clock), typed))
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }

    private ResponseEntity<byte[]> block(HttpServletRequest request, Site site, Errand errand, Typed typed) {
        Optional<Wanted> wanted = read(site, errand.day(), typed);
        if (wanted.isEmpty()) {
            return refused(request, form(site, errand, typed, "hours", List.of()));
        }
        Wanted one = wanted.get();
        if (!one.period().end().isAfter(clock.instant())) {
            return refused(request, form(site, errand, typed, "past", List.of()));
        }
        var time = new BlockedTime(UUID.randomUUID(), one.practitionerId(), site.id(), one.period(), one.label());
        return switch (acts.block(time)) {
            case Blocking.Blocked _done -> DayBoardPage.see(errand.board() + "&said=blocked");
            case Blocking.InTheWay way -> refused(request, form(site, errand, typed, "standing", way.appointments()));
        };
    }

    @GetMapping("/secretary/sites/{siteId}/blocks/{id}")
    ResponseEntity<byte[]> open(
            HttpServletRequest request, @PathVariable UUID siteId, @PathVariable UUID id, @ModelAttribute Asked asked) {
        String template = asked.isPanel() ? "blockedpanel" : "blocked";
        return find(siteId, id)
                .map(time -> screens.show(
                        request,
                        "desk/secretary/agenda/" + template + ".jte",
                        new BlockedSheet(
                                asked.errand(access.site(siteId).orElseThrow(), clock),
                                time,
                                practitioners
                                        .find(time.practitionerId())
                                        .map(Practitioner::displayName)
                                        .orElse(""))))
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }

    @PostMapping("/secretary/sites/{siteId}/blocks/{id}/release")
    ResponseEntity<byte[]> release(
            HttpServletRequest request, @PathVariable UUID siteId, @PathVariable UUID id, @ModelAttribute Asked asked) {
        return find(siteId, id)
                .map(time -> {
                    Errand errand = asked.errand(access.site(siteId).orElseThrow(), clock);
                    return DayBoardPage.see(
                            errand.board() + "&said=" + (acts.release(time) ? "released" : "unchanged"));
                })
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }

    /** On a board of several sites, the time may be blocked at another of hers. */
    private Optional<BlockedTime> find(UUID siteId, UUID id) {
        return access.site(siteId)
                .flatMap(site -> blockedTimes.find(id))
                .filter(time -> access.site(time.siteId()).isPresent());
    }

    private Optional<Wanted> read(Site site, LocalDate day, Typed typed) {
        try {
            UUID who = UUID.fromString(String.valueOf(typed.practitioner()));
            boolean works = practitioners.ofSite(site.id()).stream()
                    .anyMatch(one -> one.practitioner().id().equals(who));
            Instant from = at(day, typed.from());
            Instant to = at(day, typed.to());
            return works && to.isAfter(from)
                    ? Optional.of(new Wanted(who, new Period(from, to), label(typed.label())))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Instant at(LocalDate day, @Nullable String hour) {
        return day.atTime(LocalTime.parse(String.valueOf(hour)))
                .atZone(Paris.ZONE)
                .toInstant();
    }

    private static BlockedTime.Label label(@Nullable String typed) {
        return Arrays.stream(BlockedTime.Label.values())
                .filter(one -> one.code().equals(typed))
                .findFirst()
                .orElse(BlockedTime.Label.OTHER);
    }

    private BlockForm form(
            Site site, Errand errand, Typed typed, @Nullable String refusal, List<Appointment> standing) {
        return new BlockForm(
                errand,
                site,
                practitioners.ofSite(site.id()),
                typed.practitioner() == null ? "" : typed.practitioner(),
                typed.from() == null ? "" : typed.from(),
                typed.to() == null ? "" : typed.to(),
                label(typed.label() == null ? "meeting" : typed.label()).code(),
                refusal,
                standing.stream()
                        .map(one -> new Standing(one, name(one), errand.appointment(one.id())))
                        .toList());
    }

    private @Nullable String name(Appointment appointment) {
        UUID patientId = appointment.patientId();
        return patientId == null || access.site(appointment.siteId()).isEmpty()
                ? null
                : patients.find(patientId).map(Patient::displayName).orElse(null);
    }

    private ResponseEntity<byte[]> refused(HttpServletRequest request, BlockForm form) {
        return screens.show(request, HttpStatus.CONFLICT, "desk/secretary/agenda/block.jte", form);
    }
}
