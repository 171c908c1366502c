package fr.quartdheure.cli;

import fr.quartdheure.backup.BackupKey;
import fr.quartdheure.backup.Passphrase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the passphrase of a backup comes from: a file, standard input, or whoever sits at the terminal. */
final class BackupKeys {

    @Option(names = "--passphrase-file", description = "File whose first line is the passphrase.")
    private @Nullable Path passphraseFile;

    @Option(names = "--passphrase-stdin", description = "Reads the passphrase from standard input, for scripts.")
    private boolean passphraseStdin;

    /** How a key is read from a file. */
    @FunctionalInterface
    interface KeyFile {
        BackupKey in(Path file) throws IOException;
    }

    /**
     * @param option the name of the option that gives a key's file
     * @param isNew asked twice at the terminal, so that no backup is closed with a slip
     */
    BackupKey choose(@Nullable Path keyFile, String option, KeyFile read, boolean isNew) throws IOException {
        long given = Stream.of(passphraseFile != null, passphraseStdin, keyFile != null)
                .filter(one -> one)
                .count();
        if (given > 1) {
            throw new Refusal("Give one of --passphrase-file, --passphrase-stdin and " + option + ", not several.");
        }
        if (keyFile != null) {
            return read.in(keyFile);
        }
        return Passphrase.of(passphrase(() -> asked(option, isNew)));
    }

    private String passphrase(Supplier<String> asked) throws IOException {
        if (passphraseFile != null) {
            if (!Files.isReadable(passphraseFile)) {
                throw new Refusal("There is no passphrase to read at " + passphraseFile + ".");
            }
            try (Stream<String> lines = Files.lines(passphraseFile)) {
                return lines.findFirst().orElse("");
            }
        }
        if (passphraseStdin) {
            var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String line = input.readLine();
            return line == null ? "" : line;
        }
        return asked.get();
    }

    private static String asked(String option, boolean isNew) {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new Refusal("There is no terminal to ask for the passphrase: use --passphrase-file,"
                    + " --passphrase-stdin or " + option + ".");
        }
        char[] first = console.readPassword("Passphrase of the backup: ");
        if (isNew && first != null && !Arrays.equals(first, console.readPassword("Again: "))) {
            throw new Refusal("The two passphrases differ.");
        }
        return first == null ? "" : new String(first);
    }
}
