package fr.quartdheure.territory;

import fr.quartdheure.geo.AskedCommunes;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.ImportReport;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Importer;
import fr.quartdheure.intake.Intake;
import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes hospitals from a FINESS extract, or hospitals, emergency departments and perinatal centres from a list. A file
 * is complete for the kinds and départements it names: what an earlier one of its form told of them and it does not is
 * gone. Thread-safe.
 */
@Component
public class HospitalImport implements Importer {

    private final Communes communes;
    private final Establishments establishments;
    private final TransactionOperations transaction;

    HospitalImport(Communes communes, Establishments establishments, TransactionOperations transaction) {
        this.communes = communes;
        this.establishments = establishments;
        this.transaction = transaction;
    }

    /** For the command line, which runs without the application around it. */
    public static HospitalImport on(DataSource database, Clock clock) {
        var jdbc = JdbcClient.create(database);
        return new HospitalImport(
                Communes.on(jdbc),
                new Establishments(jdbc, clock),
                new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    @Override
    public String kind() {
        return "hospitals";
    }

    @Override
    public ImportReport run(ImportRequest request, ImportProgress progress) throws IOException {
        var rows = new HospitalRows(AskedCommunes.of(communes, request), request.source());
        var shelf = new HospitalShelf(establishments, rows);
        var report = new Intake<>(HospitalRows.COLUMNS, rows::open, shelf, transaction).run(request, progress);
        return report.applied() ? report.with(shelf.remarks()) : report;
    }
}
