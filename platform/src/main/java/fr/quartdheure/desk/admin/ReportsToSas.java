package fr.quartdheure.desk.admin;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for the national SAS platform, as the administrator sees it. */
@Repository
public class ReportsToSas {

    private static final String COUNT = """
            select status, count(*) as n from sas.published_report group by status
            """;
    private static final String LAST_FAILURE = """
            select failure from sas.published_report where failure is not null order by id desc limit 1
            """;

    private final JdbcClient jdbc;

    ReportsToSas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when nothing was ever to be told. */
    Optional<State> state() {
        Map<String, Integer> counts =
                jdbc
                        .sql(COUNT)
                        .query((row, number) -> Map.entry(row.getString("status"), row.getInt("n")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(new State(
                        counts,
                        jdbc.sql(LAST_FAILURE).query(String.class).optional().orElse("")));
    }

    /**
     * @param counts by status: queued, sent, refused, failed, kept
     * @param failure what the last one in trouble was told; empty when there is none
     */
    public record State(Map<String, Integer> counts, String failure) {

        public int count(String status) {
            return counts.getOrDefault(status, 0);
        }
    }
}
