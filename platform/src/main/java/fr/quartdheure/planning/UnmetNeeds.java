package fr.quartdheure.planning;

import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Searches of the last twelve months that found nothing near enough, by commune: a need nobody else counts. */
@Repository
public class UnmetNeeds {

    /** Fewer are not shown: in a small commune a number could point at somebody. */
    public static final int LEAST_SHOWN = 11;

    private static final String BY_COMMUNE = """
            select commune_code, count(*) as searches from scheduling.published_unmet_search
            where day >= :from group by commune_code
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    UnmetNeeds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By commune code, districts counted in their own; communes without any are absent. */
    public Map<String, Integer> byCommune() {
        LocalDate from = Paris.dayOf(clock.instant()).minusYears(1);
        var byCommune = new HashMap<String, Integer>();
        jdbc.sql(BY_COMMUNE).param("from", from).query(row -> {
            byCommune.put(row.getString("commune_code"), row.getInt("searches"));
        });
        return byCommune;
    }
}
