package fr.quartdheure.notice;

import fr.quartdheure.database.Sql;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds patients of their appointments the day before, once for each hour at which one stands. Whoever booked it
 * within the last day knows it still.
 */
@Component
class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private static final String FIRST_TIME = """
            insert into notice.reminded (appointment_id, start_at) values (:appointment, :start)
            on conflict do nothing
            """;
    private static final String FORGET = """
            delete from notice.reminded where start_at < :before
            """;

    private static final Duration BEFORE = Duration.ofHours(24);
    private static final Duration AT_LEAST = Duration.ofHours(3);
    private static final Duration FRESH = Duration.ofHours(26);
    private static final LocalTime FIRST = LocalTime.of(8, 0);
    private static final LocalTime LAST = LocalTime.of(20, 0);

    private final JdbcClient jdbc;
    private final Appointments appointments;
    private final Sites sites;
    private final PatientLetters letters;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminders(
            JdbcClient jdbc,
            Appointments appointments,
            Sites sites,
            PatientLetters letters,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.appointments = appointments;
        this.sites = sites;
        this.letters = letters;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void remind() {
        Instant now = clock.instant();
        LocalTime hour = now.atZone(Paris.ZONE).toLocalTime();
        if (!hour.isBefore(FIRST) && hour.isBefore(LAST)) {
            remindAll(now);
        }
    }

    void remindAll(Instant now) {
        List<UUID> all = sites.list().stream().map(Site::id).toList();
        appointments
                .listToRemind(all, now.plus(AT_LEAST), now.plus(BEFORE), FRESH)
                .forEach(this::tryToRemind);
        jdbc.sql(FORGET).param("before", Sql.utc(now.minus(BEFORE))).update();
    }

    /** One that cannot be written must not keep the others from theirs. */
    private void tryToRemind(Appointment appointment) {
        try {
            remind(appointment);
        } catch (RuntimeException e) {
            LOG.warn("no reminder for appointment {}: {}", appointment.id(), e.toString());
        }
    }

    private void remind(Appointment appointment) {
        transaction.executeWithoutResult(status -> {
            if (isFirstTime(appointment)) {
                letters.about(PatientLetters.REMINDER, appointment).ifPresent(letter -> outbox.put(letter.draft()));
            }
        });
    }

    private boolean isFirstTime(Appointment appointment) {
        return jdbc.sql(FIRST_TIME)
                        .param("appointment", appointment.id())
                        .param("start", Sql.utc(appointment.start()))
                        .update()
                == 1;
    }
}
