package fr.quartdheure.patient;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that say whose they are, and nothing else changes with their owner: one kind of {@link PersonalLinks}.
 *
 * @param kind as its links are kept
 * @param move takes :kept and :gone, answers the columns of {@link MovedLink#MAPPER}
 * @param giveBack takes :ids as {@link MovedLink#ids}, :kept and :gone
 */
public record OwnedRows(String kind, String move, String giveBack) {

    public List<MovedLink> move(JdbcClient jdbc, UUID kept, UUID gone) {
        return jdbc.sql(move)
                .param("kept", kept)
                .param("gone", gone)
                .query(MovedLink.MAPPER)
                .list();
    }

    /** @param moved of any kind; those of others are left alone */
    public void giveBack(JdbcClient jdbc, UUID kept, UUID gone, List<MovedLink> moved) {
        jdbc.sql(giveBack)
                .param("ids", MovedLink.ids(MovedLink.of(kind, moved)))
                .param("kept", kept)
                .param("gone", gone)
                .update();
    }
}
