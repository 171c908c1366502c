package fr.quartdheure.cli;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.account.FactorResets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code account reset-factor}: for who has the machine, when the last administrator lost her phone. */
@Command(
        name = "reset-factor",
        description = "Takes an account's second factor away: its sessions end, its next sign-in sets up a new one.",
        mixinStandardHelpOptions = true)
final class AccountResetFactorCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "LOGIN", description = "Whose factor.")
    @SuppressWarnings("NullAway.Init")
    private String login;

    @Option(
            names = "--reason",
            defaultValue = "on the machine",
            description = "Why, as the trace keeps it (default: ${DEFAULT-VALUE}).")
    private String reason = "on the machine";

    @Option(names = "--data", defaultValue = "var/real", description = "Data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("var/real");

    @Option(names = "--database", description = "JDBC URL of an external PostgreSQL 18, user and password included.")
    private @Nullable String database;

    @Override
    public Integer call() throws IOException {
        if (database != null) {
            reset(new OwnDatabase(database, "", "", null));
        } else {
            try (var own = OwnDatabase.open(data)) {
                reset(own);
            }
        }
        return Quartdheure.DONE;
    }

    private void reset(OwnDatabase own) {
        DatabaseTools.use(own, data, context -> {
            var account = context.getBean(Accounts.class)
                    .find(login)
                    .orElseThrow(() -> new Refusal("No account has the login " + login + "."));
            context.getBean(FactorResets.class).reset(account, reason);
            spec.commandLine().getOut().println("reset: " + account.login());
        });
    }
}
