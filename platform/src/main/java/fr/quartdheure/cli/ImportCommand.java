package fr.quartdheure.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.ConsoleAppender;
import fr.quartdheure.database.Birth;
import fr.quartdheure.database.Mode;
import fr.quartdheure.database.PostgresServer;
import fr.quartdheure.directory.StructureImport;
import fr.quartdheure.geo.CommuneImport;
import fr.quartdheure.geo.Departments;
import fr.quartdheure.geo.ImportReport;
import fr.quartdheure.geo.ImportRequest;
import fr.quartdheure.geo.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: open data into a platform that runs or rests. */
@Command(
        name = "import",
        description = {
            "Imports open data: communes (CSV of data.gouv.fr, JSON of the commune API)"
                    + " or structures (FINESS extract).",
            "All or nothing per file; a second run changes nothing."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    /** What a file holds. */
    enum Kind {
        COMMUNES,
        STRUCTURES
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}, in any case.")
    @SuppressWarnings("NullAway.Init")
    private Kind kind;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to import.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--region", description = "Take one region only, by its INSEE code: 76 is Occitanie.")
    private @Nullable String region;

    @Option(names = "--keep-going", description = "Take the good rows when others are refused.")
    private boolean keepGoing;

    @Option(names = "--data", description = "Data folder (default: var/demo or var/real).")
    private @Nullable Path data;

    @Option(names = "--demo", description = "Into the demonstration.")
    private boolean demo;

    @Option(names = "--database", description = "JDBC URL of an external PostgreSQL 18 instead of the bundled one.")
    private @Nullable String database;

    @Override
    public Integer call() throws IOException {
        if (region != null && !Departments.isRegion(region)) {
            throw new ParameterException(spec.commandLine(), region + " is not the INSEE code of a region");
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refusal("The file " + file + " is not there or cannot be read.");
        }
        logToStandardError();
        if (database != null) {
            var source = new PGSimpleDataSource();
            source.setUrl(database);
            return importInto(source);
        }
        Path folder = data != null ? data : Path.of("var", demo ? "demo" : "real");
        try (var postgres = PostgresServer.attachOrStart(folder)) {
            var source = new PGSimpleDataSource();
            source.setUrl(postgres.jdbcUrl());
            source.setUser(postgres.user());
            source.setPassword(postgres.password());
            return importInto(source);
        }
    }

    /** Without the application nothing has set up the log, and standard output belongs to the answer. */
    private static void logToStandardError() {
        PrintStream out = System.out;
        // What libraries say while the log wakes up is written before anybody can set it.
        System.setOut(System.err);
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
            if (root.getAppender("console") instanceof ConsoleAppender<?> console) {
                console.stop();
                console.setTarget("System.err");
                console.start();
            }
        }
        System.setOut(out);
    }

    private int importInto(DataSource source) throws IOException {
        Flyway.configure().dataSource(source).table("schema_history").load().migrate();
        Birth.of(JdbcClient.create(source), demo ? Mode.DEMO : Mode.REAL);
        var bar = new ProgressBar(spec.commandLine().getErr());
        var request = new ImportRequest(file, region, keepGoing);
        ImportReport report = switch (kind) {
            case COMMUNES -> CommuneImport.on(source).run(request, bar);
            case STRUCTURES -> StructureImport.on(source).run(request, bar);
        };
        bar.end();
        tell(report, spec.commandLine().getOut());
        return report.applied() ? Quartdheure.DONE : Quartdheure.REFUSED;
    }

    private static void tell(ImportReport report, PrintWriter out) {
        var language = "fr".equals(Locale.getDefault().getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
        var words = ResourceBundle.getBundle("messages", language);
        for (Refused refused : report.refused()) {
            String reason = new MessageFormat(words.getString(refused.key()), language)
                    .format(refused.arguments().toArray());
            out.println(refused.line() == 0 ? reason : "line " + refused.line() + ": " + reason);
        }
        out.println("added: " + report.added());
        out.println("updated: " + report.updated());
        out.println("unchanged: " + report.unchanged());
        out.println("kept: " + report.kept());
        out.println("skipped: " + report.skipped());
        out.println("refused: " + report.refused().size());
        out.println("applied: " + (report.applied() ? "yes" : "no"));
        if (report.changesNothing()) {
            out.println(words.getString("import.nothing"));
        } else if (!report.applied()) {
            out.println(words.getString("import.notapplied"));
        }
    }
}
