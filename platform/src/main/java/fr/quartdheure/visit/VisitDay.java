package fr.quartdheure.visit;

import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Site;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A day of an organisation's visits as it stands.
 *
 * @param version counts its plans; 0 before the first
 * @param requests all that is named here, by id
 * @param waiting those in no round: of this day, of an earlier one, of no day yet
 * @param practitioners who goes, by id
 * @param sites where they leave from, by id
 */
public record VisitDay(
        UUID organizationId,
        LocalDate day,
        int version,
        List<VisitRound> rounds,
        Map<UUID, VisitRequest> requests,
        List<VisitRequest> waiting,
        Map<UUID, Practitioner> practitioners,
        Map<UUID, Site> sites) {

    public VisitDay {
        rounds = List.copyOf(rounds);
        requests = Map.copyOf(requests);
        waiting = List.copyOf(waiting);
        practitioners = Map.copyOf(practitioners);
        sites = Map.copyOf(sites);
    }

    public VisitRequest request(UUID id) {
        return Objects.requireNonNull(requests.get(id), () -> "no request " + id + " on " + day);
    }

    public Practitioner practitioner(VisitRound round) {
        return Objects.requireNonNull(practitioners.get(round.practitionerId()), "every round has its professional");
    }

    public Site base(VisitRound round) {
        return Objects.requireNonNull(sites.get(round.siteId()), "every round has its base");
    }

    public Optional<VisitRound> round(UUID id) {
        return rounds.stream().filter(round -> round.id().equals(id)).findFirst();
    }

    public Optional<Stop> stopOf(UUID requestId) {
        return rounds.stream()
                .flatMap(round -> round.stops().stream())
                .filter(stop -> stop.requestId().equals(requestId))
                .findFirst();
    }

    /** Those asked for on this very day that no round takes. */
    public List<VisitRequest> unplaced() {
        return waiting.stream()
                .filter(request -> day.equals(request.wanted().day()))
                .toList();
    }

    /** Requests not yet begun, in order, for each round. */
    Map<UUID, List<UUID>> order() {
        var order = new LinkedHashMap<UUID, List<UUID>>();
        rounds.forEach(round -> order.put(
                round.id(), round.planned().stream().map(Stop::requestId).toList()));
        return order;
    }

    /** The same order without one visit. */
    Map<UUID, List<UUID>> orderWithout(UUID requestId) {
        var order = order();
        order.replaceAll((round, requests) ->
                requests.stream().filter(id -> !id.equals(requestId)).toList());
        return order;
    }
}
