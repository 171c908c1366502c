package fr.quartdheure.sas;

import fr.quartdheure.account.Account;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.account.Role;
import org.springframework.stereotype.Component;

/**
 * Lets a regulator in here for as long as the national platform says that she is one. The operator opened her account,
 * with her address as its login.
 */
@Component
class RegulatorAccess {

    private final Accounts accounts;

    RegulatorAccess(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Whoever is something else here too stays that. */
    void follow(String email, boolean mayBook) {
        accounts.find(email)
                .filter(RegulatorAccess::isRegulatorOnly)
                .filter(account -> account.disabled() == mayBook)
                .ifPresent(account -> accounts.setDisabled(account.id(), !mayBook));
    }

    private static boolean isRegulatorOnly(Account account) {
        return !account.grants().isEmpty()
                && account.grants().stream().allMatch(grant -> grant.role() == Role.REGULATOR);
    }
}
