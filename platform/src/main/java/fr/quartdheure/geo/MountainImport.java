package fr.quartdheure.geo;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the list of mountain communes, and estimates the minutes from and to them again. The list is complete for the
 * départements it speaks of: their other communes lie in the plain. Thread-safe.
 */
@Component
public class MountainImport implements Importer {

    private static final Column CODE = Column.required("code", "code", "insee_com", "code_insee", "codgeo", "com");
    private static final Column MOUNTAIN =
            Column.optional("mountain", "montagne", "mountain", "zone_montagne", "classement");
    private static final Set<String> YES = Set.of("", "1", "oui", "yes", "true", "t", "totale", "p", "partielle");
    private static final Set<String> NO = Set.of("0", "non", "no", "false", "n");

    private final Communes communes;
    private final TransactionOperations transaction;

    MountainImport(Communes communes, TransactionOperations transaction) {
        this.communes = communes;
        this.transaction = transaction;
    }

    /** For the command line, which runs without the application around it. */
    public static MountainImport on(DataSource database) {
        return new MountainImport(
                Communes.on(JdbcClient.create(database)),
                new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    @Override
    public String kind() {
        return "mountain";
    }

    @Override
    public ImportReport run(ImportRequest request, ImportProgress progress) throws IOException {
        var asked = AskedCommunes.of(communes, request);
        var intake = new Intake<>(
                List.of(CODE, MOUNTAIN), table -> row -> read(row, asked), new Heights(request), transaction);
        return intake.run(request, progress);
    }

    private static Optional<Height> read(TableFile.Row row, AskedCommunes asked) throws RowRefused {
        Optional<String> code = asked.find(row, CODE);
        String said = row.value(MOUNTAIN).toLowerCase(Locale.ROOT);
        if (code.isPresent() && !YES.contains(said) && !NO.contains(said)) {
            throw new RowRefused(Refused.at(row.line(), "import.row.mountain", row.value(MOUNTAIN)));
        }
        return code.map(known -> new Height(known, YES.contains(said)));
    }

    private record Height(String code, boolean mountain) {}

    private final class Heights implements Intake.Shelf<Height> {
        private final ImportRequest request;

        Heights(ImportRequest request) {
            this.request = request;
        }

        @Override
        public String key(Height height) {
            return height.code();
        }

        @Override
        public Map<String, Height> known() {
            var known = new HashMap<String, Height>();
            communes.list().stream()
                    .filter(commune -> commune.districtOf() == null)
                    .forEach(commune -> known.put(commune.code(), new Height(commune.code(), commune.mountain())));
            return known;
        }

        @Override
        public Collection<Height> implied(Collection<Height> found, Map<String, Height> known) {
            var said = new HashSet<String>();
            var departments = new HashSet<String>();
            for (Height height : found) {
                said.add(height.code());
                departments.add(Departments.ofCommune(height.code()));
            }
            var plain = new ArrayList<Height>();
            for (String code : known.keySet()) {
                if (!said.contains(code)
                        && departments.contains(Departments.ofCommune(code))
                        && Departments.isIn(request.region(), code)) {
                    plain.add(new Height(code, false));
                }
            }
            return plain;
        }

        @Override
        public void saveAll(Collection<Height> heights) {
            var byCode = new HashMap<String, Boolean>();
            heights.forEach(height -> byCode.put(height.code(), height.mountain()));
            communes.markMountains(byCode);
        }
    }
}
