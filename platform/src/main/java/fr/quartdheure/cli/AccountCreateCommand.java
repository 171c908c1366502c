package fr.quartdheure.cli;

import fr.quartdheure.account.AccountCreation;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.account.Grant;
import fr.quartdheure.account.PasswordWeakness;
import fr.quartdheure.account.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code account create}: among others, the first administrator of a new platform. */
@Command(name = "create", description = "Creates an account.", mixinStandardHelpOptions = true)
final class AccountCreateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--login", required = true, description = "What she signs in with.")
    @SuppressWarnings("NullAway.Init")
    private String login;

    @Option(names = "--name", required = true, description = "Her name, as others read it.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "--role", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Role role;

    @Option(names = "--organization", description = "Organisation where the role is given.")
    private @Nullable UUID organization;

    @Option(names = "--site", description = "Site where the role is given.")
    private @Nullable UUID site;

    @Option(names = "--practitioner", description = "The practitioner that she is.")
    private @Nullable UUID practitioner;

    @Option(names = "--data", defaultValue = "var/real", description = "Data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("var/real");

    @Option(names = "--database", description = "JDBC URL of an external PostgreSQL 18, user and password included.")
    private @Nullable String database;

    @Option(names = "--password-stdin", description = "Reads the password from standard input, for scripts.")
    private boolean passwordStdin;

    @Override
    public Integer call() throws IOException {
        if (!role.isEverywhere() && organization == null && site == null) {
            throw new Refusal("Only administrators and regulators are such everywhere: add --organization or --site.");
        }
        String password = password();
        if (database != null) {
            create(new OwnDatabase(database, "", "", null), password);
        } else {
            try (var own = OwnDatabase.open(data)) {
                create(own, password);
            }
        }
        return Quartdheure.DONE;
    }

    private void create(OwnDatabase own, String password) {
        var application = new SpringApplicationBuilder(DatabaseTools.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.lazy-initialization=true")
                .initializers(context -> context.getBeanFactory().registerSingleton("ownDatabase", own));
        try (var context = application.run()) {
            var grants = List.of(new Grant(role, organization, site));
            var creation = context.getBean(Accounts.class).create(login, name, password, practitioner, grants);
            tell(creation);
        }
    }

    private void tell(AccountCreation creation) {
        switch (creation) {
            case AccountCreation.Created created ->
                spec.commandLine().getOut().println("account: " + created.accountId());
            case AccountCreation.LoginTaken taken ->
                throw new Refusal("The login " + taken.login() + " belongs to another account.");
            case AccountCreation.LoginMalformed malformed ->
                throw new Refusal(
                        "A login has 2 to 100 letters without accent, digits, or . _ @ + -: " + malformed.login());
            case AccountCreation.PasswordRefused refused -> throw new Refusal(sentence(refused.weakness()));
        }
    }

    private static String sentence(PasswordWeakness weakness) {
        return switch (weakness) {
            case TOO_SHORT -> "The password is too short: take 12 characters or more, for example four words.";
            case TOO_LONG -> "The password is too long: 200 characters at most.";
            case COMMON -> "The password is one of those that are tried first: take another one.";
            case CONTAINS_LOGIN -> "The password contains the login: take another one.";
        };
    }

    private String password() throws IOException {
        if (passwordStdin) {
            var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String line = input.readLine();
            return line == null ? "" : line;
        }
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new Refusal("There is no terminal to ask for the password: use --password-stdin.");
        }
        char[] first = console.readPassword("Password of %s: ", login);
        char[] again = console.readPassword("Again: ");
        if (first == null || !Arrays.equals(first, again)) {
            throw new Refusal("The two passwords differ.");
        }
        return new String(first);
    }
}
