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
import fr.quartdheure.intake.RowRefused;
import fr.quartdheure.intake.TableFile;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the zones in which the regional health agency helps professionals to settle. Thread-safe. */
@Component
public class ZoningImport implements Importer {

    private static final Column CODE = Column.required("code", "code", "code_commune_insee", "codgeo", "insee_com");
    private static final Column ZONE = Column.required("zone", "zone", "zonage", "classement");
    private static final Column PROFESSION = Column.optional("profession", "profession", "service");
    private static final Column YEAR = Column.optional("year", "year", "annee");

    private final Communes communes;
    private final Zonings zonings;
    private final TransactionOperations transaction;

    ZoningImport(Communes communes, Zonings zonings, TransactionOperations transaction) {
        this.communes = communes;
        this.zonings = zonings;
        this.transaction = transaction;
    }

    /** For the command line, which runs without the application around it. */
    public static ZoningImport on(DataSource database, Clock clock) {
        var jdbc = JdbcClient.create(database);
        return new ZoningImport(
                Communes.on(jdbc),
                new Zonings(jdbc, clock),
                new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    @Override
    public String kind() {
        return "zoning";
    }

    @Override
    public ImportReport run(ImportRequest request, ImportProgress progress) throws IOException {
        var asked = AskedCommunes.of(communes, request);
        var intake = new Intake<>(
                List.of(CODE, ZONE, PROFESSION, YEAR),
                table -> row -> read(row, asked, request.source()),
                new Classed(),
                transaction);
        return intake.run(request, progress);
    }

    private static Optional<Zoning> read(TableFile.Row row, AskedCommunes asked, String source) throws RowRefused {
        Optional<String> code = asked.find(row, CODE);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        Zone zone = Zone.read(row.value(ZONE))
                .orElseThrow(() -> new RowRefused(Refused.at(row.line(), "import.row.zone", row.value(ZONE))));
        String written = row.value(PROFESSION);
        String service = Professions.serviceOf(written)
                .orElseThrow(() -> new RowRefused(Refused.at(row.line(), "import.row.profession", written)));
        Integer year = row.value(YEAR).isEmpty() ? null : (Integer) Years.read(row, row.value(YEAR));
        return Optional.of(new Zoning(code.get(), service, zone, year, source));
    }

    private final class Classed implements Intake.Shelf<Zoning> {

        @Override
        public String key(Zoning zoning) {
            return zoning.communeCode() + " " + zoning.serviceCode();
        }

        @Override
        public Map<String, Zoning> known() {
            var known = new HashMap<String, Zoning>();
            zonings.list().forEach(zoning -> known.put(key(zoning), zoning));
            return known;
        }

        @Override
        public void saveAll(Collection<Zoning> changed) {
            zonings.saveAll(changed);
        }
    }
}
