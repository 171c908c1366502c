package fr.quartdheure.calendar;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.scheduling.ExternalTimes;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** CalendarFollowing a calendar elsewhere, and no longer. */
@Component
public class CalendarFollowing {

    public static final int MOST = 5;
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_ADDRESS = 2000;

    private final Subscriptions subscriptions;
    private final Fetching fetching;
    private final ExternalTimes externalTimes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarFollowing(
            Subscriptions subscriptions,
            Fetching fetching,
            ExternalTimes externalTimes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.fetching = fetching;
        this.externalTimes = externalTimes;
        this.events = events;
        this.clock = clock;
    }

    /** What came of asking for it. */
    public sealed interface Outcome {

        /** It is read within seconds. */
        record Followed(UUID id) implements Outcome {}

        record AlreadyFollowed() implements Outcome {}

        /** She follows {@value CalendarFollowing#MOST} already. */
        record TooMany() implements Outcome {}

        /** No address, not https, or with a password in it. */
        record AddressRefused() implements Outcome {}

        record LabelRefused() implements Outcome {}
    }

    /** @param address as it was pasted; {@code webcal:} is https */
    @Transactional
    public Outcome follow(UUID practitionerId, String label, String address) {
        String name = label.strip();
        if (name.isEmpty() || name.length() > LONGEST_LABEL) {
            return new Outcome.LabelRefused();
        }
        URI url = read(address.strip());
        if (url == null || !fetching.isAllowed(url)) {
            return new Outcome.AddressRefused();
        }
        if (subscriptions.list(practitionerId).size() >= MOST) {
            return new Outcome.TooMany();
        }
        UUID id = UUID.randomUUID();
        if (!subscriptions.add(id, practitionerId, name, url, clock.instant())) {
            return new Outcome.AlreadyFollowed();
        }
        events.publishEvent(Trace.of("follow", "calendar", practitionerId));
        return new Outcome.Followed(id);
    }

    /** Its hours are free again at once. False when there was none. */
    @Transactional
    public boolean leave(UUID practitionerId, UUID id) {
        if (!subscriptions.remove(id, practitionerId)) {
            return false;
        }
        externalTimes.keep(practitionerId, subscriptions.times(practitionerId, clock.instant()));
        events.publishEvent(Trace.of("leave", "calendar", practitionerId));
        return true;
    }

    /** Read again within seconds rather than minutes. */
    public boolean retry(UUID practitionerId, UUID id) {
        return subscriptions.retry(id, practitionerId, clock.instant());
    }

    private static @Nullable URI read(String address) {
        if (address.length() > LONGEST_ADDRESS) {
            return null;
        }
        String plain = address.toLowerCase(Locale.ROOT).startsWith("webcal:")
                ? "https:" + address.substring("webcal:".length())
                : address;
        try {
            return new URI(plain).normalize();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
