package fr.quartdheure.calendar;

import fr.quartdheure.calendar.Feed.Detail;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Services;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** An agenda as a calendar file (RFC 5545, and 7986 for how often to read it again), in UTC: no zone to misread. */
@Component
class FeedWriting {

    /** What every event of this platform is called by; a calendar that comes back to us is known by it. */
    static final String UID_SUFFIX = "@quartdheure";

    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final AgendaEntries entries;
    private final Practitioners practitioners;
    private final Sites sites;
    private final Services services;
    private final Patients patients;
    private final MessageSource messages;
    private final Clock clock;

    FeedWriting(
            AgendaEntries entries,
            Practitioners practitioners,
            Sites sites,
            Services services,
            Patients patients,
            MessageSource messages,
            Clock clock) {
        this.entries = entries;
        this.practitioners = practitioners;
        this.sites = sites;
        this.services = services;
        this.patients = patients;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param named the patients whose names it holds */
    record Written(String text, List<UUID> named) {}

    Written write(Feed feed) {
        List<AgendaEntry> all = entries.list(feed.practitionerId(), clock.instant());
        Map<UUID, Site> where =
                sites.listByIds(all.stream().map(AgendaEntry::siteId).distinct().toList());
        Map<UUID, Patient> people = feed.detail() == Detail.NAME ? people(all) : Map.of();
        Calendar calendar = empty(feed);
        all.forEach(entry -> calendar.add(event(
                entry, summary(feed, entry, people), entry.service() == null ? null : where.get(entry.siteId()))));
        return new Written(Folding.fold(calendar.toString()), List.copyOf(people.keySet()));
    }

    private Map<UUID, Patient> people(List<AgendaEntry> all) {
        return patients.listByIds(all.stream()
                .map(AgendaEntry::patientId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private Calendar empty(Feed feed) {
        String name = say(
                feed.language(),
                "calendar.feed.name",
                practitioners
                        .find(feed.practitionerId())
                        .map(Practitioner::displayName)
                        .orElse(""));
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Quart d'heure//FR"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Method("PUBLISH"));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), AGAIN));
        calendar.add(new XProperty("X-PUBLISHED-TTL", AGAIN.toString()));
        return calendar;
    }

    private static VEvent event(AgendaEntry entry, String summary, @Nullable Site site) {
        var event = new VEvent(false);
        event.add(new Uid(entry.id() + UID_SUFFIX));
        event.add(new DtStamp(entry.changedAt()));
        event.add(new DtStart<Instant>(entry.start()));
        event.add(new DtEnd<Instant>(entry.end()));
        event.add(new Sequence(entry.sequence()));
        event.add(new Status(entry.cancelled() ? "CANCELLED" : "CONFIRMED"));
        event.add(new Transp(entry.cancelled() ? "TRANSPARENT" : "OPAQUE"));
        event.add(new Clazz("PRIVATE"));
        event.add(new Summary(summary));
        if (site != null) {
            event.add(new Location(site.name() + ", " + site.address().town()));
        }
        return event;
    }

    private String summary(Feed feed, AgendaEntry entry, Map<UUID, Patient> people) {
        Locale language = feed.language();
        if (entry.service() == null) {
            return say(language, "calendar.feed.blocked");
        }
        if (feed.detail() == Detail.BUSY) {
            return say(language, "calendar.feed.busy");
        }
        String reason = services.find(entry.service())
                .flatMap(service -> service.reason(Objects.requireNonNullElse(entry.reason(), "")))
                .map(one -> one.name(language))
                .orElseGet(() -> say(language, "calendar.feed.busy"));
        UUID patientId = entry.patientId();
        Patient patient = patientId == null ? null : people.get(patientId);
        return patient == null ? reason : say(language, "calendar.feed.named", patient.displayName(), reason);
    }

    private String say(Locale language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
