package fr.quartdheure.audit;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The last link of the chain at one moment.
 *
 * @param hash hexadecimal
 */
public record ChainEnd(long position, String hash) {

    private static final String READ = """
            select position, encode(hash, 'hex') as hash from audit.link order by position desc limit 1
            """;

    /** @param jdbc on the connection whose snapshot counts */
    public static Optional<ChainEnd> read(JdbcClient jdbc) {
        return jdbc.sql(READ)
                .query((row, number) -> new ChainEnd(row.getLong("position"), row.getString("hash")))
                .optional();
    }
}
