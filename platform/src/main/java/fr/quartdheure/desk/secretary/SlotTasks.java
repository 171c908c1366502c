package fr.quartdheure.desk.secretary;

import fr.quartdheure.desk.secretary.SlotChoice.Alternative;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.FrontDesk;
import fr.quartdheure.scheduling.Slot;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a secretary is about to do with one slot, as far as all of it is hers to see. */
@Component
public class SlotTasks {

    private final DeskAccess access;
    private final FrontDesk frontDesk;
    private final Overbook overbook;
    private final Company company;
    private final Practitioners practitioners;
    private final Services services;
    private final Sites sites;
    private final Clock clock;

    SlotTasks(
            DeskAccess access,
            FrontDesk frontDesk,
            Overbook overbook,
            Company company,
            Practitioners practitioners,
            Services services,
            Sites sites,
            Clock clock) {
        this.access = access;
        this.frontDesk = frontDesk;
        this.overbook = overbook;
        this.company = company;
        this.practitioners = practitioners;
        this.services = services;
        this.sites = sites;
        this.clock = clock;
    }

    /**
     * @param board the board to go back to
     * @param moving the appointment that would come here
     */
    public record Task(Errand errand, Site board, Slot slot, Optional<Patient> patient, Optional<Appointment> moving) {}

    /** @param at the board to go back to */
    public record Asked(
            @Nullable UUID at,
            @Nullable UUID patient,
            @Nullable UUID move,
            @Nullable Boolean all,
            @Nullable String reason,
            @Nullable String part) {}

    /** Everything must be hers to see: the slot, the caller, the appointment that moves, the board to go back to. */
    public Optional<Task> find(UUID slotId, Asked asked) {
        Optional<Slot> slot = access.slot(slotId);
        UUID at = asked.at();
        Optional<Site> board = slot.flatMap(one -> access.site(at == null ? one.siteId() : at));
        UUID moveId = asked.move();
        Optional<Appointment> moving = moveId == null ? Optional.empty() : access.appointment(moveId);
        UUID patientId = moving.map(Appointment::patientId).orElse(asked.patient());
        Optional<Patient> patient = patientId == null ? Optional.empty() : access.patient(patientId);
        boolean wrong = (moveId != null && moving.isEmpty()) || (patientId != null && patient.isEmpty());
        if (slot.isEmpty() || board.isEmpty() || wrong) {
            return Optional.empty();
        }
        var errand = new Errand(
                board.get().id(),
                Paris.dayOf(slot.get().start()),
                moving.isPresent() ? null : patientId,
                moving.map(Appointment::id).orElse(null),
                Boolean.TRUE.equals(asked.all()));
        return Optional.of(new Task(errand, board.get(), slot.get(), patient, moving));
    }

    SlotChoice choice(Task task, @Nullable String refusal, List<Slot> instead) {
        Slot slot = task.slot();
        var today = Paris.dayOf(clock.instant());
        boolean toCome = slot.end().isAfter(clock.instant());
        boolean bookable = slot.free() && toCome;
        boolean own = access.site(slot.siteId()).isPresent();
        boolean mayOverbook = !bookable && toCome && own && isForSomebody(task);
        return new SlotChoice(
                task.errand(),
                slot,
                nameOf(slot),
                sites.find(slot.siteId()).map(Site::name).orElse(""),
                service(slot),
                task.patient().map(one -> PatientCard.of(one, today)).orElse(null),
                task.moving().orElse(null),
                bookable,
                refusal,
                instead.stream()
                        .map(one -> new Alternative(
                                one.start(), nameOf(one), task.errand().slot(one.id())))
                        .toList(),
                mayOverbook ? conflicts(task, longestReason(task)) : List.of(),
                bookable && own && isForSomebody(task) ? company.free(slot) : List.of(),
                own);
    }

    private static boolean isForSomebody(Task task) {
        return task.patient().isPresent() && task.moving().isEmpty();
    }

    /** Who and what may be taken as well is what stands at the site of the slot. */
    boolean mayTake(Task task, List<FrontDesk.Extra> more) {
        return more.isEmpty() || (access.site(task.slot().siteId()).isPresent() && company.isOfSite(task.slot(), more));
    }

    List<Overbook.Line> conflicts(Task task, String reason) {
        UUID patientId = task.patient().orElseThrow().id();
        return overbook.lines(frontDesk.conflicts(task.slot(), patientId, reason));
    }

    /** What was asked for, or the first that the service has. */
    String reason(Task task, @Nullable String asked) {
        var reasons = service(task.slot()).reasons();
        return reasons.stream()
                .filter(one -> one.code().equals(asked))
                .findFirst()
                .orElse(reasons.getFirst())
                .code();
    }

    /** Whatever reason is chosen then, nothing stands in its way that was not told. */
    private String longestReason(Task task) {
        return service(task.slot()).reasons().stream()
                .max(Comparator.comparingInt(Reason::minutes))
                .orElseThrow()
                .code();
    }

    private String nameOf(Slot slot) {
        return practitioners
                .find(slot.practitionerId())
                .map(Practitioner::displayName)
                .orElse("");
    }

    private Service service(Slot slot) {
        return services.find(slot.service()).orElseThrow();
    }
}
