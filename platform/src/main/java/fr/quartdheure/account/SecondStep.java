package fr.quartdheure.account;

import fr.quartdheure.database.Birth;
import fr.quartdheure.factor.Factors;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Decides what a right password is worth: half of a sign-in, but for the public accounts of a demonstration. */
@Component
class SecondStep {

    private final Factors factors;
    private final boolean oneStep;

    /**
     * @param oneStep whether accounts without a factor need none
     * @throws IllegalStateException when that is asked for on real data
     */
    SecondStep(Factors factors, Birth birth, @Value("${quartdheure.one-step-sign-in:false}") boolean oneStep) {
        if (oneStep && !birth.isDemo()) {
            throw new IllegalStateException("quartdheure.one-step-sign-in is for demonstrations, whose accounts are"
                    + " public: this database holds real data. Take the setting away.");
        }
        this.factors = factors;
        this.oneStep = oneStep;
    }

    Authentication after(SignedIn account, Instant now) {
        boolean hasFactor = factors.isSet(account.accountId());
        if (oneStep && !hasFactor) {
            return whole(account, now);
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                new HalfSignedIn(account, now, hasFactor), null, List.of());
    }

    static Authentication whole(SignedIn account, Instant now) {
        var principal = new StaffPrincipal(account, now);
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.authorities());
    }
}
