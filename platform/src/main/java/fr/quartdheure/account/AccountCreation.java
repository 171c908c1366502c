package fr.quartdheure.account;

import java.util.UUID;

/** What became of the wish to create an account. */
public sealed interface AccountCreation {

    record Created(UUID accountId) implements AccountCreation {}

    record LoginTaken(String login) implements AccountCreation {}

    /** The login is not 2 to 60 letters, digits, dots, hyphens, underscores or @. */
    record LoginMalformed(String login) implements AccountCreation {}

    record PasswordRefused(PasswordWeakness weakness) implements AccountCreation {}
}
