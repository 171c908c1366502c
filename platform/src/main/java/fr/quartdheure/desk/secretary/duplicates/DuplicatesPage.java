package fr.quartdheure.desk.secretary.duplicates;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.DayBoardPage;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.patient.Duplicates;
import fr.quartdheure.patient.LookAlike;
import fr.quartdheure.patient.Merge;
import fr.quartdheure.patient.Merged;
import fr.quartdheure.patient.Merges;
import fr.quartdheure.patient.Merging;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Records that look alike among the people of her organisations, and what was decided about others. */
@Controller
public class DuplicatesPage {

    private static final int PAIRS = 50;
    private static final int DECIDED = 20;
    private static final Set<String> SAID = Set.of("merged", "undone", "apart", "doubted", "late");

    private final Screens screens;
    private final DeskAccess access;
    private final Duplicates duplicates;
    private final Merges merges;
    private final Merging merging;
    private final Patients patients;
    private final Hindrances hindrances;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DuplicatesPage(
            Screens screens,
            DeskAccess access,
            Duplicates duplicates,
            Merges merges,
            Merging merging,
            Patients patients,
            Hindrances hindrances,
            ApplicationEventPublisher events,
            Clock clock) {
        this.screens = screens;
        this.access = access;
        this.duplicates = duplicates;
        this.merges = merges;
        this.merging = merging;
        this.patients = patients;
        this.hindrances = hindrances;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param older goes on with older records; null when there are none
     * @param inTheWay why the last merge asked about was not taken back
     */
    public record View(
            List<Pair> pairs,
            List<Pair> apart,
            List<Past> merged,
            @Nullable UUID older,
            boolean first,
            @Nullable String said,
            List<Hindrance> inTheWay) {

        public boolean warns() {
            return "late".equals(said);
        }
    }

    public record Pair(PatientCard newer, PatientCard older, List<LookAlike.Why> why, boolean twins) {

        public String href() {
            return "/secretary/duplicates/" + newer.id() + "/" + older.id();
        }
    }

    /** A merge that can be taken back. */
    public record Past(UUID id, PatientCard kept, PatientCard gone, Instant at) {}

    @GetMapping("/secretary/duplicates")
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(required = false) @Nullable String said) {
        Set<UUID> organizations = access.organizations();
        if (organizations.isEmpty()) {
            return screens.show(request, DayBoardPage.ABSENT);
        }
        String known = said != null && SAID.contains(said) ? said : null;
        return page(request, 200, view(organizations, before, known, List.of()));
    }

    @PostMapping("/secretary/duplicates/merges/{id}/undo")
    ResponseEntity<byte[]> undo(HttpServletRequest request, @PathVariable UUID id) {
        Optional<Merge> found =
                merges.find(id).filter(merge -> access.patient(merge.keptId()).isPresent());
        if (found.isEmpty()) {
            return access.organizations().isEmpty() ? screens.show(request, DayBoardPage.ABSENT) : see("late");
        }
        return switch (merging.undo(id)) {
            case Merged.Done _done -> see("undone");
            case Merged.Overtaken _late -> see("late");
            case Merged.Obstructed told ->
                page(request, 409, view(access.organizations(), null, null, hindrances.of(told.obstacles())));
        };
    }

    static ResponseEntity<byte[]> see(String said) {
        return DayBoardPage.see("/secretary/duplicates?said=" + said);
    }

    private View view(Set<UUID> organizations, @Nullable UUID before, @Nullable String said, List<Hindrance> inTheWay) {
        List<LookAlike> pairs = duplicates.list(organizations, before, PAIRS);
        List<LookAlike> apart = duplicates.listDistinct(organizations, DECIDED);
        List<Merge> merged = merges.list(organizations, DECIDED);
        Map<UUID, Patient> people = patients.listByIds(Stream.of(
                        Stream.concat(pairs.stream(), apart.stream())
                                .flatMap(pair -> Stream.of(pair.newer(), pair.older())),
                        merged.stream().flatMap(merge -> Stream.of(merge.keptId(), merge.goneId())))
                .flatMap(ids -> ids)
                .distinct()
                .toList());
        events.publishEvent(
                Trace.of("search", "patient", List.copyOf(people.keySet())).because("duplicates"));
        LocalDate today = Paris.dayOf(clock.instant());
        return new View(
                pairs.stream().map(pair -> pair(pair, people, today)).toList(),
                apart.stream().map(pair -> pair(pair, people, today)).toList(),
                merged.stream().map(merge -> past(merge, people, today)).toList(),
                duplicates.findOldestSeen(organizations, before).orElse(null),
                before == null,
                said,
                inTheWay);
    }

    private static Pair pair(LookAlike pair, Map<UUID, Patient> people, LocalDate today) {
        Patient newer = Objects.requireNonNull(people.get(pair.newer()));
        Patient older = Objects.requireNonNull(people.get(pair.older()));
        return new Pair(
                PatientCard.of(newer, today),
                PatientCard.of(older, today),
                pair.why(),
                newer.identity().isMaybeTwinOf(older.identity()));
    }

    private static Past past(Merge merge, Map<UUID, Patient> people, LocalDate today) {
        return new Past(
                merge.id(),
                PatientCard.of(Objects.requireNonNull(people.get(merge.keptId())), today),
                PatientCard.of(Objects.requireNonNull(people.get(merge.goneId())), today),
                merge.mergedAt());
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, int status, View view) {
        return screens.show(request, HttpStatusCode.valueOf(status), "desk/secretary/duplicates/list.jte", view);
    }
}
