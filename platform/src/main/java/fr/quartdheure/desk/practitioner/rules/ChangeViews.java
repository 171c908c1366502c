package fr.quartdheure.desk.practitioner.rules;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.practitioner.rules.ChangeView.Choice;
import fr.quartdheure.desk.practitioner.rules.ChangeView.Conflict;
import fr.quartdheure.desk.practitioner.rules.ChangeView.Overlap;
import fr.quartdheure.desk.practitioner.rules.WeekDrawing.Block;
import fr.quartdheure.desk.ui.Wording;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.roster.AgendaChange;
import fr.quartdheure.roster.AgendaState;
import fr.quartdheure.roster.Agendas;
import fr.quartdheure.roster.Hour;
import fr.quartdheure.roster.Preview;
import fr.quartdheure.roster.Previewing;
import fr.quartdheure.roster.Proposal;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.time.Paris;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A previewed change as people read it. */
@Component
class ChangeViews {

    private final Previewing previewing;
    private final Agendas agendas;
    private final RuleRows rows;
    private final Patients patients;
    private final Practitioners practitioners;
    private final Sites sites;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;

    ChangeViews(
            Previewing previewing,
            Agendas agendas,
            RuleRows rows,
            Patients patients,
            Practitioners practitioners,
            Sites sites,
            MessageSource messages,
            ApplicationEventPublisher events) {
        this.previewing = previewing;
        this.agendas = agendas;
        this.rows = rows;
        this.patients = patients;
        this.practitioners = practitioners;
        this.sites = sites;
        this.messages = messages;
        this.events = events;
    }

    ChangeView of(RulesErrand errand, RuleForm form, String kind, AgendaChange change, boolean stale, Locale locale) {
        Preview preview = previewing.look(errand.subject(), change);
        AgendaState state = agendas.read(errand.subject()).apply(change);
        List<RulesView.Row> words = rows.rows(errand, state, LocalDate.MIN, locale).stream()
                .filter(row -> change.put().contains(row.rule()))
                .toList();
        return new ChangeView(
                errand,
                form,
                kind,
                words,
                preview,
                preview.firstDifference().map(day -> week(preview, day, locale)).orElse(null),
                conflicts(errand, preview),
                overlaps(errand, state, preview, locale),
                stale);
    }

    /** Steps that follow each other and fare alike are drawn as one. */
    private WeekDrawing week(Preview preview, LocalDate day, Locale locale) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var blocks = new ArrayList<Block>();
        Stream.concat(preview.before().stream(), preview.after().stream())
                .distinct()
                .filter(hour -> {
                    LocalDate on = Paris.dayOf(hour.period().start());
                    return !on.isBefore(monday) && on.isBefore(monday.plusWeeks(1));
                })
                .sorted(Comparator.comparing((Hour hour) -> fate(preview, hour))
                        .thenComparing(hour -> hour.period().start()))
                .forEach(hour -> add(blocks, hour, fate(preview, hour), locale));
        return WeekDrawing.of(monday, blocks);
    }

    private static String fate(Preview preview, Hour hour) {
        return !preview.before().contains(hour) ? "made" : preview.after().contains(hour) ? "kept" : "removed";
    }

    private void add(List<Block> blocks, Hour hour, String fate, Locale locale) {
        var start = hour.period().start().atZone(Paris.ZONE);
        var end = hour.period().end().atZone(Paris.ZONE);
        LocalTime from = start.toLocalTime();
        LocalTime to = end.toLocalTime();
        Block last = blocks.isEmpty() ? null : blocks.getLast();
        if (last != null
                && last.style().equals(fate)
                && last.day().equals(start.toLocalDate())
                && !last.to().isBefore(from)) {
            blocks.removeLast();
            from = last.from();
            to = last.to().isAfter(to) ? last.to() : to;
        }
        Wording wording = Wording.in(locale);
        String word = messages.getMessage("rules.fate." + fate, null, locale);
        String hours = wording.hour(from) + " – " + wording.hour(to);
        blocks.add(new Block(
                start.toLocalDate(),
                from,
                to,
                fate,
                wording.day(start.toLocalDate()) + ", " + hours + ", " + word,
                List.of(hours, word),
                null));
    }

    private List<Conflict> conflicts(RulesErrand errand, Preview preview) {
        List<UUID> ids = preview.conflicts().stream()
                .map(Preview.Conflict::appointment)
                .filter(one -> errand.mayChangeAt(one.siteId()))
                .map(Appointment::patientId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, Patient> people = patients.listByIds(ids);
        if (!ids.isEmpty()) {
            events.publishEvent(
                    Trace.of("read", "patient", ids).because("agenda").as(errand.role(), errand.organization()));
        }
        List<UUID> places = preview.conflicts().stream()
                .flatMap(one -> one.proposals().stream().map(Proposal::siteId))
                .distinct()
                .toList();
        Map<UUID, Site> around = sites.listByIds(places);
        Map<UUID, Practitioner> names = practitioners.listByIds(preview.conflicts().stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.appointment().practitionerId()),
                        one.proposals().stream().map(Proposal::practitionerId)))
                .distinct()
                .toList());
        return preview.conflicts().stream()
                .map(one -> conflict(errand, one, people, names, around))
                .toList();
    }

    private static Conflict conflict(
            RulesErrand errand,
            Preview.Conflict one,
            Map<UUID, Patient> people,
            Map<UUID, Practitioner> names,
            Map<UUID, Site> around) {
        Appointment appointment = one.appointment();
        UUID patientId = appointment.patientId();
        Patient patient = patientId == null ? null : people.get(patientId);
        return new Conflict(
                appointment.id(),
                patient == null ? "" : patient.displayName(),
                name(names, appointment.practitionerId()),
                appointment.start(),
                errand.mayChangeAt(appointment.siteId()),
                one.proposals().stream()
                        .map(it -> choice(appointment, it, names, around))
                        .toList());
    }

    private static Choice choice(
            Appointment appointment, Proposal it, Map<UUID, Practitioner> names, Map<UUID, Site> around) {
        Site site = around.get(it.siteId());
        boolean same = it.practitionerId().equals(appointment.practitionerId());
        return new Choice(
                it.code(),
                it.start(),
                same ? null : name(names, it.practitionerId()),
                site == null || it.siteId().equals(appointment.siteId()) ? null : site.name(),
                Math.round(it.minutes()));
    }

    private static String name(Map<UUID, Practitioner> names, UUID id) {
        Practitioner found = names.get(id);
        return found == null ? "" : found.displayName();
    }

    private List<Overlap> overlaps(RulesErrand errand, AgendaState state, Preview preview, Locale locale) {
        Map<UUID, String> rooms = rows.rooms(state);
        return preview.overlaps().stream()
                .map(one -> {
                    AvailabilityRule other = one.other();
                    UUID room = other.roomId();
                    boolean mine =
                            other.practitionerId().equals(errand.subject().id()) && errand.mayChangeAt(other.siteId());
                    return new Overlap(
                            one.room(),
                            practitioners
                                    .find(other.practitionerId())
                                    .map(Practitioner::displayName)
                                    .orElse(""),
                            room == null ? null : rooms.get(room),
                            one.day(),
                            RuleRows.hours(other, locale),
                            mine ? change(errand, other) : null);
                })
                .toList();
    }

    private static @Nullable String change(RulesErrand errand, AvailabilityRule rule) {
        return errand.base() + "/change?rule=" + rule.id();
    }
}
