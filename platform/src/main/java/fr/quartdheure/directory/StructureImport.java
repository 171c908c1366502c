package fr.quartdheure.directory;

import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.geo.Departments;
import fr.quartdheure.intake.Column;
import fr.quartdheure.intake.FileRefused;
import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.ImportReport;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Importer;
import fr.quartdheure.intake.Refused;
import fr.quartdheure.intake.TableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the health houses and health centres of a FINESS extract as sites without an agenda. Sites that the platform
 * holds of its own are left as they are. Thread-safe.
 */
@Component
public class StructureImport implements Importer {

    private static final Column FINESS = Column.required("finess", "finess", "nofinesset", "num_finess_et");
    private static final Column CATEGORY = Column.required("category", "categ", "categetab", "categorie_code");
    private static final Column NAME = Column.required("name", "raison_sociale", "rs", "nom");
    private static final Column LONG_NAME = Column.optional("long name", "raison_sociale_longue", "rslongue");
    private static final Column COMMUNE = Column.required("commune", "code_insee", "code_commune", "insee_com");
    private static final Column LAT = Column.required("latitude", "lat", "latitude", "coord_lat");
    private static final Column LON = Column.required("longitude", "lon", "lng", "longitude", "coord_lon");
    private static final List<Column> COLUMNS = List.of(FINESS, CATEGORY, NAME, LONG_NAME, COMMUNE, LAT, LON);

    private final Communes communes;
    private final Sites sites;
    private final Organizations organizations;
    private final TransactionOperations transaction;

    StructureImport(Communes communes, Sites sites, Organizations organizations, TransactionOperations transaction) {
        this.communes = communes;
        this.sites = sites;
        this.organizations = organizations;
        this.transaction = transaction;
    }

    /** For the command line, which runs without the application around it. */
    public static StructureImport on(DataSource database) {
        var jdbc = JdbcClient.create(database);
        return new StructureImport(
                Communes.on(jdbc),
                Sites.on(jdbc),
                new Organizations(jdbc),
                new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    @Override
    public String kind() {
        return "structures";
    }

    /** Reads the file row by row, then writes what is new in one transaction; a second run changes nothing. */
    @Override
    public ImportReport run(ImportRequest request, ImportProgress progress) throws IOException {
        var known = new HashMap<String, Commune>();
        communes.list().forEach(commune -> known.put(commune.code(), commune));
        var reading = new Reading(request, known);
        try (var table = TableFile.open(request.file(), COLUMNS, progress)) {
            while (table.hasNext()) {
                reading.take(table.next());
            }
        } catch (FileRefused e) {
            return ImportReport.ofFile(e.reason());
        }
        if (reading.isEmpty()) {
            return ImportReport.ofFile(Refused.file("import.file.empty"));
        }
        return Objects.requireNonNull(transaction.execute(status -> write(reading, request)));
    }

    private ImportReport write(Reading reading, ImportRequest request) {
        var before = sites.listByFiness();
        var added = new ArrayList<Site>();
        var updated = new ArrayList<Site>();
        int kept = 0;
        for (StructureRow row : reading.found.values()) {
            Site site = before.get(row.finess());
            if (site == null) {
                added.add(row.site(UUID.randomUUID(), UUID.randomUUID()));
            } else if (site.origin() != Provenance.IMPORT) {
                kept++;
            } else if (!row.site(site.id(), site.organizationId()).equals(site)) {
                updated.add(row.site(site.id(), site.organizationId()));
            }
        }
        boolean applied = reading.refused.isEmpty() || request.keepGoing();
        if (applied && !(added.isEmpty() && updated.isEmpty())) {
            organizations.addAll(
                    added.stream().map(StructureImport::organization).toList());
            sites.addAll(added);
            sites.saveAll(updated);
        }
        int unchanged = reading.found.size() - added.size() - updated.size() - kept;
        return new ImportReport(
                added.size(), updated.size(), unchanged, kept, reading.skipped, reading.refused, applied);
    }

    /** The register names the place, not who runs it: each imported site stands for its own body. */
    private static Organization organization(Site site) {
        var kind = site.kind() == SiteKind.MSP ? OrganizationKind.MSP : OrganizationKind.HEALTH_CENTRE;
        return new Organization(site.organizationId(), site.name(), kind, null, null, null, Provenance.IMPORT);
    }

    /** What the file says so far. */
    private static final class Reading {
        private final Map<String, StructureRow> found = new LinkedHashMap<>();
        private final List<Refused> refused = new ArrayList<>();
        private final ImportRequest request;
        private final Map<String, Commune> communes;
        private int skipped;

        Reading(ImportRequest request, Map<String, Commune> communes) {
            this.request = request;
            this.communes = communes;
        }

        boolean isEmpty() {
            return found.isEmpty() && refused.isEmpty() && skipped == 0;
        }

        void take(TableFile.Row row) {
            String category = row.value(CATEGORY);
            String communeCode = StructureRow.padded(row.value(COMMUNE), 5);
            boolean elsewhere =
                    StructureRow.isCommuneCode(communeCode) && !Departments.isIn(request.region(), communeCode);
            if (row.whole() && (elsewhere || StructureRow.isAnotherKind(category))) {
                skipped++;
                return;
            }
            switch (read(row, category, communes.get(communeCode))) {
                case StructureRow.Read.Wrong wrong -> refused.add(wrong.reason());
                case StructureRow.Read.Good good -> add(row.line(), good.row());
            }
        }

        private static StructureRow.Read read(TableFile.Row row, String category, @Nullable Commune commune) {
            if (!row.whole()) {
                return new StructureRow.Read.Wrong(Refused.at(row.line(), "import.row.width"));
            }
            String name = row.value(LONG_NAME).isBlank() ? row.value(NAME) : row.value(LONG_NAME);
            var asked = new StructureRow.Written(
                    row.line(), row.value(FINESS), category, name, row.value(COMMUNE), row.value(LAT), row.value(LON));
            return StructureRow.read(asked, commune);
        }

        private void add(long line, StructureRow row) {
            if (found.putIfAbsent(row.finess(), row) != null) {
                refused.add(Refused.at(line, "import.row.duplicate", row.finess()));
            }
        }
    }
}
