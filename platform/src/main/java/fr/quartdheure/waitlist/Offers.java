package fr.quartdheure.waitlist;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of offers. */
@Repository
public class Offers {

    private static final String ADD = """
            insert into waitlist.offer (id, wish_id, slot_id, hold_id, state, offered_at, expires_at)
            values (:id, :wish, :slot, :hold, 'open', :now, :expiresAt)
            """;
    private static final String FIND = """
            select * from waitlist.offer where id = :id
            """;
    private static final String FIND_OPEN = """
            select * from waitlist.offer where wish_id = :wish and state = 'open'
            """;
    // Only one answer, lapse or withdrawal comes through.
    private static final String END = """
            update waitlist.offer set state = :state where id = :id and state = 'open'
            """;
    private static final String LIST_LAPSED = """
            select * from waitlist.offer where state = 'open' and expires_at <= :now
            order by expires_at limit 100 for update skip locked
            """;

    private final JdbcClient jdbc;

    Offers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Offer offer, Instant now) {
        jdbc.sql(ADD)
                .param("id", offer.id())
                .param("wish", offer.wishId())
                .param("slot", offer.slotId())
                .param("hold", offer.holdId())
                .param("now", Sql.utc(now))
                .param("expiresAt", Sql.utc(offer.expiresAt()))
                .update();
    }

    public Optional<Offer> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Offers::map).optional();
    }

    /** The hour that somebody is asked about now. */
    public Optional<Offer> findOpen(UUID wishId) {
        return jdbc.sql(FIND_OPEN).param("wish", wishId).query(Offers::map).optional();
    }

    /** False when it had ended already. */
    boolean end(UUID id, String state) {
        return jdbc.sql(END).param("id", id).param("state", state).update() == 1;
    }

    List<Offer> listLapsed(Instant now) {
        return jdbc.sql(LIST_LAPSED)
                .param("now", Sql.utc(now))
                .query(Offers::map)
                .list();
    }

    private static Offer map(ResultSet row, int number) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                row.getObject("wish_id", UUID.class),
                row.getObject("slot_id", UUID.class),
                row.getObject("hold_id", UUID.class),
                row.getString("state").equals("open"),
                Sql.instant(row, "expires_at"));
    }
}
