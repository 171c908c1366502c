package fr.quartdheure.territory;

import fr.quartdheure.geo.AskedCommunes;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.intake.Column;
import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.ImportReport;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Importer;
import fr.quartdheure.intake.Intake;
import fr.quartdheure.intake.Refused;
import fr.quartdheure.intake.Remark;
import fr.quartdheure.intake.RowRefused;
import fr.quartdheure.intake.TableFile;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the care offered in each commune. A file that says of itself that it estimates, in the heading of its figures
 * or in a column, is kept as an estimate. Thread-safe.
 */
@Component
public class SupplyImport implements Importer {

    private static final Column CODE = Column.required("code", "code", "code_commune_insee", "codgeo", "insee_com");
    private static final Column CONSULTATIONS = Column.required(
            "consultations",
            "consultations",
            "consultations_mg_estimees",
            "consultations_estimees",
            "consultations_mg",
            "actes",
            "supply");
    private static final Column PROFESSIONALS =
            Column.optional("full-time equivalents", "etp", "mg_etp", "mg_etp_estimes", "etp_estimes", "fte");
    private static final Column PROFESSION = Column.optional("profession", "profession", "service");
    private static final Column ESTIMATED = Column.optional("estimated", "estimated", "estime", "estimation");
    private static final List<Column> COLUMNS = List.of(CODE, CONSULTATIONS, PROFESSIONALS, PROFESSION, ESTIMATED);

    private static final Set<String> COUNTED = Set.of("", "0", "non", "no", "false");
    private static final double MOST_CONSULTATIONS = 50_000_000;
    private static final double MOST_PROFESSIONALS = 20_000;

    private final Communes communes;
    private final Supplies supplies;
    private final TransactionOperations transaction;

    SupplyImport(Communes communes, Supplies supplies, TransactionOperations transaction) {
        this.communes = communes;
        this.supplies = supplies;
        this.transaction = transaction;
    }

    /** For the command line, which runs without the application around it. */
    public static SupplyImport on(DataSource database, Clock clock) {
        var jdbc = JdbcClient.create(database);
        return new SupplyImport(
                Communes.on(jdbc),
                new Supplies(jdbc, clock),
                new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    @Override
    public String kind() {
        return "supply";
    }

    @Override
    public ImportReport run(ImportRequest request, ImportProgress progress) throws IOException {
        var asked = AskedCommunes.of(communes, request);
        var estimated = new AtomicInteger();
        Intake.Opening<Supply> opening = table -> {
            boolean all = table.heading(CONSULTATIONS).contains("estim");
            return row -> {
                var supply = read(row, all, asked, request.source());
                supply.filter(Supply::estimated).ifPresent(one -> estimated.incrementAndGet());
                return supply;
            };
        };
        var report = new Intake<>(COLUMNS, opening, new Offers(), transaction).run(request, progress);
        return estimated.get() == 0 || !report.applied()
                ? report
                : report.with(List.of(Remark.of("import.remark.estimated", estimated.get())));
    }

    private static Optional<Supply> read(TableFile.Row row, boolean allEstimated, AskedCommunes asked, String source)
            throws RowRefused {
        Optional<String> code = asked.find(row, CODE);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        String written = row.value(PROFESSION);
        String service = Professions.serviceOf(written)
                .orElseThrow(() -> new RowRefused(Refused.at(row.line(), "import.row.profession", written)));
        boolean counted = COUNTED.contains(row.value(ESTIMATED).toLowerCase(Locale.ROOT));
        return Optional.of(new Supply(
                code.get(),
                service,
                row.number(CONSULTATIONS, MOST_CONSULTATIONS),
                row.value(PROFESSIONALS).isEmpty() ? null : (Double) row.number(PROFESSIONALS, MOST_PROFESSIONALS),
                allEstimated || !counted,
                source));
    }

    private final class Offers implements Intake.Shelf<Supply> {

        @Override
        public String key(Supply supply) {
            return supply.communeCode() + " " + supply.serviceCode();
        }

        @Override
        public Map<String, Supply> known() {
            var known = new HashMap<String, Supply>();
            supplies.list().forEach(supply -> known.put(key(supply), supply));
            return known;
        }

        @Override
        public void saveAll(Collection<Supply> changed) {
            supplies.saveAll(changed);
        }
    }
}
