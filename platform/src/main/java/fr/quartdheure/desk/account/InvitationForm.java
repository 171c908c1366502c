package fr.quartdheure.desk.account;

import org.jspecify.annotations.Nullable;

/**
 * What the page shows on which somebody opens her account.
 *
 * @param refusalKey why the password was refused, or null at first
 */
public record InvitationForm(
        String key, String login, String name, @Nullable String refusalKey) {}
