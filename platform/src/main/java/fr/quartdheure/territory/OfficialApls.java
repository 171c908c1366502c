package fr.quartdheure.territory;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accessibility published by the State, by commune and year. Thread-safe. */
@Repository
public class OfficialApls {

    private static final String COLUMNS = "commune_code, year, all_doctors, under_65, standardised, population, source";

    private static final String LIST = """
            select %s from territory.official_apl order by commune_code, year
            """.formatted(COLUMNS);
    private static final String OF_YEAR = """
            select %s from territory.official_apl where year = :year order by commune_code
            """.formatted(COLUMNS);
    private static final String YEARS = """
            select distinct year from territory.official_apl order by year desc
            """;
    private static final String LINEAGE = """
            select source, max(imported_at) as imported_at, count(*) as figures, false as estimated
            from territory.official_apl where year = :year group by source order by count(*) desc, source
            """;
    private static final String SAVE = """
            insert into territory.official_apl
              (commune_code, year, all_doctors, under_65, standardised, population, source, imported_at)
            select n.code, n.year, n.all_doctors, n.under_65, n.standardised, n.population, n.source, :now::timestamptz
            from unnest(:codes::text[], :years::int[], :allDoctors::float8[], :under65::float8[],
                   :standardised::float8[], :populations::float8[], :sources::text[])
              as n (code, year, all_doctors, under_65, standardised, population, source)
            on conflict (commune_code, year) do update set
              all_doctors = excluded.all_doctors, under_65 = excluded.under_65, standardised = excluded.standardised,
              population = excluded.population, source = excluded.source, imported_at = excluded.imported_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OfficialApls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All years, by commune and year. */
    public List<OfficialApl> list() {
        return jdbc.sql(LIST).query(OfficialApls::apl).list();
    }

    /** One year, by commune. */
    public List<OfficialApl> ofYear(int year) {
        return jdbc.sql(OF_YEAR).param("year", year).query(OfficialApls::apl).list();
    }

    /** The years that were imported, the latest first. */
    public List<Integer> years() {
        return jdbc.sql(YEARS).query(Integer.class).list();
    }

    /** Where the figures of a year come from, the most telling source first. */
    public List<Lineage> lineage(int year) {
        return jdbc.sql(LINEAGE).param("year", year).query(Lineages::lineage).list();
    }

    Optional<Integer> latestYear() {
        return years().stream().findFirst();
    }

    void saveAll(Collection<OfficialApl> apls) {
        var batch = new ArrayList<>(apls);
        jdbc.sql(SAVE)
                .param("codes", texts(batch, OfficialApl::communeCode))
                .param("years", batch.stream().mapToInt(OfficialApl::year).toArray())
                .param(
                        "allDoctors",
                        batch.stream().mapToDouble(OfficialApl::allDoctors).toArray())
                .param("under65", numbers(batch, OfficialApl::under65))
                .param("standardised", numbers(batch, OfficialApl::standardised))
                .param("populations", numbers(batch, OfficialApl::population))
                .param("sources", texts(batch, OfficialApl::source))
                .param("now", Sql.utc(clock.instant()))
                .update();
    }

    private static String[] texts(List<OfficialApl> batch, Function<OfficialApl, String> value) {
        return batch.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable Double[] numbers(List<OfficialApl> batch, Function<OfficialApl, @Nullable Double> value) {
        var numbers = new @Nullable Double[batch.size()];
        for (int n = 0; n < numbers.length; n++) {
            numbers[n] = value.apply(batch.get(n));
        }
        return numbers;
    }

    private static OfficialApl apl(ResultSet row, int number) throws SQLException {
        return new OfficialApl(
                row.getString("commune_code"),
                row.getInt("year"),
                row.getDouble("all_doctors"),
                row.getObject("under_65", Double.class),
                row.getObject("standardised", Double.class),
                row.getObject("population", Double.class),
                row.getString("source"));
    }
}
