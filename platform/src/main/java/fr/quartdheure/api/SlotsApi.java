package fr.quartdheure.api;

import fr.quartdheure.directory.PractitionerFilter;
import fr.quartdheure.directory.Reason;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Services;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.geo.Origin;
import fr.quartdheure.scheduling.Horizon;
import fr.quartdheure.scheduling.Mode;
import fr.quartdheure.scheduling.SearchRequest;
import fr.quartdheure.scheduling.SearchRequest.SearchFilter;
import fr.quartdheure.scheduling.SlotSearch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/slots}: the earliest free slots within 15, 30 or 45 minutes. */
@RestController
class SlotsApi {

    private static final int DEFAULT_LIMIT = 20;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final SlotSearch search;
    private final Services services;
    private final Communes communes;
    private final SlotViews views;
    private final Clock clock;

    SlotsApi(SlotSearch search, Services services, Communes communes, SlotViews views, Clock clock) {
        this.search = search;
        this.services = services;
        this.communes = communes;
        this.views = views;
        this.clock = clock;
    }

    // One parameter each: bound to a record by reflection they cost a tenth of the whole request.
    @GetMapping(path = "/api/v1/slots", produces = "application/json")
    SlotViews.SlotsFound find(
            @RequestParam String commune,
            @RequestParam String service,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable Integer within,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable Integer limit) {
        var narrowing = new Narrowing(reason, within, from, to, mode, limit);
        Service wanted = services.find(service)
                .orElseThrow(() -> new Refused(HttpStatus.BAD_REQUEST, "service-unknown", service));
        return views.of(search.search(request(origin(commune), wanted, narrowing)));
    }

    private SearchRequest request(Origin origin, Service service, Narrowing narrowing) {
        Instant now = clock.instant();
        Instant from = ApiTimes.from("from", narrowing.from(), now);
        Instant to = ApiTimes.to("to", narrowing.to(), now.plus(Duration.ofDays(Horizon.DAYS)));
        if (!to.isAfter(now)) {
            throw new Refused(HttpStatus.BAD_REQUEST, "date-past", "to", String.valueOf(narrowing.to()));
        }
        if (!to.isAfter(from)) {
            throw new Refused(HttpStatus.BAD_REQUEST, "period-empty");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new Refused(HttpStatus.BAD_REQUEST, "period-too-long", LONGEST.toDays());
        }
        return new SearchRequest(
                origin,
                service.code(),
                reason(service, narrowing.reason()).minutes(),
                within(narrowing.within()),
                from.isBefore(now) ? now : from,
                to,
                new SearchFilter(mode(narrowing.mode()), false, PractitionerFilter.NONE, false, false),
                limit(narrowing.limit()));
    }

    private Origin origin(String text) {
        Origin origin = Origin.parse(text).orElseThrow(() -> new Refused(HttpStatus.BAD_REQUEST, "commune-malformed"));
        if (origin instanceof Origin.InCommune in && !communes.isKnown(in.code())) {
            throw new Refused(HttpStatus.NOT_FOUND, "commune-unknown", in.code());
        }
        return origin;
    }

    private static Reason reason(Service service, @Nullable String code) {
        String wanted = orUsual(code);
        return service.reason(wanted).orElseThrow(() -> noSuchReason(wanted, service.code()));
    }

    /** Every service has the reason "consultation": what somebody comes for who says nothing. */
    static String orUsual(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "consultation" : reason;
    }

    static Refused noSuchReason(String reason, String service) {
        return new Refused(HttpStatus.BAD_REQUEST, "reason-unknown", reason, service);
    }

    private static int within(@Nullable Integer minutes) {
        if (minutes == null) {
            return 15;
        }
        if (minutes != 15 && minutes != 30 && minutes != 45) {
            throw new Refused(HttpStatus.BAD_REQUEST, "within-unknown", minutes);
        }
        return minutes;
    }

    private static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > SearchRequest.MOST) {
            throw new Refused(HttpStatus.BAD_REQUEST, "limit-out-of-range", limit, SearchRequest.MOST);
        }
        return limit;
    }

    private static @Nullable Mode mode(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return Mode.find(code).orElseThrow(() -> new Refused(HttpStatus.BAD_REQUEST, "mode-unknown", code));
    }

    /** What narrows the search; all optional. */
    record Narrowing(
            @Nullable String reason,
            @Nullable Integer within,
            @Nullable String from,
            @Nullable String to,
            @Nullable String mode,
            @Nullable Integer limit) {}
}
