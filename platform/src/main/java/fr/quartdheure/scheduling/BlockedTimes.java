package fr.quartdheure.scheduling;

import fr.quartdheure.database.Sql;
import fr.quartdheure.scheduling.BlockedTime.Label;
import fr.quartdheure.time.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shelf of blocked times: the word beside what {@link Blocks} occupies. */
@Repository
public class BlockedTimes {

    private static final String ADD = """
            insert into scheduling.blocked_time (id, practitioner_id, site_id, start_at, end_at, label)
            values (:id, :practitioner, :site, :start, :end, :label)
            on conflict (id) do update set released_at = null
            """;
    private static final String FIND = """
            select * from scheduling.blocked_time where id = :id
            """;
    private static final String LIST_OF_SITES = """
            select * from scheduling.blocked_time
            where site_id = any (:sites::text[]::uuid[]) and released_at is null and start_at < :to and end_at > :from
            order by start_at, practitioner_id
            """;
    private static final String RELEASE = """
            update scheduling.blocked_time set released_at = :now where id = :id and released_at is null
            """;

    private final JdbcClient jdbc;
    private final Blocks blocks;
    private final Clock clock;

    BlockedTimes(JdbcClient jdbc, Blocks blocks, Clock clock) {
        this.jdbc = jdbc;
        this.blocks = blocks;
        this.clock = clock;
    }

    /** All of the time or nothing: appointments that stand there are told. */
    @Transactional
    public Blocking block(BlockedTime time) {
        Blocking outcome = blocks.block(time.id(), time.practitionerId(), time.period());
        if (outcome instanceof Blocking.Blocked) {
            jdbc.sql(ADD)
                    .param("id", time.id())
                    .param("practitioner", time.practitionerId())
                    .param("site", time.siteId())
                    .param("start", Sql.utc(time.period().start()))
                    .param("end", Sql.utc(time.period().end()))
                    .param("label", time.label().code())
                    .update();
        }
        return outcome;
    }

    /** False when it was released already. */
    @Transactional
    public boolean release(UUID id) {
        Optional<BlockedTime> time = find(id);
        boolean released = time.isPresent()
                && jdbc.sql(RELEASE)
                                .param("id", id)
                                .param("now", Sql.utc(clock.instant()))
                                .update()
                        == 1;
        if (released) {
            blocks.release(id, time.get().practitionerId());
        }
        return released;
    }

    public Optional<BlockedTime> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(BlockedTimes::map).optional();
    }

    /** What is blocked at these sites in a stretch of time. */
    public List<BlockedTime> listOfSites(Collection<UUID> sites, Instant from, Instant to) {
        return jdbc.sql(LIST_OF_SITES)
                .param("sites", Sql.uuids(sites))
                .param("from", Sql.utc(from))
                .param("to", Sql.utc(to))
                .query(BlockedTimes::map)
                .list();
    }

    private static BlockedTime map(ResultSet row, int number) throws SQLException {
        return new BlockedTime(
                row.getObject("id", UUID.class),
                row.getObject("practitioner_id", UUID.class),
                row.getObject("site_id", UUID.class),
                new Period(Sql.instant(row, "start_at"), Sql.instant(row, "end_at")),
                Label.of(row.getString("label")));
    }
}
