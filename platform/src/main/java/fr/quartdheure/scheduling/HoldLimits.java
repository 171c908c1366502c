package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.time.Paris;
import fr.quartdheure.web.WebSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much of the agenda people who have not said who they are may keep from others. */
@Component
class HoldLimits {

    static final int PER_VISITOR = 3;
    static final int PER_ADDRESS = 6;

    private static final String COUNT_LIVE = """
            select count(*) filter (where visitor = :visitor) as of_visitor, count(*) as of_address
            from scheduling.appointment
            where address = :address and status in ('held', 'awaiting-code') and expires_at > :now
            """;
    private static final String COUNT_DAY = """
            select
              (select count(*) from scheduling.slot
                where practitioner_id = :practitioner and start_at >= :from and start_at < :to and free) as free,
              (select count(*) from scheduling.appointment
                where status in ('held', 'awaiting-code') and anonymous and practitioner_id = :practitioner
                  and start_at >= :from and start_at < :to) as held
            """;
    private static final String LOCK_ADDRESS = """
            select pg_advisory_xact_lock(hashtextextended(:address, 7))
            """;

    private final JdbcClient jdbc;
    private final boolean lifted;

    HoldLimits(JdbcClient jdbc, WebSettings settings) {
        this.jdbc = jdbc;
        this.lifted = settings.benchUnlimited();
    }

    /** Not while the bench measures. */
    boolean apply() {
        return !lifted;
    }

    /** Called with the slot's resources locked; waits for other holds from the same address. */
    Optional<Holding> refusal(Slot slot, Visitor visitor, Instant now) {
        jdbc.sql(LOCK_ADDRESS)
                .param("address", visitor.address())
                .query((row, number) -> number)
                .list();
        var tooMany = tooMany(visitor, now);
        if (tooMany.isPresent() || visitor.contactProved() || thirdIsLeft(slot)) {
            return tooMany;
        }
        return Optional.of(new Holding.ProofNeeded(slot.id()));
    }

    private Optional<Holding> tooMany(Visitor visitor, Instant now) {
        return jdbc.sql(COUNT_LIVE)
                .param("visitor", visitor.key())
                .param("address", visitor.address())
                .param("now", Sql.utc(now))
                .query((row, number) -> {
                    if (row.getInt("of_visitor") >= PER_VISITOR) {
                        return Optional.<Holding>of(new Holding.TooMany(PER_VISITOR));
                    }
                    return row.getInt("of_address") >= PER_ADDRESS
                            ? Optional.<Holding>of(new Holding.TooMany(PER_ADDRESS))
                            : Optional.<Holding>empty();
                })
                .single();
    }

    /** A day with one or two places left may still be held once: a third of it would be nothing. */
    private boolean thirdIsLeft(Slot slot) {
        LocalDate day = Paris.dayOf(slot.start());
        return jdbc.sql(COUNT_DAY)
                .param("practitioner", slot.practitionerId())
                .param("from", Sql.utc(Paris.startOf(day)))
                .param("to", Sql.utc(Paris.startOf(day.plusDays(1))))
                .query((row, number) -> {
                    int held = row.getInt("held");
                    return held + 1 <= Math.max(1, (row.getInt("free") + held) / 3);
                })
                .single();
    }
}
