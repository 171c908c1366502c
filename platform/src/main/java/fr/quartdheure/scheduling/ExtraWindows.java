package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.time.Paris;
import fr.quartdheure.time.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Unscheduled hours that a desk opens on one day: a rule that runs once. */
@Component
public class ExtraWindows {

    private static final String IS_RECEIVING = """
            select exists (select from scheduling.slot
              where practitioner_id = :practitioner and start_at < :end and end_at > :start)
            """;
    private static final String IS_UNUSED = """
            select not exists (select from scheduling.slot s join scheduling.appointment a on a.slot_id = s.id
              where s.rule_id = :rule and a.status not in ('expired', 'cancelled'))
            """;
    private static final String CLOSE = """
            delete from scheduling.availability_rule where id = :rule and valid_from = valid_until
            """;

    private final JdbcClient jdbc;
    private final AvailabilityRules rules;
    private final Horizon horizon;
    private final ApplicationEventPublisher events;

    ExtraWindows(JdbcClient jdbc, AvailabilityRules rules, Horizon horizon, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.horizon = horizon;
        this.events = events;
    }

    /**
     * @param roomId where; null for a teleconsultation
     * @param minutes of each slot, 5 to 240
     * @param count how many slots, one after the other
     */
    public record Window(
            UUID siteId,
            UUID practitionerId,
            @Nullable UUID roomId,
            String service,
            LocalDate day,
            LocalTime starts,
            int minutes,
            int count) {

        LocalTime ends() {
            return starts.plusMinutes((long) minutes * count);
        }
    }

    /** What came of opening. */
    public sealed interface Opened {
        record Open(UUID ruleId) implements Opened {}

        /** The practitioner receives then already: those hours are on the board. */
        record AlreadyReceiving() implements Opened {}

        /** The site is closed that day, or the practitioner absent. */
        record Closed() implements Opened {}
    }

    /** Hours for the desk alone: the public does not see them. */
    @Transactional
    public Opened open(Window window) {
        Instant start = window.day().atTime(window.starts()).atZone(Paris.ZONE).toInstant();
        Instant end = window.day().atTime(window.ends()).atZone(Paris.ZONE).toInstant();
        if (isReceiving(window.practitionerId(), start, end)) {
            return new Opened.AlreadyReceiving();
        }
        AvailabilityRule rule = rule(window);
        rules.addAll(List.of(rule));
        if (horizon.keep(rule) == 0) {
            rules.remove(rule.id());
            return new Opened.Closed();
        }
        events.publishEvent(new AgendaChanged(window.siteId()));
        return new Opened.Open(rule.id());
    }

    /** Takes it back as long as nobody is in it; false when somebody is, or when it is gone. */
    @Transactional
    public boolean close(UUID ruleId, UUID siteId) {
        boolean unused =
                jdbc.sql(IS_UNUSED).param("rule", ruleId).query(Boolean.class).single();
        boolean closed = unused && jdbc.sql(CLOSE).param("rule", ruleId).update() == 1;
        if (closed) {
            events.publishEvent(new AgendaChanged(siteId));
        }
        return closed;
    }

    private boolean isReceiving(UUID practitionerId, Instant start, Instant end) {
        return jdbc.sql(IS_RECEIVING)
                .param("practitioner", practitionerId)
                .param("start", Sql.utc(start))
                .param("end", Sql.utc(end))
                .query(Boolean.class)
                .single();
    }

    private static AvailabilityRule rule(Window window) {
        return new AvailabilityRule(
                UUID.randomUUID(),
                window.practitionerId(),
                window.siteId(),
                window.roomId(),
                window.service(),
                Kind.UNSCHEDULED,
                window.roomId() == null ? Mode.TELECONSULTATION : Mode.ON_SITE,
                new Recurrence(
                        window.day().getDayOfWeek(),
                        1,
                        window.day(),
                        window.day(),
                        window.starts(),
                        window.ends(),
                        Duration.ofMinutes(window.minutes())),
                Visibility.NOBODY,
                null,
                Set.of());
    }
}
