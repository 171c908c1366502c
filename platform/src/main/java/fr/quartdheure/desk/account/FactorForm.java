package fr.quartdheure.desk.account;

import org.jspecify.annotations.Nullable;

/**
 * What the page that asks for a code shows.
 *
 * @param login whose code it is
 * @param refusalKey the sentence that says why it is asked again, or null at first
 * @param seconds how long to wait, when that is the reason
 */
public record FactorForm(String login, @Nullable String refusalKey, long seconds) {}
