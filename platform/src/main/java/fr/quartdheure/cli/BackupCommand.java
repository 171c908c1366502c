package fr.quartdheure.cli;

import fr.quartdheure.backup.BackupTaking;
import fr.quartdheure.backup.Recipient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup}: everything in one encrypted file, while the platform goes on. */
@Command(
        name = "backup",
        description = "Writes the whole platform into one encrypted file of a folder, while it goes on working.",
        mixinStandardHelpOptions = true,
        subcommands = {BackupVerifyCommand.class, BackupKeyCommand.class})
final class BackupCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    // Not required by its declaration: the commands below have none.
    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Where the file goes, best on another machine.")
    private @Nullable Path folder;

    @Option(names = "--data", defaultValue = "var/real", description = "Data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("var/real");

    @Mixin
    private final BackupKeys keys = new BackupKeys();

    @Option(names = "--recipient", description = "Public key of whoever may open it (made by backup key).")
    private @Nullable Path recipient;

    @Option(names = "--json", description = "One JSON object instead of lines.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (folder == null) {
            throw new ParameterException(spec.commandLine(), "Name the folder that the backup goes into.");
        }
        var key = keys.choose(recipient, "--recipient", Recipient::publicIn, true);
        var bar = new ProgressBar(spec.commandLine().getErr(), "files");
        long begun = System.nanoTime();
        var taken = new BackupTaking(data, key, Quartdheure.VERSION, Clock.systemUTC(), bar::at).into(folder);
        bar.end();
        new Answer()
                .with("file", taken.file().toString())
                .with("bytes", taken.fileBytes())
                .with("seconds", Math.rint((System.nanoTime() - begun) / 1e8) / 10)
                .with("holds", BackupAnswers.of(taken.about(), taken.manifest()))
                .print(spec.commandLine().getOut(), json);
        return Quartdheure.DONE;
    }
}
