package fr.quartdheure.cli;

import fr.quartdheure.backup.Recipient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup key}: a pair of keys, so that the machine that takes backups cannot read them. */
@Command(
        name = "key",
        description = "Makes the keys of a recipient: FILE, to be kept elsewhere, and FILE.pub for --recipient.",
        mixinStandardHelpOptions = true)
final class BackupKeyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The private key; it must not exist yet.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() throws IOException {
        Recipient.generate(file);
        spec.commandLine().getOut().println("private: " + file);
        spec.commandLine().getOut().println("public: " + Recipient.publicOf(file));
        return Quartdheure.DONE;
    }
}
