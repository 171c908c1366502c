package fr.quartdheure.registration;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.registration.OpenPlaces.OpenPlace;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens places with a practitioner and asks whoever is first in turn, then the next when she declines or is silent. A
 * place that is open counts as taken, so that no answer ever brings a list above its target.
 */
@Component
public class Matching {

    /** Places opened in one act. */
    public static final int MOST = 50;

    /** Nobody is woken for it. */
    private static final LocalTime FIRST = LocalTime.of(8, 0);

    private static final LocalTime LAST = LocalTime.of(20, 0);

    private final RegistrationLists lists;
    private final Panels panels;
    private final OpenPlaces places;
    private final PlaceOffers offers;
    private final Requests requests;
    private final Turns turns;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Matching(
            RegistrationLists lists,
            Panels panels,
            OpenPlaces places,
            PlaceOffers offers,
            Requests requests,
            Turns turns,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lists = lists;
        this.panels = panels;
        this.places = places;
        this.offers = offers;
        this.requests = requests;
        this.turns = turns;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** What came of opening places. */
    public sealed interface Opened {

        /** @param offered how many people were asked at once */
        record Open(int places, int offered) implements Opened {}

        /** @param free how many more the practitioner's list bears */
        record BeyondTarget(int free) implements Opened {}

        /** @param free how many more the site bears */
        record BeyondSite(int free) implements Opened {}

        /** She takes nobody on here, or has stopped. */
        record NoPanel() implements Opened {}
    }

    /** @param count 1 to {@link #MOST} */
    @Transactional
    public Opened open(UUID practitionerId, UUID siteId, int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(count + " places are not between 1 and " + MOST);
        }
        Optional<RegistrationList> list = lists.lock(siteId);
        Optional<Panel> panel = panels.lock(practitionerId, siteId).filter(one -> !one.isStopped());
        if (list.isEmpty() || panel.isEmpty()) {
            return new Opened.NoPanel();
        }
        if (count > panel.get().free()) {
            return new Opened.BeyondTarget(panel.get().free());
        }
        int free = free(list.get());
        return count > free ? new Opened.BeyondSite(free) : new Opened.Open(count, add(panel.get(), count));
    }

    /** What the site's own limit leaves. */
    private int free(RegistrationList list) {
        Integer most = list.most();
        int taken = panels.listOfSite(list.siteId()).stream()
                .mapToInt(one -> one.size() + one.openPlaces())
                .sum();
        return most == null ? MOST : Math.max(0, most - taken);
    }

    private int add(Panel panel, int count) {
        Instant now = clock.instant();
        for (int one = 0; one < count; one++) {
            places.add(new OpenPlace(UUID.randomUUID(), panel.practitionerId(), panel.siteId()), now);
        }
        events.publishEvent(Trace.of("registration-open", "practitioner", panel.practitionerId())
                .because(count + " at " + panel.siteId()));
        places.lock();
        return offerAll(now);
    }

    /** Takes a place back that was opened by mistake; whoever is asked about it is told when she answers. */
    @Transactional
    public boolean withdraw(UUID practitionerId, UUID siteId) {
        places.lock();
        List<OpenPlace> open = places.listOpen(practitionerId, siteId);
        Optional<OpenPlace> last = open.stream()
                .filter(place -> offers.findOfPlace(place.id()).isEmpty())
                .reduce((one, next) -> next)
                .or(() -> open.isEmpty() ? Optional.empty() : Optional.of(open.getLast()));
        last.ifPresent(place -> {
            withdraw(place);
            events.publishEvent(Trace.of("registration-withdraw", "practitioner", practitionerId));
        });
        return last.isPresent();
    }

    /** The person's row before her offer, as whoever answers does. */
    void withdraw(OpenPlace place) {
        offers.findOfPlace(place.id()).ifPresent(offer -> {
            requests.lock(offer.requestId());
            offers.end(offer.id(), "withdrawn", clock.instant());
        });
        places.end(place.id(), "withdrawn");
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        LocalTime hour = clock.instant().atZone(Paris.ZONE).toLocalTime();
        if (!hour.isBefore(FIRST) && hour.isBefore(LAST)) {
            serve();
        }
    }

    /** Ends what nobody answered, then asks whoever is next. */
    void serve() {
        transaction.executeWithoutResult(status -> {
            places.lock();
            Instant now = clock.instant();
            offers.listLapsed(now).forEach(offer -> lapse(offer, now));
            offerAll(now);
        });
    }

    /** Whoever was silent keeps her turn, and is asked whether she still wants one. */
    private void lapse(PlaceOffer offer, Instant now) {
        Optional<RegistrationRequest> request = requests.lock(offer.requestId());
        if (offers.end(offer.id(), "lapsed", now)
                && request.filter(one -> one.isWaiting() && one.askedAgainAt() == null)
                        .isPresent()) {
            requests.askAgain(offer.requestId(), now);
            events.publishEvent(new StillWanted(offer.requestId()));
        }
    }

    private int offerAll(Instant now) {
        return (int) places.listUnoffered().stream()
                .filter(place -> offer(place, now))
                .count();
    }

    /** To the first in turn who is still there once nobody else can act for her. */
    private boolean offer(OpenPlace place, Instant now) {
        Optional<UUID> next = turns.next(place.siteId(), place.id());
        while (next.isPresent()) {
            UUID requestId = next.get();
            requests.lock(requestId);
            if (turns.stillWaits(requestId, place.siteId())) {
                offer(place, requestId, now);
                return true;
            }
            next = turns.next(place.siteId(), place.id());
        }
        return false;
    }

    private void offer(OpenPlace place, UUID requestId, Instant now) {
        int days = lists.find(place.siteId()).orElseThrow().answerDays();
        UUID id = UUID.randomUUID();
        offers.add(
                id, place.id(), requestId, now, Paris.startOf(Paris.dayOf(now).plusDays(days + 1L)));
        events.publishEvent(new PlaceOffered(id));
    }
}
