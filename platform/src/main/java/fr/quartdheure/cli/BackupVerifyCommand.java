package fr.quartdheure.cli;

import fr.quartdheure.backup.BackupReading;
import fr.quartdheure.backup.Recipient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup verify}: reads a backup to its last byte. */
@Command(
        name = "verify",
        description = "Reads a whole backup and compares it with what was written, without restoring it.",
        mixinStandardHelpOptions = true)
final class BackupVerifyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private final BackupKeys keys = new BackupKeys();

    @Option(names = "--key", description = "Private key of the recipient.")
    private @Nullable Path key;

    @Option(names = "--json", description = "One JSON object instead of lines.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var opener = keys.choose(key, "--key", Recipient::privateIn, false);
        var bar = new ProgressBar(spec.commandLine().getErr(), "files");
        var sound = BackupReading.verify(file, opener, bar::at);
        bar.end();
        new Answer()
                .with("sound", true)
                .with("holds", BackupAnswers.of(sound.about(), sound.manifest()))
                .print(spec.commandLine().getOut(), json);
        return Quartdheure.DONE;
    }
}
