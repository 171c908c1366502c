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
                        where a.login = 'direction'
                        """).query(String.class).single()).isEqualTo("direction administrator $argon2id");
        assertThat(jdbc.sql("""
                        select t.act || ' ' || t.role from audit.trace t
                        where t.subject_ids[1] = (select id from account.account where login = 'direction')
                        """).query(String.class).single()).isEqualTo("create system");
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

    @Test
    void aProgramsAccountIsGivenItsSecretAndLosesItAgain() {
        assertThat(create("tramontane et tramway\nGEZDG", "--role", "administrator", "--totp-secret-stdin"))
                .isEqualTo(2);
        assertThat(said.toString()).contains("26 letters");
        assertThat(create(
                        "tramontane et tramway\nGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
                        "--role",
                        "administrator",
                        "--login",
                        "programme",
                        "--totp-secret-stdin"))
                .isZero();
        var jdbc = JdbcClient.create(DATABASE);
        String count = """
                select count(*) from factor.authenticator f join account.account a on a.id = f.account_id
                where a.login = 'programme'
                """;
        assertThat(jdbc.sql(count).query(Integer.class).single()).isEqualTo(1);
        assertThat(run("account", "reset-factor", "Programme", "--reason", "téléphone volé", "--database", URL))
                .isZero();
        assertThat(jdbc.sql(count).query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select reason from audit.trace where act = 'reset-factor'")
                        .query(String.class)
                        .single())
                .isEqualTo("téléphone volé");
        assertThat(run("account", "reset-factor", "nobody", "--database", URL)).isEqualTo(2);
    }

    private int create(String password, String... more) {
        System.setIn(new ByteArrayInputStream((password + "\n").getBytes(StandardCharsets.UTF_8)));
        var arguments = new java.util.ArrayList<>(java.util.List.of(
                "account",
                "create",
                "--data",
                "target/test-data",
                "--name",
                "Anne Sabat",
                "--database",
                URL,
                "--password-stdin"));
        arguments.addAll(java.util.List.of(more));
        if (!arguments.contains("--login")) {
            arguments.addAll(java.util.List.of("--login", "Direction"));
        }
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Quartdheure.commandLine().setOut(new PrintWriter(said, true)).execute(arguments);
    }
}
