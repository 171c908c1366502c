package fr.quartdheure.upkeep;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.database.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shelf of rooms that are out of order. */
@Repository
public class OutOfOrders {

    private static final String ADD = """
            insert into upkeep.out_of_order (id, site_id, room_id, first_day, last_day, reason, said_by, said_at)
            values (:id, :site, :room, :first, :last, :reason, :by, :at)
            """;
    private static final String END = """
            update upkeep.out_of_order set ended_at = :at where id = :id and site_id = :site and ended_at is null
            """;
    private static final String LIST = """
            select * from upkeep.out_of_order where site_id = :site and last_day >= :from and ended_at is null
            order by first_day, id
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    OutOfOrders(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Transactional
    public void add(OutOfOrder one, Instant now) {
        jdbc.sql(ADD)
                .param("id", one.id())
                .param("site", one.siteId())
                .param("room", one.roomId())
                .param("first", one.firstDay())
                .param("last", one.lastDay())
                .param("reason", one.reason())
                .param("by", one.by())
                .param("at", Sql.utc(now))
                .update();
        events.publishEvent(Trace.of("out-of-order", "room", one.roomId()));
    }

    /** False when it had ended. */
    @Transactional
    public boolean end(UUID siteId, UUID id, Instant now) {
        boolean ended = jdbc.sql(END)
                        .param("site", siteId)
                        .param("id", id)
                        .param("at", Sql.utc(now))
                        .update()
                == 1;
        if (ended) {
            events.publishEvent(Trace.of("in-order", "upkeep", id));
        }
        return ended;
    }

    /** Those of a site that are not over on a day. */
    public List<OutOfOrder> list(UUID siteId, LocalDate from) {
        return jdbc.sql(LIST)
                .param("site", siteId)
                .param("from", from)
                .query((row, number) -> new OutOfOrder(
                        row.getObject("id", UUID.class),
                        row.getObject("site_id", UUID.class),
                        row.getObject("room_id", UUID.class),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("reason"),
                        row.getString("said_by")))
                .list();
    }
}
