package fr.quartdheure.desk.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the login page shows.
 *
 * @param login what was typed before
 * @param refusalKey the sentence that says why it is shown again, or null at first
 * @param seconds how long to wait, when that is the reason
 * @param demoAccounts accounts to try; empty outside a demonstration
 */
public record LoginForm(
        String login, @Nullable String refusalKey, long seconds, List<DemoAccount> demoAccounts, String demoPassword) {

    /** One of the accounts of a demonstration. */
    public record DemoAccount(String login, String name, List<String> roleKeys) {}
}
