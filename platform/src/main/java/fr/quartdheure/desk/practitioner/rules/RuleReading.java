package fr.quartdheure.desk.practitioner.rules;

import fr.quartdheure.directory.Room;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.roster.AgendaState;
import fr.quartdheure.scheduling.Audience;
import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.scheduling.Kind;
import fr.quartdheure.scheduling.Mode;
import fr.quartdheure.scheduling.Visibility;
import fr.quartdheure.time.Recurrence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a rule from what was typed; each refusal names its field. */
@Component
class RuleReading {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 240;

    private final Sites sites;
    private final Services services;
    private final RuleChoices choices;

    RuleReading(Sites sites, Services services, RuleChoices choices) {
        this.sites = sites;
        this.services = services;
        this.choices = choices;
    }

    /** @param refusals takes what is wrong; the rule is absent exactly when there is something */
    Optional<AvailabilityRule> rule(
            RuleForm form, RulesErrand errand, @Nullable AvailabilityRule old, Map<String, String> refusals) {
        Mode mode = Mode.find(form.value("mode")).orElse(Mode.ON_SITE);
        Optional<Place> place = place(form.value("place"), errand);
        if (place.isEmpty()) {
            refusals.put("place", "rules.refused.place");
        } else if (mode == Mode.ON_SITE && place.get().room() == null) {
            refusals.put("place", "rules.refused.room");
        }
        Optional<Service> service = services.find(form.value("service"));
        if (service.isEmpty()) {
            refusals.put("service", "rules.refused.service");
        }
        Recurrence recurrence = recurrence(form, refusals);
        Visibility visibility = visibility(form, errand, refusals);
        AvailabilityRule.@Nullable Opening opens = opening(form, refusals);
        if (!refusals.isEmpty() || recurrence == null || visibility == null) {
            return Optional.empty();
        }
        return Optional.of(new AvailabilityRule(
                UUID.randomUUID(),
                errand.subject().id(),
                place.orElseThrow().site(),
                mode == Mode.HOME ? null : place.orElseThrow().room(),
                service.orElseThrow().code(),
                "unscheduled".equals(form.value("kind")) ? Kind.UNSCHEDULED : Kind.SCHEDULED,
                mode,
                recurrence,
                visibility,
                opens,
                old == null ? Set.of() : old.sharedWith()));
    }

    private record Place(UUID site, @Nullable UUID room) {}

    private Optional<Place> place(String code, RulesErrand errand) {
        int dot = code.indexOf('.');
        Optional<UUID> site = Typed.id(dot < 0 ? code : code.substring(0, dot)).filter(errand::mayChangeAt);
        String room = dot < 0 ? "" : code.substring(dot + 1);
        if (site.isEmpty() || room.isEmpty()) {
            return site.map(one -> new Place(one, null));
        }
        return room(site.get(), room).map(one -> new Place(site.get(), one));
    }

    /** A room of a site. */
    Optional<UUID> room(UUID siteId, String id) {
        return sites.roomsOf(siteId).stream()
                .map(Room::id)
                .filter(one -> one.toString().equals(id))
                .findFirst();
    }

    private static @Nullable Recurrence recurrence(RuleForm form, Map<String, String> refusals) {
        Optional<Integer> weekday = Typed.number(form.value("weekday"), 1, 7);
        Optional<Integer> every = Typed.number(form.value("every"), 1, 4);
        Optional<Integer> minutes = Typed.number(form.value("minutes"), SHORTEST, LONGEST);
        Optional<LocalTime> starts = Typed.time(form.value("starts"));
        Optional<LocalTime> ends = Typed.time(form.value("ends"));
        Optional<LocalDate> on = Typed.day(form.value("on"));
        Optional<LocalDate> until = Typed.day(form.value("until"));
        refuse(refusals, "weekday", weekday.isEmpty(), "rules.refused.weekday");
        refuse(refusals, "every", every.isEmpty(), "rules.refused.every");
        refuse(refusals, "minutes", minutes.isEmpty(), "rules.refused.minutes");
        refuse(refusals, "starts", starts.isEmpty(), "rules.refused.hour");
        boolean ordered = starts.isPresent() && ends.isPresent() && ends.get().isAfter(starts.get());
        refuse(refusals, "ends", !ordered, "rules.refused.ends");
        boolean fits = !ordered
                || minutes.isEmpty()
                || Duration.between(starts.get(), ends.get()).toMinutes() >= minutes.get();
        refuse(refusals, "minutes", !fits, "rules.refused.fit");
        refuse(refusals, "on", on.isEmpty(), "rules.refused.day");
        boolean ends2 = !form.value("until").isEmpty()
                && (until.isEmpty() || on.isPresent() && until.get().isBefore(on.get()));
        refuse(refusals, "until", ends2, "rules.refused.until");
        return refusals.keySet().stream().anyMatch(TIMES::contains)
                ? null
                : new Recurrence(
                        DayOfWeek.of(weekday.orElseThrow()),
                        every.orElseThrow(),
                        on.orElseThrow(),
                        until.orElse(null),
                        starts.orElseThrow(),
                        ends.orElseThrow(),
                        Duration.ofMinutes(minutes.orElseThrow()));
    }

    private static final Set<String> TIMES = Set.of("weekday", "every", "minutes", "starts", "ends", "on", "until");

    static void refuse(Map<String, String> refusals, String field, boolean wrong, String key) {
        if (wrong) {
            refusals.putIfAbsent(field, key);
        }
    }

    private @Nullable Visibility visibility(RuleForm form, RulesErrand errand, Map<String, String> refusals) {
        var audiences = EnumSet.noneOf(Audience.class);
        for (Audience audience : Audience.values()) {
            if (form.has("shown", audience.code())) {
                audiences.add(audience);
            }
        }
        Set<UUID> cpts = new HashSet<>();
        choices.cpts(errand).stream()
                .filter(one -> form.has("cpts", one.id().toString()))
                .forEach(one -> cpts.add(one.id()));
        if (audiences.contains(Audience.CPTS) == cpts.isEmpty()) {
            refusals.put("cpts", "rules.refused.cpts");
            return null;
        }
        return new Visibility(audiences, cpts);
    }

    private static AvailabilityRule.@Nullable Opening opening(RuleForm form, Map<String, String> refusals) {
        if (form.value("opensDays").isEmpty() && form.value("opensAt").isEmpty()) {
            return null;
        }
        Optional<Integer> days = Typed.number(form.value("opensDays"), 0, 14);
        Optional<LocalTime> at = Typed.time(form.value("opensAt"));
        if (days.isEmpty() || at.isEmpty()) {
            refusals.put("opensDays", "rules.refused.opens");
            return null;
        }
        return new AvailabilityRule.Opening(days.get(), at.get());
    }

    /** A rule of this agenda that the reader may change. */
    static Optional<AvailabilityRule> find(AgendaState state, RulesErrand errand, String id) {
        return Typed.id(id)
                .map(one -> state.rules().get(one))
                .filter(rule -> rule.practitionerId().equals(errand.subject().id()))
                .filter(rule -> errand.mayChangeAt(rule.siteId()));
    }

    /** The services that somebody of this profession gives, and whatever her rules name. */
    List<Service> servicesOf(RulesErrand errand, AgendaState state) {
        var practitioner = errand.practitioner();
        Set<String> named = new HashSet<>();
        state.ofPractitioner(errand.subject().id()).forEach(rule -> named.add(rule.service()));
        return services.list().stream()
                .filter(one -> named.contains(one.code())
                        || practitioner != null && one.profession().equals(practitioner.profession()))
                .toList();
    }
}
