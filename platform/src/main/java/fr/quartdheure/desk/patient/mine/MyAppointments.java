package fr.quartdheure.desk.patient.mine;

import fr.quartdheure.account.Contact;
import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.patient.Earlier;
import fr.quartdheure.desk.patient.EarlierView;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.reception.SiteRule;
import fr.quartdheure.reception.SiteRules;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.ContactAppointment;
import fr.quartdheure.scheduling.OpenedByContact;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts together what {@code /me/all} shows: never why somebody comes, as a relative may read it. */
@Component
public class MyAppointments {

    private static final List<String> ORDER = List.of("self", "child", "relative");

    private final OpenedByContact opened;
    private final Sites sites;
    private final Practitioners practitioners;
    private final Services services;
    private final Earlier earlier;
    private final SiteRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MyAppointments(
            OpenedByContact opened,
            Sites sites,
            Practitioners practitioners,
            Services services,
            Earlier earlier,
            SiteRules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.opened = opened;
        this.sites = sites;
        this.practitioners = practitioners;
        this.services = services;
        this.earlier = earlier;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param endedKey what became of it; null when it is to come
     * @param changeable whether it may still be moved or cancelled on line
     * @param earlier null when it is over
     * @param bring keys of what to bring
     * @param rule what the site says of missed appointments
     */
    public record Row(
            Appointment appointment,
            Site site,
            Practitioner practitioner,
            Service service,
            @Nullable String endedKey,
            boolean changeable,
            @Nullable EarlierView earlier,
            List<String> bring,
            SiteRule rule) {

        public String address() {
            return "/me/all/" + appointment.id();
        }

        /** As text: a year is no quantity to be grouped in thousands. */
        public String year() {
            return String.valueOf(Paris.dayOf(appointment.start()).getYear());
        }

        public boolean isToCome() {
            return endedKey == null;
        }
    }

    /**
     * Everything of one person.
     *
     * @param coming the next first
     * @param past the latest first
     */
    public record Person(String name, String onBehalf, List<Row> coming, List<Row> past) {}

    public record View(Contact contact, List<Person> people) {}

    View view(Contact contact) {
        OpenedByContact.Opened found = opened.list(contact);
        trace(found);
        Map<UUID, List<ContactAppointment>> byPerson = found.appointments().stream()
                .collect(Collectors.groupingBy(
                        one -> person(found, one).identity().keyWith(contact.value()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Function<ContactAppointment, Row> row = rows(found.appointments());
        List<Person> people = byPerson.values().stream()
                .map(all -> group(person(found, all.getFirst()).displayName(), all, row))
                .sorted(Comparator.comparingInt((Person one) -> ORDER.indexOf(one.onBehalf()))
                        .thenComparing(Person::name))
                .toList();
        return new View(contact, people);
    }

    private void trace(OpenedByContact.Opened found) {
        if (found.appointments().isEmpty()) {
            return;
        }
        var people = found.appointments().stream()
                .map(ContactAppointment::patientId)
                .distinct()
                .toList();
        var ids =
                found.appointments().stream().map(one -> one.appointment().id()).toList();
        events.publishEvent(Trace.of("read", "patient", people).as("inhabitant", null));
        events.publishEvent(Trace.of("read", "appointment", ids).as("inhabitant", null));
    }

    private static Patient person(OpenedByContact.Opened found, ContactAppointment one) {
        return Objects.requireNonNull(found.patients().get(one.patientId()));
    }

    private static Person group(String name, List<ContactAppointment> all, Function<ContactAppointment, Row> row) {
        List<Row> rows = all.stream().map(row).toList();
        return new Person(
                name,
                all.getFirst().onBehalf(),
                rows.stream().filter(Row::isToCome).toList().reversed(),
                rows.stream().filter(one -> !one.isToCome()).toList());
    }

    private Function<ContactAppointment, Row> rows(List<ContactAppointment> all) {
        Set<UUID> siteIds = all.stream().map(one -> one.appointment().siteId()).collect(Collectors.toSet());
        Set<UUID> whoIds =
                all.stream().map(one -> one.appointment().practitionerId()).collect(Collectors.toSet());
        Map<UUID, Site> bySite = sites.listByIds(siteIds);
        Map<UUID, Practitioner> byId = practitioners.listByIds(whoIds);
        Instant now = clock.instant();
        return one -> {
            Appointment appointment = one.appointment();
            Site site = Objects.requireNonNull(bySite.get(appointment.siteId()));
            String ended = ended(one, now);
            return new Row(
                    appointment,
                    site,
                    Objects.requireNonNull(byId.get(appointment.practitionerId())),
                    services.find(appointment.service()).orElseThrow(),
                    ended,
                    isChangeable(appointment, site, now),
                    ended == null ? earlier.view(appointment) : null,
                    ToBring.to(appointment.service(), one.isFor("child")),
                    rules.of(site.id()));
        };
    }

    private static boolean isChangeable(Appointment appointment, Site site, Instant now) {
        return appointment.status() == AppointmentStatus.BOOKED
                && now.isBefore(appointment.start().minus(Duration.ofHours(site.cancelCutoffHours())));
    }

    private static @Nullable String ended(ContactAppointment one, Instant now) {
        return switch (one.appointment().status()) {
            case DONE -> "mine.ended.done";
            case NO_SHOW -> "mine.ended.missed";
            case CANCELLED -> cancelled(Objects.requireNonNullElse(one.cancelReason(), "other"));
            case BOOKED, ARRIVED, IN_CONSULTATION -> one.appointment().end().isAfter(now) ? null : "mine.ended.past";
            case HELD, AWAITING_CODE, EXPIRED -> throw new IllegalStateException("a hold is opened to nobody");
        };
    }

    private static String cancelled(String reason) {
        return switch (reason) {
            case "patient" -> "mine.ended.cancelled.patient";
            case "practitioner" -> "mine.ended.cancelled.practitioner";
            default -> "mine.ended.cancelled.desk";
        };
    }
}
