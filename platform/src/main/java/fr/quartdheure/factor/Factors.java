package fr.quartdheure.factor;

import fr.quartdheure.audit.Trace;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second factors of accounts: set up, proved, taken away. Who may is asked by the caller. */
@Component
public class Factors {

    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final ApplicationEventPublisher events;

    Factors(Authenticators authenticators, RecoveryCodes recoveryCodes, ApplicationEventPublisher events) {
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.events = events;
    }

    /** Whether she has one; without, she sets one up at her next sign-in. */
    public boolean isSet(UUID account) {
        return authenticators.exists(account);
    }

    /** A secret for her authenticator app; kept nowhere until {@link #setUp} proves that the app has it. */
    public Proposal propose(UUID account) {
        return authenticators.propose(account);
    }

    /** The same one after a wrong code, or a new one where the form was tampered with. */
    public Proposal proposeAgain(UUID account, String sealed) {
        return authenticators.again(account, sealed).orElseGet(() -> authenticators.propose(account));
    }

    /**
     * Keeps the app of a proposal in place of the one before.
     *
     * @param sealed of the proposal
     * @param code what the app shows
     * @return her recovery codes, told this once; empty when the code is wrong
     */
    @Transactional
    public Optional<List<String>> setUp(UUID account, String sealed, String code) {
        if (!authenticators.set(account, sealed, digits(code))) {
            return Optional.empty();
        }
        trace("set-authenticator", account);
        return Optional.of(recoveryCodes.renew(account));
    }

    /**
     * Gives an account a secret that is known already, for programs that sign in.
     *
     * @param secret in Base32, 16 bytes or more
     * @throws IllegalArgumentException when it is not, and why
     */
    @Transactional
    public void setUp(UUID account, String secret) {
        Totp.check(secret);
        authenticators.set(account, secret);
        trace("set-authenticator", account);
    }

    /**
     * Whether what she typed proves that it is her: a code of her app or a recovery code, neither of which proves it
     * again. Slow guessing down before asking.
     */
    @Transactional
    public boolean prove(UUID account, String typed) {
        String digits = digits(typed);
        if (digits.matches("[0-9]{" + Totp.DIGITS + "}")) {
            return authenticators.accept(account, digits);
        }
        boolean used = recoveryCodes.use(account, typed);
        if (used) {
            trace("use-recovery-code", account);
        }
        return used;
    }

    public int recoveryCodesLeft(UUID account) {
        return recoveryCodes.left(account);
    }

    @Transactional
    public List<String> renewRecoveryCodes(UUID account) {
        trace("renew-recovery-codes", account);
        return recoveryCodes.renew(account);
    }

    /** Takes everything away. */
    @Transactional
    public void reset(UUID account, String reason) {
        authenticators.remove(account);
        recoveryCodes.remove(account);
        events.publishEvent(Trace.of("reset-factor", "account", account).because(reason));
    }

    private static String digits(String typed) {
        return typed.replaceAll("[\\s\u00a0\u202f]", "");
    }

    private void trace(String act, UUID account) {
        events.publishEvent(Trace.of(act, "account", account));
    }
}
