package fr.quartdheure.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.support.SettableClock;
import fr.quartdheure.support.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class FactorsModuleTest {

    private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.fresh());

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T09:00:10Z"));
    private final UUID account = UUID.randomUUID();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    private Factors factors = factors(Path.of("."));

    @BeforeEach
    void open() {
        factors = factors(data);
    }

    @Test
    void aCodeOpensOnceAndLaterOnesToo() {
        String secret = setUp();
        clock.advance(Duration.ofSeconds(30));
        String code = Totp.code(secret, clock.instant());
        assertThat(factors.prove(account, code.substring(0, 3) + " " + code.substring(3)))
                .isTrue();
        assertThat(factors.prove(account, code)).isFalse();
        clock.advance(Duration.ofSeconds(30));
        assertThat(factors.prove(account, code)).isFalse();
        assertThat(factors.prove(account, Totp.code(secret, clock.instant()))).isTrue();
    }

    @Test
    void theCodeThatSetItUpOpensNothing() {
        String secret = setUp();
        assertThat(factors.prove(account, Totp.code(secret, clock.instant()))).isFalse();
    }

    @Test
    void aCodeBeforeTheLastOneIsRefused() {
        String secret = setUp();
        clock.advance(Duration.ofSeconds(60));
        assertThat(factors.prove(account, Totp.code(secret, clock.instant().plusSeconds(30))))
                .isTrue();
        assertThat(factors.prove(account, Totp.code(secret, clock.instant()))).isFalse();
    }

    @Test
    void aWrongFirstCodeKeepsNothing() {
        var proposal = factors.propose(account);
        assertThat(factors.setUp(account, proposal.sealed(), "000000x")).isEmpty();
        assertThat(factors.isSet(account)).isFalse();
        assertThat(factors.proposeAgain(account, proposal.sealed()).secret()).isEqualTo(proposal.secret());
        assertThat(factors.proposeAgain(account, "tampered").secret()).isNotEqualTo(proposal.secret());
    }

    @Test
    void aSecretSealedForSomebodyElseIsWorthNothing() {
        var others = factors.propose(UUID.randomUUID());
        assertThat(factors.setUp(account, others.sealed(), Totp.code(others.secret(), clock.instant())))
                .isEmpty();
    }

    @Test
    void tenRecoveryCodesOpenOnceEach() {
        List<String> codes = codes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("([a-z2-7]{4}-?){4}"));
        assertThat(factors.prove(account, codes.get(3).toUpperCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(factors.prove(account, codes.get(3))).isFalse();
        assertThat(factors.prove(UUID.randomUUID(), codes.get(4))).isFalse();
        assertThat(factors.recoveryCodesLeft(account)).isEqualTo(9);
        List<String> renewed = factors.renewRecoveryCodes(account);
        assertThat(factors.prove(account, codes.get(4))).isFalse();
        assertThat(factors.prove(account, renewed.get(4).replace("-", ""))).isTrue();
    }

    @Test
    void neitherSecretNorRecoveryCodeStandsInTheDatabase() {
        String secret = setUp();
        byte[] kept = JDBC.sql("select secret from factor.authenticator where account_id = :account")
                .param("account", account)
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(secret)
                .doesNotContain(new String(Base32.bytes(secret), StandardCharsets.ISO_8859_1));
    }

    @Test
    void theKeyIsItsOwnersAlone() throws IOException {
        setUp();
        Path key = data.resolve("account/factor.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        try (var files = Files.list(key.getParent())) {
            assertThat(files).containsExactly(key);
        }
    }

    @Test
    void withAnotherKeyNoCodeIsAccepted() {
        String secret = setUp();
        clock.advance(Duration.ofSeconds(30));
        String code = Totp.code(secret, clock.instant());
        assertThat(factors(data.resolve("elsewhere")).prove(account, code)).isFalse();
        assertThat(factors.prove(account, code)).isTrue();
    }

    @Test
    void afterAResetNothingIsLeft() {
        List<String> codes = codes();
        factors.reset(account, "lost phone");
        assertThat(factors.isSet(account)).isFalse();
        assertThat(factors.prove(account, codes.getFirst())).isFalse();
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> factors.setUp(account, "MZXW6YTBOI"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("26 letters");
    }

    private List<String> codes() {
        var proposal = factors.propose(account);
        return factors.setUp(account, proposal.sealed(), Totp.code(proposal.secret(), clock.instant()))
                .orElseThrow();
    }

    private String setUp() {
        var proposal = factors.propose(account);
        assertThat(factors.setUp(account, proposal.sealed(), Totp.code(proposal.secret(), clock.instant())))
                .isPresent();
        return proposal.secret();
    }

    private Factors factors(Path folder) {
        var key = new SecretKey(new FactorSettings(folder));
        return new Factors(new Authenticators(JDBC, key, clock), new RecoveryCodes(JDBC, clock), event -> {});
    }
}
