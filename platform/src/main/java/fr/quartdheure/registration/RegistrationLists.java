package fr.quartdheure.registration;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of lists, one per site that keeps one. */
@Repository
public class RegistrationLists {

    private static final String FIND = """
            select * from registration.list where site_id = :site
            """;
    private static final String LIST = """
            select * from registration.list where site_id = any (:sites::text[]::uuid[])
            """;
    private static final String LIST_ALL = """
            select * from registration.list order by site_id
            """;
    private static final String LOCK = """
            select * from registration.list where site_id = :site for update
            """;
    private static final String PUT = """
            insert into registration.list
              (site_id, open, within_minutes, priorities, most, answer_days, confirm_months)
            values (:site, :open, :within, :priorities::text[], :most, :days, :months)
            on conflict (site_id) do update set open = excluded.open, within_minutes = excluded.within_minutes,
              priorities = excluded.priorities, most = excluded.most, answer_days = excluded.answer_days,
              confirm_months = excluded.confirm_months
            """;

    private final JdbcClient jdbc;

    RegistrationLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<RegistrationList> find(UUID siteId) {
        return jdbc.sql(FIND)
                .param("site", siteId)
                .query(RegistrationLists::map)
                .optional();
    }

    /** Those of these sites that keep one. */
    public Map<UUID, RegistrationList> listBySite(Collection<UUID> siteIds) {
        return jdbc.sql(LIST).param("sites", Sql.uuids(siteIds)).query(RegistrationLists::map).list().stream()
                .collect(Collectors.toMap(RegistrationList::siteId, list -> list));
    }

    public List<RegistrationList> list() {
        return jdbc.sql(LIST_ALL).query(RegistrationLists::map).list();
    }

    /** Until the end of the transaction nobody else opens places or changes its rules. */
    Optional<RegistrationList> lock(UUID siteId) {
        return jdbc.sql(LOCK)
                .param("site", siteId)
                .query(RegistrationLists::map)
                .optional();
    }

    void put(RegistrationList list) {
        jdbc.sql(PUT)
                .param("site", list.siteId())
                .param("open", list.open())
                .param("within", list.withinMinutes())
                .param("priorities", Priority.codes(list.priorities()))
                .param("most", list.most())
                .param("days", list.answerDays())
                .param("months", list.confirmMonths())
                .update();
    }

    private static RegistrationList map(ResultSet row, int number) throws SQLException {
        return new RegistrationList(
                row.getObject("site_id", UUID.class),
                row.getBoolean("open"),
                row.getInt("within_minutes"),
                Priority.of(List.of((String[]) row.getArray("priorities").getArray())),
                row.getObject("most", Integer.class),
                row.getInt("answer_days"),
                row.getInt("confirm_months"));
    }
}
