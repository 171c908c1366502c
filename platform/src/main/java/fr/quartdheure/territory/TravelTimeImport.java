package fr.quartdheure.territory;

import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.geo.ImportedTravels;
import fr.quartdheure.geo.Places;
import fr.quartdheure.intake.Column;
import fr.quartdheure.intake.FileRefused;
import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.ImportReport;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Importer;
import fr.quartdheure.intake.TableFile;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes minutes by car that were measured or routed. It stands here and not in {@code geo}, because destinations may be
 * FINESS numbers, which the directory knows. Rows are written while they are read, so that a file of millions needs no
 * memory; what was written is taken back when a row is refused. Thread-safe.
 */
@Component
public class TravelTimeImport implements Importer {

    static final Column ORIGIN = Column.required("origin", "origin", "origine", "depart", "code_origine", "from");
    static final Column DESTINATION =
            Column.required("destination", "destination", "arrivee", "code_destination", "finess", "site", "to");
    static final Column MINUTES =
            Column.required("minutes", "minutes", "duree", "temps", "temps_minutes", "duree_minutes", "duration");

    private final Communes communes;
    private final Places places;
    private final Sites sites;
    private final ImportedTravels travels;
    private final TransactionOperations transaction;

    TravelTimeImport(
            Communes communes, Places places, Sites sites, ImportedTravels travels, TransactionOperations transaction) {
        this.communes = communes;
        this.places = places;
        this.sites = sites;
        this.travels = travels;
        this.transaction = transaction;
    }

    /** For the command line, which runs without the application around it. */
    public static TravelTimeImport on(DataSource database) {
        var jdbc = JdbcClient.create(database);
        return new TravelTimeImport(
                Communes.on(jdbc),
                Places.on(jdbc),
                Sites.on(jdbc),
                ImportedTravels.on(jdbc),
                new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    @Override
    public String kind() {
        return "travel-times";
    }

    @Override
    public ImportReport run(ImportRequest request, ImportProgress progress) throws IOException {
        try (var table = TableFile.open(request.file(), List.of(ORIGIN, DESTINATION, MINUTES), progress)) {
            return Objects.requireNonNull(transaction.execute(status -> take(table, request, status)));
        } catch (FileRefused e) {
            return ImportReport.ofFile(e.reason());
        }
    }

    private ImportReport take(TableFile table, ImportRequest request, TransactionStatus status) {
        var ends = TravelEnds.of(communes.list(), places.list(), sites.listByFiness());
        var reading = new TravelReading(ends, request, travels);
        ImportReport report;
        try {
            while (table.hasNext()) {
                reading.take(table.next());
            }
            report = reading.report();
        } catch (FileRefused e) {
            report = ImportReport.ofFile(e.reason());
        }
        if (!report.applied()) {
            status.setRollbackOnly();
        }
        return report;
    }
}
