package fr.quartdheure.cli;

import picocli.CommandLine.Command;

/** {@code account}: the people who may sign in. */
@Command(
        name = "account",
        description = "Accounts of the staff.",
        mixinStandardHelpOptions = true,
        subcommands = {AccountCreateCommand.class, AccountResetFactorCommand.class})
final class AccountCommand {}
