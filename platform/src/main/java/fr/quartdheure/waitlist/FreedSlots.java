package fr.quartdheure.waitlist;

import fr.quartdheure.database.Sql;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of slots that have come free and that nobody has been asked about yet. */
@Repository
class FreedSlots {

    // One that comes free twice stands here twice: a single row for it would be waited for by acts that hold the
    // agenda,
    // while the sweep that holds the row waits for the agenda.
    private static final String ADD = """
            insert into waitlist.freed (slot_id, hold_id, freed_at) values (:slot, :hold::uuid, :now)
            """;
    // One hour after the other, whatever the number of nodes: two at once could both go to whoever is first in turn. It
    // comes back should the node die with it.
    private static final String LOCK = """
            select 1 from (select pg_advisory_xact_lock(8019)) as locked
            """;
    private static final String TAKE = """
            delete from waitlist.freed where id = (select id from waitlist.freed order by id limit 1)
            returning slot_id, hold_id
            """;

    private final JdbcClient jdbc;

    FreedSlots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param holdId what still keeps it, until the next one is asked */
    void add(UUID slotId, @Nullable UUID holdId, Instant now) {
        jdbc.sql(ADD)
                .param("slot", slotId)
                .param("hold", holdId)
                .param("now", Sql.utc(now))
                .update();
    }

    /** A slot, and what keeps it. */
    record Freed(UUID slotId, @Nullable UUID holdId) {}

    /** The one that has waited longest, for the transaction; empty when there is none. */
    Optional<Freed> take() {
        jdbc.sql(LOCK).query(Integer.class).single();
        return jdbc.sql(TAKE)
                .query((row, number) ->
                        new Freed(row.getObject("slot_id", UUID.class), row.getObject("hold_id", UUID.class)))
                .optional();
    }
}
