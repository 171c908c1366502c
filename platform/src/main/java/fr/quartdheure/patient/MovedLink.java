package fr.quartdheure.patient;

import fr.quartdheure.database.Sql;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/**
 * One row that a merge moved.
 *
 * @param kind which row of the module, and what of it, such as "appointment"
 * @param was what its module needs to put it back
 */
public record MovedLink(String kind, UUID id, String was) {

    /** From columns kind, row_id and was. */
    public static final RowMapper<MovedLink> MAPPER = (row, number) ->
            new MovedLink(row.getString("kind"), row.getObject("row_id", UUID.class), row.getString("was"));

    public static List<MovedLink> of(String kind, Collection<MovedLink> moved) {
        return moved.stream().filter(link -> link.kind().equals(kind)).toList();
    }

    /** As {@link Sql#uuids}. */
    public static String[] ids(Collection<MovedLink> links) {
        return Sql.uuids(links.stream().map(MovedLink::id).toList());
    }
}
