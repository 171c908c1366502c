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
import fr.quartdheure.geo.MountainImport;
import fr.quartdheure.intake.ImportReport;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Importer;
import fr.quartdheure.intake.Refused;
import fr.quartdheure.territory.AplImport;
import fr.quartdheure.territory.ContourImport;
import fr.quartdheure.territory.HospitalImport;
import fr.quartdheure.territory.SupplyImport;
import fr.quartdheure.territory.TravelTimeImport;
import fr.quartdheure.territory.ZoningImport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
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
            "Imports open data, communes first:",
            "  communes      CSV of data.gouv.fr, or JSON of the commune API",
            "  structures    FINESS extract: health houses and health centres",
            "  contours      GeoJSON of commune borders, one file after the other",
            "  mountain      list of mountain communes, complete for its départements: code",
            "  travel-times  origin,destination,minutes; destination: site id, FINESS number or commune",
            "  apl           accessibility published by the DREES",
            "  supply        care offered in each commune: code,consultations[,etp][,profession][,estimated]",
            "  zoning        zones of the ARS: code,zone[,profession][,year]",
            "  hospitals     FINESS extract, or kind,name,code_insee,lat,lon[,finess]; kind: hospital,",
            "                emergency-department or perinatal-centre",
            "All or nothing per file; a second run changes nothing."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    /** What a file holds, in the order in which files are brought. */
    enum Kind {
        COMMUNES((database, clock) -> CommuneImport.on(database)),
        STRUCTURES((database, clock) -> StructureImport.on(database)),
        CONTOURS(ContourImport::on),
        MOUNTAIN((database, clock) -> MountainImport.on(database)),
        TRAVEL_TIMES((database, clock) -> TravelTimeImport.on(database)),
        APL(AplImport::on),
        SUPPLY(SupplyImport::on),
        ZONING(ZoningImport::on),
        HOSPITALS(HospitalImport::on);

        private final BiFunction<DataSource, Clock, Importer> importer;

        Kind(BiFunction<DataSource, Clock, Importer> importer) {
            this.importer = importer;
        }

        Importer on(DataSource database) {
            return importer.apply(database, Clock.systemUTC());
        }

        /** As it is typed: "travel-times". */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
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

    @Option(names = "--source", description = "Where the figures come from, as screens tell it (default: the file).")
    private @Nullable String source;

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
        if (source != null && (source.isBlank() || source.length() > ImportRequest.LONGEST_SOURCE)) {
            throw new ParameterException(spec.commandLine(), "--source is empty or too long");
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refusal("The file " + file + " is not there or cannot be read.");
        }
        logToStandardError();
        if (database != null) {
            var external = new PGSimpleDataSource();
            external.setUrl(database);
            return importInto(external);
        }
        Path folder = data != null ? data : Path.of("var", demo ? "demo" : "real");
        try (var postgres = PostgresServer.attachOrStart(folder)) {
            var own = new PGSimpleDataSource();
            own.setUrl(postgres.jdbcUrl());
            own.setUser(postgres.user());
            own.setPassword(postgres.password());
            return importInto(own);
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

    private int importInto(DataSource target) throws IOException {
        Flyway.configure().dataSource(target).table("schema_history").load().migrate();
        Birth.of(JdbcClient.create(target), demo ? Mode.DEMO : Mode.REAL);
        var bar = new ProgressBar(spec.commandLine().getErr());
        String told = source == null ? String.valueOf(file.getFileName()) : source;
        var request = new ImportRequest(file, region, keepGoing, told);
        ImportReport report = kind.on(target).run(request, bar);
        bar.end();
        tell(report, spec.commandLine().getOut());
        return report.applied() ? Quartdheure.DONE : Quartdheure.REFUSED;
    }

    private static void tell(ImportReport report, PrintWriter out) {
        var language = "fr".equals(Locale.getDefault().getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
        var words = ResourceBundle.getBundle("messages", language);
        for (Refused refused : report.refused()) {
            String reason = said(words, refused.key(), refused.arguments());
            out.println(refused.line() == 0 ? reason : "line " + refused.line() + ": " + reason);
        }
        report.remarks().forEach(remark -> out.println(said(words, remark.key(), remark.arguments())));
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

    private static String said(ResourceBundle words, String key, List<String> arguments) {
        return new MessageFormat(words.getString(key), words.getLocale()).format(arguments.toArray());
    }
}
