package fr.quartdheure.cli;

import fr.quartdheure.account.AccountCreation;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.account.Grant;
import fr.quartdheure.account.PasswordWeakness;
import fr.quartdheure.account.Role;
import fr.quartdheure.factor.Factors;
import fr.quartdheure.factor.Totp;
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

    @Option(
            names = "--totp-secret-stdin",
            description = "Reads the secret of her authenticator app (Base32) from a second line of standard input, for"
                    + " programs that sign in; without, she sets up her own at her first sign-in.")
    private boolean secretStdin;

    @Option(names = "--email", description = "Where she is told what was changed in her account.")
    private @Nullable String email;

    private final BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    @Override
    public Integer call() throws IOException {
        if (!role.isEverywhere() && organization == null && site == null) {
            throw new Refusal("Only administrators and regulators are such everywhere: add --organization or --site.");
        }
        if (secretStdin && !passwordStdin) {
            throw new Refusal("--totp-secret-stdin reads the line after the password: add --password-stdin.");
        }
        Contact address = address();
        String password = password();
        String secret = secretStdin ? checked(input.readLine()) : null;
        if (database != null) {
            create(new OwnDatabase(database, "", "", null), address, password, secret);
        } else {
            try (var own = OwnDatabase.open(data)) {
                create(own, address, password, secret);
            }
        }
        return Quartdheure.DONE;
    }

    private void create(OwnDatabase own, @Nullable Contact address, String password, @Nullable String secret) {
        DatabaseTools.use(own, data, context -> {
            var grants = List.of(new Grant(role, organization, site));
            var accounts = context.getBean(Accounts.class);
            var creation = accounts.create(login, name, password, practitioner, grants);
            if (creation instanceof AccountCreation.Created created) {
                accounts.setEmail(created.accountId(), address);
                if (secret != null) {
                    context.getBean(Factors.class).setUp(created.accountId(), secret);
                }
            }
            tell(creation);
        });
    }

    private @Nullable Contact address() {
        try {
            return email == null ? null : Contact.of(Channel.EMAIL, email);
        } catch (IllegalArgumentException e) {
            throw new Refusal("This is no mail address: " + email);
        }
    }

    private static String checked(@Nullable String secret) {
        try {
            Totp.check(secret == null ? "" : secret);
            return String.valueOf(secret);
        } catch (IllegalArgumentException e) {
            throw new Refusal("The second line of standard input is no secret: " + e.getMessage() + ".");
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
