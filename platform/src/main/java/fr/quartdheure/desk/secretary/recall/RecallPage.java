package fr.quartdheure.desk.secretary.recall;

import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.recall.RecallView.Ask;
import fr.quartdheure.desk.secretary.recall.RecallView.Planned;
import fr.quartdheure.desk.secretary.recall.RecallView.Team;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Site;
import fr.quartdheure.roster.Recall;
import fr.quartdheure.roster.Recalling;
import fr.quartdheure.roster.Recalling.Who;
import fr.quartdheure.roster.Recalls;
import fr.quartdheure.roster.Taking;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.scheduling.Slots;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /secretary/absence}: somebody cannot come today; everybody booked is offered other hours in one act. */
@Controller
class RecallPage {

    private static final Problem ABSENT = Problem.of(404, "problem.absent");
    private static final String BASE = "/secretary/absence";

    private final Screens screens;
    private final DeskAccess access;
    private final RecallViews views;
    private final Recalls recalls;
    private final Recalling recalling;
    private final Slots slots;
    private final Clock clock;

    RecallPage(
            Screens screens,
            DeskAccess access,
            RecallViews views,
            Recalls recalls,
            Recalling recalling,
            Slots slots,
            Clock clock) {
        this.screens = screens;
        this.access = access;
        this.views = views;
        this.recalls = recalls;
        this.recalling = recalling;
        this.slots = slots;
        this.clock = clock;
    }

    @GetMapping(BASE)
    ResponseEntity<byte[]> ask(
            HttpServletRequest request,
            @ModelAttribute RecallForm form,
            @RequestParam(required = false) @Nullable String said) {
        return show(request, form, "stale".equals(said) ? said : null);
    }

    private ResponseEntity<byte[]> show(HttpServletRequest request, RecallForm form, @Nullable String said) {
        List<Team> teams = views.teams();
        boolean asked = !form.value("first").isEmpty();
        RecallForm shown = asked
                ? form
                : new RecallForm(
                        form.practitioner(), Paris.dayOf(clock.instant()).toString(), "", "", "");
        Optional<Period> period = shown.period(clock.instant());
        Optional<Chosen> chosen = chosen(form, teams);
        String refusal = !asked
                ? null
                : chosen.isEmpty() ? "recall.refused.who" : period.isEmpty() ? "recall.refused.when" : null;
        Planned planned = asked && refusal == null ? planned(chosen.orElseThrow(), period.orElseThrow()) : null;
        return screens.show(
                request,
                "desk/secretary/recall/ask.jte",
                new Ask(shown, teams, planned, refusal, views.running(), said));
    }

    private record Chosen(Practitioner practitioner, Site site) {

        Who when(Period period, List<Site> served) {
            Set<UUID> own = served.stream()
                    .filter(one -> one.organizationId().equals(site.organizationId()))
                    .map(Site::id)
                    .collect(Collectors.toSet());
            return new Who(site.organizationId(), own, practitioner.id(), period);
        }
    }

    /** Somebody who receives at a site that she serves. */
    private static Optional<Chosen> chosen(RecallForm form, List<Team> teams) {
        return teams.stream()
                .flatMap(team -> team.people().stream()
                        .filter(one -> one.id().toString().equals(form.value("practitioner")))
                        .map(one -> new Chosen(one, team.site())))
                .findFirst();
    }

    private Planned planned(Chosen chosen, Period period) {
        Who who = chosen.when(period, access.sites());
        int free = (int) slots.listOfPractitioner(chosen.practitioner().id(), period.start(), period.end()).stream()
                .filter(Slot::free)
                .count();
        return new Planned(
                chosen.practitioner(),
                chosen.site(),
                views.people(chosen.site(), recalling.look(who)),
                free,
                recalling.countElsewhere(who));
    }

    @PostMapping(BASE)
    ResponseEntity<byte[]> recall(HttpServletRequest request, @ModelAttribute RecallForm form) {
        Optional<Chosen> chosen = chosen(form, views.teams());
        Optional<Period> period = form.period(clock.instant());
        if (chosen.isEmpty() || period.isEmpty()) {
            return show(request, form, null);
        }
        return recalling
                .recall(chosen.get().when(period.get(), access.sites()))
                .map(done -> see(BASE + "/" + done.id() + "?said=done"))
                .orElseGet(() -> see(BASE + "?said=stale"));
    }

    @GetMapping(BASE + "/{id}")
    ResponseEntity<byte[]> follow(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(required = false) @Nullable String said) {
        return found(id)
                .flatMap(recall -> siteOf(recall)
                        .map(site -> screens.show(
                                request,
                                "desk/secretary/recall/sheet.jte",
                                views.sheet(
                                        recall,
                                        site,
                                        said != null && said.matches("done|moved|gone|busy|over|undone|stale")
                                                ? said
                                                : null))))
                .orElseGet(() -> screens.show(request, ABSENT));
    }

    /** On the telephone: the secretary takes one of the proposed hours for somebody. */
    @PostMapping(BASE + "/{id}/reoffers/{reoffer}/take")
    ResponseEntity<byte[]> take(
            HttpServletRequest request, @PathVariable UUID id, @PathVariable UUID reoffer, @RequestParam UUID slot) {
        if (found(id).isEmpty()
                || recalls.findReoffer(reoffer)
                        .filter(one -> one.recallId().equals(id) && views.mayActOn(one))
                        .isEmpty()) {
            return screens.show(request, ABSENT);
        }
        String said = switch (recalling.take(reoffer, slot)) {
            case Taking.Taken _taken -> "moved";
            case Taking.Gone _gone -> "gone";
            case Taking.Busy _busy -> "busy";
            case Taking.Over _over -> "over";
        };
        return see(BASE + "/" + id + "?said=" + said);
    }

    @PostMapping(BASE + "/{id}/undo")
    ResponseEntity<byte[]> undo(HttpServletRequest request, @PathVariable UUID id) {
        return found(id)
                .map(recall -> see(BASE + "/" + id + "?said=" + (recalling.undo(id) ? "undone" : "stale")))
                .orElseGet(() -> screens.show(request, ABSENT));
    }

    private Optional<Recall> found(UUID id) {
        return recalls.find(id).filter(recall -> siteOf(recall).isPresent());
    }

    private Optional<Site> siteOf(Recall recall) {
        return access.sites().stream()
                .filter(site -> site.organizationId().equals(recall.organizationId()))
                .findFirst();
    }

    private static ResponseEntity<byte[]> see(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
