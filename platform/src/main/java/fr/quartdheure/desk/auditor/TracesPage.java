package fr.quartdheure.desk.auditor;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.account.Grant;
import fr.quartdheure.account.Role;
import fr.quartdheure.audit.Recorded;
import fr.quartdheure.audit.Trace;
import fr.quartdheure.audit.TraceQuery;
import fr.quartdheure.audit.TraceReading;
import fr.quartdheure.desk.auditor.TracesView.Choice;
import fr.quartdheure.desk.auditor.TracesView.Form;
import fr.quartdheure.desk.auditor.TracesView.Unusual;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.PatientQuery;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /admin/traces}: who read and changed what, for whoever answers for it; reading them leaves a trace, too. */
@Controller
class TracesPage {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int A_PAGE = 50;
    private static final int A_FILE = 100_000;
    private static final int FEW = 8;
    private static final int DAYS = 7;
    private static final int UNUSUAL = 50;

    private final Screens screens;
    private final TraceReading traces;
    private final TraceRows rows;
    private final Patients patients;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TracesPage(
            Screens screens,
            TraceReading traces,
            TraceRows rows,
            Patients patients,
            Sites sites,
            ApplicationEventPublisher events,
            Clock clock) {
        this.screens = screens;
        this.traces = traces;
        this.rows = rows;
        this.patients = patients;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    @GetMapping("/admin/traces")
    ResponseEntity<byte[]> show(HttpServletRequest request, @ModelAttribute Asked asked) {
        Set<UUID> organizations = organizations();
        List<Choice> found = found(asked, organizations);
        Form form = form(asked, organizations, found);
        TraceQuery query = query(form, organizations, asked.before());
        List<Recorded> read = form.isUnfound() ? List.of() : traces.list(query, A_PAGE + 1);
        List<Recorded> page = read.subList(0, Math.min(read.size(), A_PAGE));
        trace("read-traces", form);
        Map<UUID, String> actors = rows.actors();
        return screens.show(
                request,
                "desk/auditor/traces.jte",
                new TracesView(
                        form,
                        found,
                        rows.of(page, actors, organizations),
                        read.size() > A_PAGE ? page.getLast().id() : null,
                        accounts(query, actors),
                        TracesView.ACTS,
                        unusual(organizations, actors)));
    }

    @GetMapping("/admin/traces.csv")
    ResponseEntity<byte[]> file(@ModelAttribute Asked asked) {
        Set<UUID> organizations = organizations();
        Form form = form(asked, organizations, List.of());
        List<Recorded> read = traces.list(query(form, organizations, null), A_FILE);
        trace("download-traces", form);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"traces-" + form.from() + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(TracesCsv.write(rows.of(read, rows.actors(), organizations))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Accesses are answered for by a whole organisation, also where the role was given at one of its sites. */
    private Set<UUID> organizations() {
        List<Grant> grants = CurrentAccount.get().grants().stream()
                .filter(grant -> grant.role() == Role.AUDITOR)
                .toList();
        var given = grants.stream().map(Grant::siteId).filter(Objects::nonNull).toList();
        return Stream.concat(
                        grants.stream().map(Grant::organizationId).filter(Objects::nonNull),
                        sites.listByIds(given).values().stream().map(Site::organizationId))
                .collect(Collectors.toSet());
    }

    /** One who answers to what was typed is meant; of several, one has to be chosen. */
    private List<Choice> found(Asked asked, Set<UUID> organizations) {
        PatientQuery typed = PatientQuery.parse(Objects.requireNonNullElse(asked.who(), ""));
        return asked.person() != null || !typed.isEnough()
                ? List.of()
                : patients.search(organizations, typed, FEW).stream()
                        .map(one -> new Choice(
                                one.id(),
                                one.displayName() + ", " + one.identity().birthDate()))
                        .toList();
    }

    private Form form(Asked asked, Set<UUID> organizations, List<Choice> found) {
        LocalDate today = Paris.dayOf(clock.instant());
        LocalDate to = asked.to() == null ? today : asked.to();
        LocalDate from = asked.from() == null ? to.minusDays(DAYS - 1) : asked.from();
        UUID asks =
                asked.person() == null && found.size() == 1 ? found.getFirst().id() : asked.person();
        Patient person =
                asks == null ? null : patients.findKnownAt(organizations, asks).orElse(null);
        String typed = Objects.requireNonNullElse(asked.who(), "").strip();
        String act = asked.act();
        return new Form(
                person == null && asked.person() != null ? asked.person().toString() : typed,
                person == null ? null : person.id(),
                person == null ? null : person.displayName(),
                asked.account(),
                act == null || act.isBlank() ? null : act,
                from.isAfter(to) ? to : from,
                to);
    }

    private static TraceQuery query(Form form, Set<UUID> organizations, @Nullable Long before) {
        return new TraceQuery(
                organizations,
                form.person(),
                form.account(),
                form.act(),
                Paris.startOf(form.from()),
                Paris.startOf(form.to().plusDays(1)),
                before);
    }

    private List<Choice> accounts(TraceQuery query, Map<UUID, String> actors) {
        return traces.listAccounts(query.organizations(), query.from(), query.to()).stream()
                .map(id -> new Choice(id, actors.getOrDefault(id, id.toString())))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    private List<Unusual> unusual(Set<UUID> organizations, Map<UUID, String> actors) {
        return traces.listUnusual(organizations, Paris.startOf(Paris.dayOf(clock.instant())), UNUSUAL).stream()
                .map(one -> new Unusual(
                        one.accountId(),
                        actors.getOrDefault(one.accountId(), one.accountId().toString()),
                        one.people(),
                        one.usual()))
                .toList();
    }

    private void trace(String act, Form form) {
        UUID person = form.person();
        events.publishEvent(
                person == null
                        ? Trace.of(act, "trace", List.of())
                        : Trace.of(act, "patient", person).because("audit"));
    }

    /** @param person of several who were found, the one that is meant */
    record Asked(
            @Nullable String who,
            @Nullable UUID person,
            @Nullable UUID account,
            @Nullable String act,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Long before) {}
}
