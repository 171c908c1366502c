package fr.quartdheure.desk.patient;

import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Services;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.geo.Origin;
import fr.quartdheure.scheduling.Horizon;
import fr.quartdheure.scheduling.SearchRequest;
import fr.quartdheure.scheduling.SearchResult;
import fr.quartdheure.scheduling.SlotSearch;
import fr.quartdheure.time.Paris;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Screen 2 of 4: the hours that are free within a quarter of an hour, site by site. */
@RestController
public class SearchPage {

    private static final int SLOTS = 80;

    private final Screens screens;
    private final HomePage home;
    private final SlotSearch search;
    private final Services services;
    private final Communes communes;
    private final SiteCards cards;
    private final BoothOffer booths;
    private final Clock clock;

    SearchPage(
            Screens screens,
            HomePage home,
            SlotSearch search,
            Services services,
            Communes communes,
            SiteCards cards,
            BoothOffer booths,
            Clock clock) {
        this.screens = screens;
        this.home = home;
        this.search = search;
        this.services = services;
        this.communes = communes;
        this.cards = cards;
        this.booths = booths;
        this.clock = clock;
    }

    @GetMapping("/search")
    ResponseEntity<byte[]> show(HttpServletRequest request, @ModelAttribute SearchQuery query) {
        Optional<From> from = from(query);
        Optional<Service> service = services.find(query.serviceCode());
        if (from.isEmpty() || service.isEmpty()) {
            return screens.show(
                    request,
                    HttpStatusCode.valueOf(422),
                    "desk/patient/home.jte",
                    home.view(query.service(), typed(query), refusal(query, service)));
        }
        return screens.show(request, "desk/patient/search.jte", results(query, from.get(), service.get()));
    }

    private View results(SearchQuery query, From from, Service service) {
        Reason reason = reason(service, query.reason());
        var asked = asked(query, from, service, reason);
        SearchResult found = search.search(asked);
        boolean nothingNear = found.widened() || found.slots().isEmpty();
        return new View(
                query,
                from,
                service,
                reason,
                found.within(),
                found.widened(),
                cards.of(found),
                nothingNear ? booths.near(asked) : Optional.empty(),
                query.text(from.origin().text()),
                Paris.dayOf(clock.instant()));
    }

    private SearchRequest asked(SearchQuery query, From from, Service service, Reason reason) {
        Instant now = clock.instant();
        Instant to = query.lastDay()
                .map(day -> Paris.startOf(day.plusDays(1)))
                .filter(end -> end.isAfter(now))
                .orElse(now.plus(Duration.ofDays(Horizon.DAYS)));
        return new SearchRequest(
                from.origin(), service.code(), reason.minutes(), query.withinMinutes(), now, to, query.filter(), SLOTS);
    }

    private Optional<From> from(SearchQuery query) {
        Optional<Origin> coded = Origin.parse(query.commune());
        if (coded.isPresent()) {
            return coded.flatMap(this::known);
        }
        String place = query.place();
        if (place == null || place.isBlank() || place.length() > 100) {
            return Optional.empty();
        }
        List<Commune> found = communes.search(place, 6);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new From(
                        new Origin.InCommune(found.getFirst().code()),
                        found.getFirst(),
                        found.subList(1, found.size()),
                        communes.districtsOf(found.getFirst().code())));
    }

    private Optional<From> known(Origin origin) {
        return switch (origin) {
            case Origin.InCommune in ->
                communes.find(in.code())
                        .map(commune -> new From(origin, commune, List.of(), communes.districtsOf(in.code())));
            case Origin.At at ->
                communes.nearest(at.position()).map(commune -> new From(origin, commune, List.of(), List.of()));
        };
    }

    private static Reason reason(Service service, @Nullable String code) {
        return service.reason(code == null ? "consultation" : code)
                .orElseGet(() -> service.reasons().getFirst());
    }

    private static @Nullable String typed(SearchQuery query) {
        return query.place() != null ? query.place() : query.commune();
    }

    private static String refusal(SearchQuery query, Optional<Service> service) {
        if (service.isEmpty()) {
            return "search.refused.service";
        }
        String typed = typed(query);
        return typed == null || typed.isBlank() ? "search.refused.empty" : "search.refused.unknown";
    }

    /**
     * Where the search starts from.
     *
     * @param commune the commune or district; of a position, the nearest
     * @param others communes that the typed text may also mean
     * @param districts of a large commune, whose centre says little
     */
    public record From(Origin origin, Commune commune, List<Commune> others, List<Commune> districts) {

        public boolean isPosition() {
            return origin instanceof Origin.At;
        }
    }

    /** @param back the query that leads back to this page */
    public record View(
            SearchQuery query,
            From from,
            Service service,
            Reason reason,
            int within,
            boolean widened,
            List<SiteCards.Card> cards,
            Optional<BoothOffer.Offer> booth,
            String back,
            LocalDate today) {}
}
