package fr.quartdheure.desk.practitioner.rules;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.practitioner.rules.RulesView.Outside;
import fr.quartdheure.desk.practitioner.rules.RulesView.Said;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.PractitionerAtSite;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.roster.AgendaState;
import fr.quartdheure.roster.Agendas;
import fr.quartdheure.roster.RuleChange;
import fr.quartdheure.roster.RuleChanges;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /practitioner/rules}, {@code /secretary/rules/…} and {@code /secretary/closures/…}: who receives when. */
@Controller
public class RulesPage {

    static final Problem ABSENT = Problem.of(404, "problem.absent");

    private final Screens screens;
    private final RulesAccess access;
    private final Agendas agendas;
    private final RuleRows rows;
    private final RuleChanges history;
    private final Patients patients;
    private final Practitioners practitioners;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RulesPage(
            Screens screens,
            RulesAccess access,
            Agendas agendas,
            RuleRows rows,
            RuleChanges history,
            Patients patients,
            Practitioners practitioners,
            Sites sites,
            ApplicationEventPublisher events,
            Clock clock) {
        this.screens = screens;
        this.access = access;
        this.agendas = agendas;
        this.rows = rows;
        this.history = history;
        this.patients = patients;
        this.practitioners = practitioners;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping({"/practitioner/rules", "/secretary/rules/{practitioner}", "/secretary/closures/{site}"})
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable UUID practitioner,
            @PathVariable(required = false) @Nullable UUID site,
            @RequestParam(required = false) @Nullable LocalDate week,
            @RequestParam(required = false) @Nullable UUID done) {
        return errand(access, practitioner, site)
                .map(errand -> screens.show(
                        request,
                        "desk/practitioner/rules/" + (errand.subject().site() ? "closures.jte" : "rules.jte"),
                        view(errand, week, done, RequestLocale.of(request))))
                .orElseGet(() -> screens.show(request, ABSENT));
    }

    static Optional<RulesErrand> errand(RulesAccess access, @Nullable UUID practitioner, @Nullable UUID site) {
        return site == null ? access.practitioner(practitioner) : access.site(site);
    }

    /** Everybody who receives at the sites served, to choose one. */
    @GetMapping("/secretary/rules")
    ResponseEntity<byte[]> choose(HttpServletRequest request) {
        var served = new ArrayList<Team>();
        for (Site site : sites.list()) {
            if (RulesAccess.serves(site)) {
                served.add(new Team(
                        site,
                        practitioners.ofSite(site.id()).stream()
                                .map(PractitionerAtSite::practitioner)
                                .toList()));
            }
        }
        return screens.show(request, "desk/practitioner/rules/teams.jte", new Teams(served));
    }

    /** A site and who receives there. */
    public record Team(Site site, List<Practitioner> people) {}

    public record Teams(List<Team> sites) {}

    private RulesView view(RulesErrand errand, @Nullable LocalDate week, @Nullable UUID done, java.util.Locale locale) {
        LocalDate today = Paris.dayOf(clock.instant());
        AgendaState state = agendas.read(errand.subject());
        LocalDate monday = (week == null ? today : week).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (week == null && rows.blocks(errand, state, monday, locale).isEmpty()) {
            monday = monday.plusWeeks(1);
        }
        List<RuleChange> changes = history.list(errand.subject());
        boolean undoable = !changes.isEmpty() && ChangeReading.mayUndo(changes.getFirst(), errand);
        boolean site = errand.subject().site();
        return new RulesView(
                errand,
                today,
                WeekDrawing.of(monday, site ? List.of() : rows.blocks(errand, state, monday, locale)),
                site ? List.of() : rows.rows(errand, state, today, locale),
                rows.exceptions(errand, state, today),
                state.absences().stream()
                        .filter(one ->
                                one.practitionerId().equals(errand.subject().id()))
                        .toList(),
                state.closures().stream()
                        .filter(one -> !one.lastDay().isBefore(today))
                        .toList(),
                site
                        && Objects.requireNonNull(
                                        state.sites().get(errand.subject().id()))
                                .opensOnHolidays(),
                outside(errand, state),
                changes,
                undoable,
                changes.stream()
                        .filter(one -> one.id().equals(done))
                        .map(one -> new Said(one.kind(), one.moved(), one.stayed()))
                        .findFirst()
                        .orElse(null));
    }

    private List<Outside> outside(RulesErrand errand, AgendaState state) {
        List<Appointment> found = agendas.outside(errand.subject(), state);
        List<UUID> seen = found.stream()
                .filter(one -> errand.mayChangeAt(one.siteId()))
                .map(Appointment::patientId)
                .filter(Objects::nonNull)
                .toList();
        Map<UUID, Patient> people = patients.listByIds(seen);
        if (!people.isEmpty()) {
            events.publishEvent(Trace.of("read", "patient", List.copyOf(people.keySet()))
                    .because("agenda")
                    .as(errand.role(), errand.organization()));
        }
        Map<UUID, Practitioner> names = practitioners.listByIds(
                found.stream().map(Appointment::practitionerId).distinct().toList());
        return found.stream().map(one -> outside(errand, one, people, names)).toList();
    }

    private static Outside outside(
            RulesErrand errand, Appointment one, Map<UUID, Patient> people, Map<UUID, Practitioner> names) {
        UUID patientId = one.patientId();
        Patient patient = patientId == null ? null : people.get(patientId);
        Practitioner with = names.get(one.practitionerId());
        boolean movable = !errand.isOwn() && errand.mayChangeAt(one.siteId());
        return new Outside(
                one.id(),
                one.start().atZone(Paris.ZONE),
                with == null ? "" : with.displayName(),
                patient == null ? "" : patient.displayName(),
                patient == null ? null : patient.phone(),
                movable
                        ? "/secretary/sites/" + one.siteId() + "?day=" + Paris.dayOf(one.start()) + "&move=" + one.id()
                        : null);
    }
}
