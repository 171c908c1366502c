package fr.quartdheure.fhir;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.client.ClientBookings;
import fr.quartdheure.client.ClientPrincipal;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.AppointmentStatus;
import fr.quartdheure.scheduling.AppointmentVersion;
import fr.quartdheure.scheduling.AppointmentVersions;
import fr.quartdheure.scheduling.AppointmentVersions.After;
import fr.quartdheure.scheduling.AppointmentVersions.Stretch;
import fr.quartdheure.scheduling.AppointmentVersions.Wanted;
import fr.quartdheure.wire.Capability;
import fr.quartdheure.wire.Refused;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds and reads appointments for a client; whose they are is traced in the same transaction. */
@Component
class AppointmentSearch implements Searchable {

    private static final List<String> ACTORS = List.of("Patient", Practitioners.TYPE, Locations.TYPE);
    private static final Set<String> STATUSES = Set.of(
            "proposed",
            "pending",
            "booked",
            "arrived",
            "fulfilled",
            "cancelled",
            "noshow",
            "entered-in-error",
            "checked-in",
            "waitlist");
    private static final Pattern POSITION = Pattern.compile("(\\d{1,15})_(.{36})");

    private final AppointmentVersions versions;
    private final AppointmentActs acts;
    private final ClientBookings bookings;
    private final ApplicationEventPublisher events;

    AppointmentSearch(
            AppointmentVersions versions,
            AppointmentActs acts,
            ClientBookings bookings,
            ApplicationEventPublisher events) {
        this.versions = versions;
        this.acts = acts;
        this.bookings = bookings;
        this.events = events;
    }

    @Override
    public String type() {
        return AppointmentResource.TYPE;
    }

    @Override
    public List<Capability.Parameter> parameters() {
        return List.of(
                Parts.byId(),
                Parts.byChange(),
                new Capability.Parameter("identifier", "token", "system|value, the client's own number"),
                new Capability.Parameter("patient", "reference", ""),
                new Capability.Parameter("practitioner", "reference", ""),
                new Capability.Parameter("location", "reference", ""),
                new Capability.Parameter("actor", "reference", "Patient, Practitioner or Location"),
                new Capability.Parameter("status", "token", "booked, arrived, fulfilled, noshow, cancelled"),
                new Capability.Parameter("date", "date", "of the start: eq, gt, ge, lt, le, sa, eb, several times"));
    }

    @Override
    public List<String> chains() {
        return List.of();
    }

    @Transactional
    public AppointmentVersion read(ClientPrincipal client, UUID id) {
        AppointmentVersion found = versions.find(id, acts.sitesOf(client))
                .orElseThrow(() -> Refused.absent("resource-unknown", type(), id));
        trace(List.of(found), "appointment");
        return found;
    }

    /** In order of their start; one more than asked for when there is another page. */
    @Transactional
    public List<AppointmentVersion> list(ClientPrincipal client, Asked asked, int count) {
        Set<UUID> sites = new LinkedHashSet<>(acts.sitesOf(client));
        narrow(sites, asked.uuids("location", Locations.TYPE));
        narrow(sites, asked.uuids("actor", Locations.TYPE, ACTORS));
        Wanted wanted = wanted(client, asked);
        if (sites.isEmpty()) {
            return List.of();
        }
        var found = versions.list(sites, wanted, after(asked.after()), count + 1);
        trace(found.subList(0, Math.min(count, found.size())), "appointments");
        return found;
    }

    static String position(AppointmentVersion last) {
        Appointment appointment = last.appointment();
        return appointment.start().toEpochMilli() + "_" + appointment.id();
    }

    private void trace(List<AppointmentVersion> read, String what) {
        List<UUID> patients = read.stream()
                .map(one -> one.appointment().patientId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!patients.isEmpty()) {
            events.publishEvent(Trace.of("read", "patient", patients).because(what));
        }
    }

    private Wanted wanted(ClientPrincipal client, Asked asked) {
        Set<UUID> ids = null;
        ids = both(ids, asked.uuids(Parts.ID, type()));
        ids = both(ids, asked.tokens("identifier", token -> own(client, token)));
        Set<UUID> people = both(null, asked.uuids("patient", "Patient"));
        people = both(people, asked.uuids("actor", "Patient", ACTORS));
        Set<UUID> practitioners = both(null, asked.uuids("practitioner", Practitioners.TYPE));
        practitioners = both(practitioners, asked.uuids("actor", Practitioners.TYPE, ACTORS));
        return new Wanted(
                ids,
                people,
                practitioners,
                statuses(asked.tokens("status", AppointmentSearch::statuses)),
                stretch(asked.moments("date")),
                stretch(asked.moments(Parts.LAST_UPDATED)));
    }

    private Set<String> own(ClientPrincipal client, Token token) {
        Optional<UUID> booked = bookings.find(client.clientId(), Elements.number(token, "identifier"));
        return booked.map(id -> Set.of(id.toString())).orElse(Set.of());
    }

    private static Set<String> statuses(Token token) {
        if (!STATUSES.contains(token.code())) {
            throw Refused.malformed("appointment-status-unknown", "status", Refused.shown(token.code()));
        }
        return AppointmentWriting.statuses(token.code()).stream()
                .map(Enum::name)
                .collect(Collectors.toSet());
    }

    private static @Nullable Set<AppointmentStatus> statuses(String @Nullable [] names) {
        return names == null
                ? null
                : Arrays.stream(names)
                        .map(AppointmentStatus::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(AppointmentStatus.class)));
    }

    private static @Nullable Set<UUID> both(@Nullable Set<UUID> one, String @Nullable [] other) {
        if (other == null) {
            return one;
        }
        Set<UUID> common =
                Arrays.stream(other).map(UUID::fromString).collect(Collectors.toCollection(LinkedHashSet::new));
        if (one != null) {
            common.retainAll(one);
        }
        return common;
    }

    private static void narrow(Set<UUID> sites, String @Nullable [] asked) {
        if (asked != null) {
            sites.retainAll(Arrays.stream(asked).map(UUID::fromString).collect(Collectors.toSet()));
        }
    }

    private static Stretch stretch(Moments moments) {
        return new Stretch(moments.from(), moments.until());
    }

    private static @Nullable After after(@Nullable String position) {
        if (position == null) {
            return null;
        }
        Matcher matcher = POSITION.matcher(position);
        if (!matcher.matches() || !Asked.isUuid(matcher.group(2))) {
            throw Refused.malformed("cursor-malformed", Search.CURSOR, Refused.shown(position));
        }
        return new After(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), UUID.fromString(matcher.group(2)));
    }
}
