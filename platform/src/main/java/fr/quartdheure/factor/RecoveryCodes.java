package fr.quartdheure.factor;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The shelf of recovery codes: ten of 80 random bits for an account, told once, each good for one time. */
@Component
class RecoveryCodes {

    private static final int COUNT = 10;
    private static final int BYTES = 10;
    private static final String REMOVE = """
            delete from factor.recovery_code where account_id = :account
            """;
    private static final String ADD = """
            insert into factor.recovery_code (account_id, hash) values (:account, :hash)
            """;
    private static final String USE = """
            update factor.recovery_code set used_at = :now
            where account_id = :account and hash = :hash and used_at is null
            """;
    private static final String COUNT_LEFT = """
            select count(*) from factor.recovery_code where account_id = :account and used_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** New ones; those told before are worth nothing any more. */
    List<String> renew(UUID account) {
        remove(account);
        List<String> codes = Stream.generate(
                        () -> Base32.text(Codes.draw(BYTES)).toLowerCase(Locale.ROOT))
                .limit(COUNT)
                .toList();
        codes.forEach(code -> jdbc.sql(ADD)
                .param("account", account)
                .param("hash", Codes.hash(account, code))
                .update());
        return codes.stream().map(code -> code.replaceAll("(.{4})(?=.)", "$1-")).toList();
    }

    boolean use(UUID account, String typed) {
        String code = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return jdbc.sql(USE)
                        .param("account", account)
                        .param("hash", Codes.hash(account, code))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    int left(UUID account) {
        return jdbc.sql(COUNT_LEFT)
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    void remove(UUID account) {
        jdbc.sql(REMOVE).param("account", account).update();
    }
}
