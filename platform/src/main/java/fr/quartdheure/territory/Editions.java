package fr.quartdheure.territory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells whether what was computed from the territory is still true. Thread-safe. */
@Repository
public class Editions {

    private static final String CURRENT = """
            select (select edition from territory.edition)
                 + (select edition from geo.published_edition)
                 + (select edition from directory.published_edition)
            """;

    private final JdbcClient jdbc;

    Editions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A number that grows with every committed change of communes, places, minutes, sites, their services, hours and
     * professionals, borders, accessibility, supply, zones and establishments. Read it before what is computed: a
     * change in between then only makes it be computed again.
     */
    public long current() {
        return jdbc.sql(CURRENT).query(Long.class).single();
    }
}
