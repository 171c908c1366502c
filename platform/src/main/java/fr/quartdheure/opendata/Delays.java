package fr.quartdheure.opendata;

import fr.quartdheure.database.Sql;
import fr.quartdheure.time.Paris;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How long one waits for the next and the third next free slot that anybody may book on line, by site and service. The
 * third says what the wait is like: the first may be an hour that somebody has just cancelled (Murray and Tantau 2000,
 * "Same-day appointments", Family Practice Management 7(8)).
 */
@Repository
class Delays {

    private static final String LIST = """
            select p.site_id, p.service_code, next.first_at, next.third_at
            from unnest(:sites::text[]::uuid[], :services::text[]) as p (site_id, service_code)
            cross join lateral (
              select min(start_at) as first_at, (array_agg(start_at order by start_at))[3] as third_at
              from (select o.start_at from scheduling.published_offer o
                where o.bookable and o.site_id = p.site_id and o.service_code = p.service_code
                  and o.start_at > :now and o.bookable_from <= :now
                order by o.start_at limit 3) as earliest) as next
            order by p.site_id, p.service_code
            """;

    private final JdbcClient jdbc;

    Delays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One place and kind of care.
     *
     * @param toFirst days of the calendar in Paris from today to the next free slot, 0 for today; null when there is
     *     none as far as agendas are made (60 days), and {@code toThird} likewise
     */
    record Delay(
            UUID siteId,
            String service,
            @Nullable Long toFirst,
            @Nullable Long toThird) {}

    List<Delay> list(Map<UUID, List<String>> services, Instant now) {
        var sites = new ArrayList<UUID>();
        var codes = new ArrayList<String>();
        services.forEach((site, given) -> given.forEach(code -> {
            sites.add(site);
            codes.add(code);
        }));
        return jdbc.sql(LIST)
                .param("sites", Sql.uuids(sites))
                .param("services", codes.toArray(String[]::new))
                .param("now", Sql.utc(now))
                .query((row, number) -> new Delay(
                        row.getObject("site_id", UUID.class),
                        row.getString("service_code"),
                        days(now, Sql.instantOrNull(row, "first_at")),
                        days(now, Sql.instantOrNull(row, "third_at"))))
                .list();
    }

    private static @Nullable Long days(Instant now, @Nullable Instant then) {
        return then == null ? null : ChronoUnit.DAYS.between(Paris.dayOf(now), Paris.dayOf(then));
    }
}
