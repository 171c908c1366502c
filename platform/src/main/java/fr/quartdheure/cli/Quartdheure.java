package fr.quartdheure.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code bin/quartdheure}: the launcher and command line. */
@Command(
        name = "quartdheure",
        description = "Access to primary care within a quarter of an hour.",
        mixinStandardHelpOptions = true,
        version = "Quart d'heure " + Quartdheure.VERSION,
        subcommands = {
            StartCommand.class,
            ImportCommand.class,
            AccountCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            AccessibilityCommand.class,
            CoverageCommand.class,
            StaffingCommand.class,
            RoundsCommand.class,
            SitingCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:refused, the reason is on standard output", "64:wrong usage", "1:anything else"})
public final class Quartdheure {

    static final String VERSION = "0.1.0";

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int REFUSED = 2;
    static final int WRONG_USAGE = 64;

    private Quartdheure() {}

    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        if (code != StartCommand.SERVING) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new Quartdheure());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExitCodeExceptionMapper(exception -> FAILED);
        line.setParameterExceptionHandler((exception, given) -> {
            CommandLine failed = exception.getCommandLine();
            failed.getErr().println(exception.getMessage());
            failed.usage(failed.getErr());
            return WRONG_USAGE;
        });
        line.setExecutionExceptionHandler(Quartdheure::tell);
        return line;
    }

    private static int tell(Exception exception, CommandLine line, CommandLine.ParseResult parsed) {
        var refused = Refusal.in(exception);
        if (refused.isPresent()) {
            line.getOut().println(refused.get());
            return REFUSED;
        }
        line.getErr().println("Failed: " + exception);
        if (Boolean.getBoolean("quartdheure.trace")) {
            exception.printStackTrace(line.getErr());
        }
        return FAILED;
    }
}
