package fr.quartdheure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountCommandModuleTest {

    private static final PGSimpleDataSource DATABASE = TestDatabase.fresh();
    private static final String URL = DATABASE.getUrl() + (DATABASE.getUrl().contains("?") ? "&" : "?") + "user="
            + DATABASE.getUser() + "&password="
            + URLEncoder.encode(String.valueOf(DATABASE.getPassword()), StandardCharsets.UTF_8);

    private final InputStream standardInput = System.in;
    private final StringWriter said = new StringWriter();

    @AfterEach
    void giveBack() {
        System.setIn(standardInput);
    }

    @Test
    void theFirstAdministratorIsCreatedOnce() {
        assertThat(create("tramontane et tramway", "--role", "administrator")).isZero();
        assertThat(said.toString()).startsWith("account: ");
        var jdbc = JdbcClient.create(DATABASE);
        assertThat(jdbc.sql("""
                        select a.login || ' ' || g.role || ' ' || left(a.password_hash, 9)
                        from account.account a join account.role_grant g on g.account_id = a.id
                        """).query(String.class).single()).isEqualTo("direction administrator $argon2id");
        assertThat(jdbc.sql("select act || ' ' || role from audit.trace")
                        .query(String.class)
                        .single())
                .isEqualTo("create system");
        assertThat(create("tramontane et tramway", "--role", "administrator")).isEqualTo(2);
        assertThat(said.toString()).contains("belongs to another account");
    }

    @Test
    void weakPasswordsAndRolesWithoutAPlaceAreRefused() {
        assertThat(create("court", "--role", "administrator")).isEqualTo(2);
        assertThat(create("motdepasse123456", "--role", "administrator")).isEqualTo(2);
        assertThat(create("tramontane et tramway", "--role", "secretary")).isEqualTo(2);
        assertThat(said.toString())
                .contains("too short")
                .contains("tried first")
                .contains("--organization or --site");
    }

    private int create(String password, String... more) {
        System.setIn(new ByteArrayInputStream((password + "\n").getBytes(StandardCharsets.UTF_8)));
        var arguments = new java.util.ArrayList<>(java.util.List.of(
                "account",
                "create",
                "--login",
                "Direction",
                "--name",
                "Anne Sabat",
                "--database",
                URL,
                "--password-stdin"));
        arguments.addAll(java.util.List.of(more));
        return Quartdheure.commandLine().setOut(new PrintWriter(said, true)).execute(arguments.toArray(String[]::new));
    }
}
