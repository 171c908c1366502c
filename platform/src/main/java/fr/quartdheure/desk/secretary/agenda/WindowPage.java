package fr.quartdheure.desk.secretary.agenda;

import fr.quartdheure.desk.secretary.DayBoardPage;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.Errand;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.PractitionerAtSite;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Room;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.ExtraWindows.Opened;
import fr.quartdheure.scheduling.ExtraWindows.Window;
import fr.quartdheure.time.Paris;
import fr.quartdheure.undo.DeskActs;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
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

/** An unscheduled hour opened by the desk, for whoever cannot wait. */
@Controller
class WindowPage {

    private static final int LONGEST = 60;
    private static final int MOST = 12;

    private final Screens screens;
    private final DeskAccess access;
    private final DeskActs acts;
    private final Practitioners practitioners;
    private final Services services;
    private final Sites sites;
    private final Clock clock;

    WindowPage(
            Screens screens,
            DeskAccess access,
            DeskActs acts,
            Practitioners practitioners,
            Services services,
            Sites sites,
            Clock clock) {
        this.screens = screens;
        this.access = access;
        this.acts = acts;
        this.practitioners = practitioners;
        this.services = services;
        this.sites = sites;
        this.clock = clock;
    }

    /** As it was typed. */
    record Typed(
            @Nullable String practitioner,
            @Nullable String service,
            @Nullable String room,
            @Nullable String from,
            @Nullable Integer minutes,
            @Nullable Integer count) {}

    @GetMapping("/secretary/sites/{siteId}/windows")
    ResponseEntity<byte[]> ask(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @ModelAttribute Asked asked,
            @ModelAttribute Typed typed) {
        String template = asked.isPanel() ? "windowpanel" : "window";
        return access.site(siteId)
                .map(site -> screens.show(
                        request,
                        "desk/secretary/agenda/" + template + ".jte",
                        form(site, asked.errand(site, clock), typed, null)))
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }

    @PostMapping("/secretary/sites/{siteId}/windows")
    ResponseEntity<byte[]> open(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @ModelAttribute Asked asked,
            @ModelAttribute Typed typed) {
        return access.site(siteId)
                .map(site -> open(request, site, asked.errand(site, clock), typed))
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }

    private ResponseEntity<byte[]> open(HttpServletRequest request, Site site, Errand errand, Typed typed) {
        Optional<Window> wanted = read(site, errand, typed);
        if (wanted.isEmpty()) {
            return refused(request, form(site, errand, typed, "form"));
        }
        Window window = wanted.get();
        if (!window.day().atTime(window.starts()).atZone(Paris.ZONE).toInstant().isAfter(clock.instant())) {
            return refused(request, form(site, errand, typed, "past"));
        }
        return switch (acts.open(window)) {
            case Opened.Open _open -> DayBoardPage.see(errand.board() + "&said=opened");
            case Opened.AlreadyReceiving _there -> refused(request, form(site, errand, typed, "receiving"));
            case Opened.Closed _closed -> refused(request, form(site, errand, typed, "closed"));
        };
    }

    private Optional<Window> read(Site site, Errand errand, Typed typed) {
        WindowForm form = form(site, errand, typed, null);
        var who = form.team().stream()
                .map(one -> one.practitioner().id())
                .filter(id -> id.toString().equals(form.practitioner()))
                .findFirst();
        var where = form.rooms().stream()
                .map(Room::id)
                .filter(id -> id.toString().equals(form.room()))
                .findFirst();
        boolean given = form.services().stream().anyMatch(one -> one.code().equals(form.service()));
        boolean sound = form.minutes() >= 5 && form.minutes() <= LONGEST && form.count() >= 1 && form.count() <= MOST;
        if (who.isEmpty()
                || !given
                || !sound
                || (where.isEmpty() && !form.room().isEmpty())) {
            return Optional.empty();
        }
        try {
            LocalTime starts = LocalTime.parse(form.from());
            boolean sameDay = starts.toSecondOfDay() + form.minutes() * form.count() * 60 < 24 * 3600;
            return sameDay
                    ? Optional.of(new Window(
                            site.id(),
                            who.get(),
                            where.orElse(null),
                            form.service(),
                            errand.day(),
                            starts,
                            form.minutes(),
                            form.count()))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private WindowForm form(Site site, Errand errand, Typed typed, @Nullable String refusal) {
        List<PractitionerAtSite> team = practitioners.ofSite(site.id());
        List<Service> given = sites.servicesOf(site.id()).stream()
                .flatMap(code -> services.find(code).stream())
                .toList();
        return new WindowForm(
                errand,
                site,
                team,
                given,
                sites.roomsOf(site.id()),
                typed.practitioner() == null ? "" : typed.practitioner(),
                typed.service() == null ? "" : typed.service(),
                typed.room() == null ? "" : typed.room(),
                typed.from() == null ? nextQuarter() : typed.from(),
                typed.minutes() == null ? 15 : typed.minutes(),
                typed.count() == null ? 1 : typed.count(),
                refusal);
    }

    private String nextQuarter() {
        LocalTime now = clock.instant().atZone(Paris.ZONE).toLocalTime();
        return now.withMinute(now.getMinute() / 15 * 15)
                .withSecond(0)
                .withNano(0)
                .plusMinutes(15)
                .toString();
    }

    private ResponseEntity<byte[]> refused(HttpServletRequest request, WindowForm form) {
        return screens.show(request, HttpStatus.CONFLICT, "desk/secretary/agenda/window.jte", form);
    }
}
