package fr.quartdheure.desk.secretary.visits;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.visits.VisitBoard.Asked;
import fr.quartdheure.desk.secretary.visits.VisitBoard.Card;
import fr.quartdheure.desk.secretary.visits.VisitBoard.Column;
import fr.quartdheure.desk.secretary.visits.VisitBoard.Remedy;
import fr.quartdheure.desk.secretary.visits.VisitBoard.Said;
import fr.quartdheure.desk.secretary.visits.VisitBoard.Waiting;
import fr.quartdheure.desk.secretary.visits.VisitBoard.Why;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.PractitionerAtSite;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.time.Paris;
import fr.quartdheure.visit.Explanation;
import fr.quartdheure.visit.Explanations;
import fr.quartdheure.visit.Stop;
import fr.quartdheure.visit.VisitDay;
import fr.quartdheure.visit.VisitDays;
import fr.quartdheure.visit.VisitRequest;
import fr.quartdheure.visit.VisitRound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Draws a day of visits, and leaves the trace that it was read. */
@Component
class VisitBoards {

    private final VisitDays days;
    private final Explanations explanations;
    private final VisitWords words;
    private final Practitioners practitioners;
    private final DeskAccess access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VisitBoards(
            VisitDays days,
            Explanations explanations,
            VisitWords words,
            Practitioners practitioners,
            DeskAccess access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.days = days;
        this.explanations = explanations;
        this.words = words;
        this.practitioners = practitioners;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    VisitBoard draw(Site site, VisitErrand errand, RoundForm.Read round, @Nullable Said said) {
        VisitDay day = days.read(site.organizationId(), errand.day());
        Map<UUID, Asked> asked = words.of(day.requests().values());
        trace(site, day);
        List<VisitRequest> unplaced = day.unplaced();
        return new VisitBoard(
                errand,
                site,
                access.sites(),
                Paris.dayOf(clock.instant()),
                day.version(),
                columns(day, asked),
                unplaced.stream().map(one -> waiting(day, one, asked)).toList(),
                day.waiting().stream()
                        .filter(one -> !unplaced.contains(one))
                        .map(one -> new Waiting(of(asked, one.id()), List.of()))
                        .toList(),
                team(site),
                round,
                said);
    }

    List<Practitioner> team(Site site) {
        return practitioners.ofSite(site.id()).stream()
                .map(PractitionerAtSite::practitioner)
                .toList();
    }

    private List<Column> columns(VisitDay day, Map<UUID, Asked> asked) {
        Map<UUID, Explanation> why =
                explanations.order(day).stream().collect(Collectors.toMap(Explanation::requestId, Function.identity()));
        return day.rounds().stream()
                .map(round -> new Column(
                        round,
                        day.practitioner(round).displayName(),
                        day.practitioner(round).profession(),
                        day.base(round).name(),
                        round.stops().stream()
                                .map(stop -> card(day, stop, asked, why.get(stop.requestId())))
                                .toList()))
                .toList();
    }

    private static Card card(VisitDay day, Stop stop, Map<UUID, Asked> asked, @Nullable Explanation why) {
        Instant before = stop.beforeStart();
        boolean news = before != null && day.version() > 0 && stop.changedIn() == day.version();
        UUID beforeRound = stop.beforeRoundId();
        String from = news && !stop.roundId().equals(beforeRound) && beforeRound != null
                ? day.round(beforeRound)
                        .map(round -> day.practitioner(round).displayName())
                        .orElse(null)
                : null;
        return new Card(
                of(asked, stop.requestId()),
                stop,
                news ? Duration.between(before, stop.start()).toMinutes() : 0,
                from,
                why == null ? null : why(why, asked));
    }

    private static @Nullable Why why(Explanation why, Map<UUID, Asked> asked) {
        return switch (why) {
            case Explanation.NextFirstIsLonger one ->
                new Why("longer", title(asked, one.next()), String.valueOf(Math.round(one.minutes())));
            case Explanation.NextFirstIsTooLate one ->
                new Why("late", title(asked, one.next()), title(asked, one.late()));
            case Explanation.NextFirstIsNoBetter one -> new Why("same", title(asked, one.next()), "");
            case Explanation.AtAnotherHour _other -> null;
            case Explanation.WithSomebodyElse _other -> null;
            case Explanation.WithALongerRound _other -> null;
        };
    }

    private Waiting waiting(VisitDay day, VisitRequest request, Map<UUID, Asked> asked) {
        List<Remedy> remedies = request.unfitted() == null
                ? List.of()
                : explanations.remedies(day, request).stream()
                        .map(one -> remedy(day, one))
                        .filter(Objects::nonNull)
                        .toList();
        return new Waiting(of(asked, request.id()), remedies);
    }

    private static @Nullable Remedy remedy(VisitDay day, Explanation one) {
        return switch (one) {
            case Explanation.AtAnotherHour other ->
                new Remedy("hour", name(day, other.practitionerId()), other.start());
            case Explanation.WithSomebodyElse other ->
                new Remedy("other", name(day, other.practitionerId()), other.start());
            case Explanation.WithALongerRound other ->
                new Remedy("longer", name(day, other.practitionerId()), other.back());
            case Explanation.NextFirstIsLonger _order -> null;
            case Explanation.NextFirstIsTooLate _order -> null;
            case Explanation.NextFirstIsNoBetter _order -> null;
        };
    }

    private static String name(VisitDay day, UUID practitionerId) {
        VisitRound round = day.rounds().stream()
                .filter(one -> one.practitionerId().equals(practitionerId))
                .findFirst()
                .orElseThrow();
        return day.practitioner(round).displayName();
    }

    private static String title(Map<UUID, Asked> asked, UUID id) {
        return of(asked, id).title();
    }

    private static Asked of(Map<UUID, Asked> asked, UUID id) {
        return Objects.requireNonNull(asked.get(id), "every request of the day was read");
    }

    private void trace(Site site, VisitDay day) {
        List<UUID> people = day.requests().values().stream()
                .flatMap(request -> request.patientIds().stream())
                .distinct()
                .toList();
        if (!people.isEmpty()) {
            events.publishEvent(Trace.of("read", "patient", people)
                    .because("visits")
                    .as(DeskAccess.roleAt(site), site.organizationId()));
        }
    }
}
