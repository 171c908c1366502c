package fr.quartdheure.cli;

import fr.quartdheure.backup.Recipient;
import fr.quartdheure.backup.Restoring;
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

/** {@code restore}: a backup put back into an empty folder. */
@Command(
        name = "restore",
        description = "Puts a backup back into an empty folder, checked to its last byte.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--data", required = true, description = "Data folder to make: empty, or not yet there.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

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
        long begun = System.nanoTime();
        var restored = Restoring.into(data, file, opener, bar::at);
        bar.end();
        new Answer()
                .with("restored", data.toString())
                .with("seconds", Math.rint((System.nanoTime() - begun) / 1e8) / 10)
                .with("rows-as-backed-up", restored.isCounted() ? "yes" : "not counted when it was taken")
                .with("audit-intact", true)
                .with("audit-events", restored.events())
                .with("holds", BackupAnswers.of(restored.about(), restored.manifest()))
                .with(
                        "next",
                        "bin/quartdheure start " + (restored.about().mode().equals("demo") ? "--demo " : "") + "--data "
                                + data)
                .print(spec.commandLine().getOut(), json);
        return Quartdheure.DONE;
    }
}
