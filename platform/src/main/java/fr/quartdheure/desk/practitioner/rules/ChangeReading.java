package fr.quartdheure.desk.practitioner.rules;

import fr.quartdheure.directory.Closure;
import fr.quartdheure.roster.AgendaChange;
import fr.quartdheure.roster.AgendaState;
import fr.quartdheure.roster.RuleChange;
import fr.quartdheure.roster.RuleChanges;
import fr.quartdheure.roster.RuleDay;
import fr.quartdheure.roster.RuleEdits;
import fr.quartdheure.scheduling.Absence;
import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody wants to change. */
@Component
class ChangeReading {

    private static final List<String> REASONS = List.of("leave", "sick", "training", "other");

    private final RuleReading rules;
    private final RuleChanges history;
    private final Clock clock;

    ChangeReading(RuleReading rules, RuleChanges history, Clock clock) {
        this.rules = rules;
        this.history = history;
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param kind what it is called in the history
     * @param change null exactly when something is refused
     * @param refusals key of a message, by field
     */
    record Read(String kind, @Nullable AgendaChange change, Map<String, String> refusals) {

        static Read of(String kind, AgendaChange change) {
            return new Read(kind, change, Map.of());
        }

        static Read refused(String kind, String field, String key) {
            return new Read(kind, null, Map.of(field, key));
        }
    }

    /** Empty when it is about something that does not exist here. */
    Optional<Read> read(RuleForm form, RulesErrand errand, AgendaState state) {
        return switch (form.value("act")) {
            case "add" -> errand.subject().site() ? Optional.empty() : Optional.of(added(form, errand));
            case "change" -> RuleReading.find(state, errand, form.value("rule")).map(old -> changed(form, errand, old));
            case "end" -> RuleReading.find(state, errand, form.value("rule")).map(old -> ended(form, old));
            case "skip" -> RuleReading.find(state, errand, form.value("rule")).map(old -> skipped(form, old));
            case "room" -> inRoom(form, errand, state);
            case "resume" -> resumed(form, errand, state);
            case "away" -> errand.subject().site() ? Optional.empty() : Optional.of(away(form, errand));
            case "back" -> back(form, errand, state);
            case "close" -> errand.subject().site() ? Optional.of(closed(form, errand)) : Optional.empty();
            case "reopen" -> reopened(form, errand, state);
            case "holidays" -> holidays(form, errand);
            case "undo" -> undone(form, errand, state);
            default -> Optional.empty();
        };
    }

    private Read added(RuleForm form, RulesErrand errand) {
        Map<String, String> refusals = new LinkedHashMap<>();
        notPast(form, refusals);
        return rules.rule(form, errand, null, refusals)
                .map(rule -> Read.of("add", AgendaChange.put(List.of(rule))))
                .orElseGet(() -> new Read("add", null, refusals));
    }

    private Read changed(RuleForm form, RulesErrand errand, AvailabilityRule old) {
        Map<String, String> refusals = new LinkedHashMap<>();
        notPast(form, refusals);
        boolean once = "day".equals(form.value("scope"));
        Optional<LocalDate> on = Typed.day(form.value("on"));
        RuleReading.refuse(
                refusals, "on", once && !on.map(old.recurrence()::runsOn).orElse(false), "rules.refused.notthen");
        return rules.rule(form, errand, old, refusals)
                .map(wanted -> once
                        ? Read.of("day", RuleEdits.on(on.orElseThrow(), old, wanted))
                        : Read.of("change", RuleEdits.from(on.orElseThrow(), old, wanted)))
                .orElseGet(() -> new Read(once ? "day" : "change", null, refusals));
    }

    private void notPast(RuleForm form, Map<String, String> refusals) {
        boolean past = Typed.day(form.value("on")).filter(today()::isAfter).isPresent();
        RuleReading.refuse(refusals, "on", past, "rules.refused.past");
    }

    private Read ended(RuleForm form, AvailabilityRule old) {
        Optional<LocalDate> last = Typed.day(form.value("last"));
        if (last.isEmpty() || last.get().isBefore(today().minusDays(1))) {
            return Read.refused("end", "last", "rules.refused.last");
        }
        LocalDate until = old.recurrence().until();
        return until != null && last.get().isAfter(until)
                ? Read.refused("end", "last", "rules.refused.later")
                : Read.of("end", RuleEdits.end(last.get(), old));
    }

    private Read skipped(RuleForm form, AvailabilityRule old) {
        Optional<LocalDate> day = Typed.day(form.value("on"));
        if (day.isEmpty() || day.get().isBefore(today()) || !old.recurrence().runsOn(day.get())) {
            return Read.refused("day", "on", "rules.refused.notthen");
        }
        return Read.of("day", RuleEdits.on(day.get(), old, null));
    }

    /** One day, or from that day on. */
    private Optional<Read> inRoom(RuleForm form, RulesErrand errand, AgendaState state) {
        Optional<AvailabilityRule> old = RuleReading.find(state, errand, form.value("rule"));
        Optional<UUID> room = old.flatMap(rule -> rules.room(rule.siteId(), form.value("room")));
        Optional<LocalDate> on = Typed.day(form.value("on")).filter(day -> !day.isBefore(today()));
        if (old.isEmpty() || room.isEmpty() || on.isEmpty()) {
            return Optional.empty();
        }
        AvailabilityRule wanted = RuleEdits.inRoom(old.get(), room.get());
        return Optional.of(Read.of(
                "room",
                "day".equals(form.value("scope"))
                        ? RuleEdits.on(on.get(), old.get(), wanted)
                        : RuleEdits.from(on.get(), old.get(), wanted)));
    }

    private static Optional<Read> resumed(RuleForm form, RulesErrand errand, AgendaState state) {
        return RuleReading.find(state, errand, form.value("rule"))
                .flatMap(rule -> Typed.day(form.value("on")).map(day -> new RuleDay(rule.id(), day)))
                .filter(state.exceptions()::contains)
                .map(day -> Read.of("resume", AgendaChange.resume(day)));
    }

    private Read away(RuleForm form, RulesErrand errand) {
        Map<String, String> refusals = new LinkedHashMap<>();
        Optional<LocalDate> first = Typed.day(form.value("first"));
        Optional<LocalDate> last = form.value("last").isEmpty() ? first : Typed.day(form.value("last"));
        RuleReading.refuse(refusals, "first", first.isEmpty(), "rules.refused.day");
        RuleReading.refuse(refusals, "last", last.isEmpty(), "rules.refused.day");
        if (!refusals.isEmpty()) {
            return new Read("away", null, refusals);
        }
        Instant start = Typed.time(form.value("firstAt"))
                .map(at -> instant(first.orElseThrow(), at))
                .orElseGet(() -> Paris.startOf(first.orElseThrow()));
        Instant end = Typed.time(form.value("lastAt"))
                .map(at -> instant(last.orElseThrow(), at))
                .orElseGet(() -> Paris.startOf(last.orElseThrow().plusDays(1)));
        if (!end.isAfter(start) || !end.isAfter(clock.instant())) {
            return Read.refused("away", "last", "rules.refused.over");
        }
        String reason = REASONS.contains(form.value("reason")) ? form.value("reason") : "other";
        return Read.of(
                "away",
                AgendaChange.away(List.of(
                        new Absence(UUID.randomUUID(), errand.subject().id(), new Period(start, end), reason))));
    }

    private static Instant instant(LocalDate day, LocalTime at) {
        return day.atTime(at).atZone(Paris.ZONE).toInstant();
    }

    private static Optional<Read> back(RuleForm form, RulesErrand errand, AgendaState state) {
        return state.absences().stream()
                .filter(one -> one.practitionerId().equals(errand.subject().id()))
                .filter(one -> one.id().toString().equals(form.value("id")))
                .findFirst()
                .map(one -> Read.of("back", AgendaChange.back(List.of(one))));
    }

    private Read closed(RuleForm form, RulesErrand errand) {
        Optional<LocalDate> first = Typed.day(form.value("first"));
        Optional<LocalDate> last = form.value("last").isEmpty() ? first : Typed.day(form.value("last"));
        if (first.isEmpty()) {
            return Read.refused("close", "first", "rules.refused.day");
        }
        if (last.isEmpty() || last.get().isBefore(first.get()) || last.get().isBefore(today())) {
            return Read.refused("close", "last", "rules.refused.over");
        }
        String reason = form.value("reason");
        if (reason.isEmpty() || reason.length() > 120) {
            return Read.refused("close", "reason", "rules.refused.reason");
        }
        return Read.of(
                "close",
                AgendaChange.close(List.of(
                        new Closure(UUID.randomUUID(), errand.subject().id(), first.get(), last.get(), reason))));
    }

    private static Optional<Read> reopened(RuleForm form, RulesErrand errand, AgendaState state) {
        return state.closures().stream()
                .filter(one -> one.siteId().equals(errand.subject().id()))
                .filter(one -> one.id().toString().equals(form.value("id")))
                .findFirst()
                .map(one -> Read.of("reopen", AgendaChange.reopen(List.of(one))));
    }

    private static Optional<Read> holidays(RuleForm form, RulesErrand errand) {
        return errand.subject().site()
                ? Optional.of(Read.of(
                        "holidays", AgendaChange.holidays(errand.subject().id(), "true".equals(form.value("open")))))
                : Optional.empty();
    }

    /** The last change only: what came before it was decided on another agenda. */
    private Optional<Read> undone(RuleForm form, RulesErrand errand, AgendaState state) {
        return history.last(errand.subject())
                .filter(last -> last.id().toString().equals(form.value("id")))
                .filter(last -> mayUndo(last, errand))
                .map(last -> Read.of("undo", state.settled(last.inverse(), today())));
    }

    static boolean mayUndo(RuleChange last, RulesErrand errand) {
        return java.util.stream.Stream.concat(last.done().put().stream(), last.inverse().put().stream())
                .allMatch(rule -> errand.mayChangeAt(rule.siteId()));
    }

    private LocalDate today() {
        return Paris.dayOf(clock.instant());
    }
}
