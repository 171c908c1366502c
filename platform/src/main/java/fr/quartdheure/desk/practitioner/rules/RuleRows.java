package fr.quartdheure.desk.practitioner.rules;

import fr.quartdheure.desk.practitioner.rules.RulesView.Row;
import fr.quartdheure.desk.practitioner.rules.WeekDrawing.Block;
import fr.quartdheure.desk.ui.Wording;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.directory.Room;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.roster.AgendaState;
import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.scheduling.Kind;
import fr.quartdheure.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Rules in words, and a week of them as blocks. */
@Component
class RuleRows {

    private final Sites sites;
    private final Services services;
    private final Organizations organizations;
    private final MessageSource messages;

    RuleRows(Sites sites, Services services, Organizations organizations, MessageSource messages) {
        this.sites = sites;
        this.services = services;
        this.organizations = organizations;
        this.messages = messages;
    }

    List<Row> rows(RulesErrand errand, AgendaState state, LocalDate today, Locale locale) {
        Map<UUID, String> rooms = rooms(state);
        return state.ofPractitioner(errand.subject().id()).stream()
                .filter(rule -> !isOver(rule, today))
                .map(rule -> row(errand, state, rule, rooms, locale))
                .toList();
    }

    private static boolean isOver(AvailabilityRule rule, LocalDate today) {
        LocalDate until = rule.recurrence().until();
        return until != null && until.isBefore(today);
    }

    Map<UUID, String> rooms(AgendaState state) {
        Map<UUID, String> names = new HashMap<>();
        state.sites().keySet().forEach(site -> {
            for (Room room : sites.roomsOf(site)) {
                names.put(room.id(), room.name());
            }
        });
        return names;
    }

    private Row row(
            RulesErrand errand, AgendaState state, AvailabilityRule rule, Map<UUID, String> rooms, Locale locale) {
        UUID room = rule.roomId();
        Site site = state.sites().get(rule.siteId());
        return new Row(
                rule,
                site == null ? "" : site.name(),
                room == null ? null : rooms.get(room),
                services.find(rule.service()).map(one -> one.name(locale)).orElse(rule.service()),
                rule.visibility().cpts().isEmpty()
                        ? List.of()
                        : organizations.listByIds(rule.visibility().cpts()).values().stream()
                                .map(Organization::name)
                                .sorted()
                                .toList(),
                errand.mayChangeAt(rule.siteId()));
    }

    List<RulesView.Exception> exceptions(RulesErrand errand, AgendaState state, LocalDate today) {
        var found = new ArrayList<RulesView.Exception>();
        state.exceptions().forEach(one -> {
            AvailabilityRule rule = state.rules().get(one.ruleId());
            if (rule != null
                    && rule.practitionerId().equals(errand.subject().id())
                    && !one.day().isBefore(today)) {
                found.add(new RulesView.Exception(
                        one, rule.recurrence().starts(), rule.recurrence().ends(), errand.mayChangeAt(rule.siteId())));
            }
        });
        found.sort(Comparator.comparing((RulesView.Exception one) -> one.day().day())
                .thenComparing(RulesView.Exception::starts));
        return found;
    }

    /** What runs in a week; what a holiday, a closure or an absence stops is drawn too, and said to be off. */
    List<Block> blocks(RulesErrand errand, AgendaState state, LocalDate monday, Locale locale) {
        Map<UUID, String> rooms = rooms(state);
        var calendar = state.calendar();
        var blocks = new ArrayList<Block>();
        for (AvailabilityRule rule : state.ofPractitioner(errand.subject().id())) {
            for (int i = 0; i < 7; i++) {
                LocalDate day = monday.plusDays(i);
                if (rule.recurrence().runsOn(day)) {
                    List<Period> given = calendar.steps(rule, day);
                    blocks.add(block(errand, row(errand, state, rule, rooms, locale), day, given, locale));
                }
            }
        }
        return blocks;
    }

    private Block block(RulesErrand errand, Row row, LocalDate day, List<Period> given, Locale locale) {
        AvailabilityRule rule = row.rule();
        String hours = hours(rule, locale);
        String off = messages.getMessage("rules.off", null, locale);
        String kind = rule.kind() == Kind.SCHEDULED ? "scheduled" : "unscheduled";
        @Nullable String room = row.room();
        var lines = new ArrayList<String>();
        lines.add(hours);
        lines.add(given.isEmpty() ? off : room == null ? row.site() : room);
        lines.add(row.service());
        String title = String.join(
                ", ", Wording.in(locale).day(day), hours, row.service(), row.site(), room == null ? "" : room);
        return new Block(
                day,
                rule.recurrence().starts(),
                rule.recurrence().ends(),
                given.isEmpty() ? "off" : kind,
                given.isEmpty() ? title + ", " + off : title,
                lines,
                row.mine() ? errand.base() + "/change?rule=" + rule.id() + "&on=" + day : null);
    }

    static String hours(AvailabilityRule rule, Locale locale) {
        Wording wording = Wording.in(locale);
        return wording.hour(rule.recurrence().starts()) + " – "
                + wording.hour(rule.recurrence().ends());
    }
}
