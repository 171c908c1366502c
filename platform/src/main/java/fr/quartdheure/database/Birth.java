package fr.quartdheure.database;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers the mode a database was born in and refuses to serve it in the other. */
public final class Birth {

    private static final String BE_BORN = """
            insert into database.birth (mode) values (:mode) on conflict do nothing
            """;
    private static final String MODE = """
            select mode from database.birth
            """;

    private final Mode mode;

    /** @throws DataFolderRefused when the database was born in the other mode */
    Birth(JdbcClient jdbc, Mode asked) {
        jdbc.sql(BE_BORN).param("mode", asked.name().toLowerCase(Locale.ROOT)).update();
        mode = Mode.valueOf(jdbc.sql(MODE).query(String.class).single().toUpperCase(Locale.ROOT));
        if (mode != asked) {
            throw new DataFolderRefused(
                    mode == Mode.DEMO
                            ? "This database holds a demonstration: start it with --demo, or take another with --data."
                            : "This database holds real data: start it without --demo, or take another with --data.");
        }
    }

    /**
     * The mode of a database, for a command beside the platform; a new database is born in the mode asked for.
     *
     * @throws DataFolderRefused when the database was born in the other mode
     */
    public static Birth of(JdbcClient jdbc, Mode asked) {
        return new Birth(jdbc, asked);
    }

    public boolean isDemo() {
        return mode == Mode.DEMO;
    }
}
