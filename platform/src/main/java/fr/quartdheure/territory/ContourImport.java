package fr.quartdheure.territory;

import fr.quartdheure.geo.AskedCommunes;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.geo.Departments;
import fr.quartdheure.intake.FileRefused;
import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.ImportReport;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Importer;
import fr.quartdheure.intake.Refused;
import fr.quartdheure.intake.Remark;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the borders of communes from GeoJSON files, one département after the other as they are published. Communes
 * that were merged since a file was drawn are left out. Thread-safe.
 */
@Component
public class ContourImport implements Importer {

    private final Communes communes;
    private final Contours contours;
    private final TransactionOperations transaction;

    ContourImport(Communes communes, Contours contours, TransactionOperations transaction) {
        this.communes = communes;
        this.contours = contours;
        this.transaction = transaction;
    }

    /** For the command line, which runs without the application around it. */
    public static ContourImport on(DataSource database, Clock clock) {
        var jdbc = JdbcClient.create(database);
        return new ContourImport(
                Communes.on(jdbc),
                new Contours(jdbc, clock),
                new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    @Override
    public String kind() {
        return "contours";
    }

    @Override
    public ImportReport run(ImportRequest request, ImportProgress progress) throws IOException {
        var reading = new Reading(request, AskedCommunes.of(communes, request));
        try {
            ContourFile.read(request.file(), reading::take, progress);
        } catch (FileRefused e) {
            return ImportReport.ofFile(e.reason());
        }
        if (reading.larger > 0 && reading.found.isEmpty()) {
            return ImportReport.ofFile(Refused.file("import.file.departments"));
        }
        if (reading.found.isEmpty() && reading.refused.isEmpty() && reading.gone > 0) {
            return ImportReport.ofFile(Refused.file("import.file.nocommune", reading.gone));
        }
        if (reading.found.isEmpty() && reading.elsewhere == 0) {
            return ImportReport.ofNothing(reading.refused);
        }
        return Objects.requireNonNull(transaction.execute(status -> write(reading, request)));
    }

    private ImportReport write(Reading reading, ImportRequest request) {
        Map<String, Contour> known = contours.listByCodes(reading.found.keySet());
        var changed = new ArrayList<Contour>();
        int added = 0;
        for (Contour contour : reading.found.values()) {
            Contour before = known.get(contour.communeCode());
            if (before == null || !before.border().equalsExact(contour.border())) {
                changed.add(contour);
                added += before == null ? 1 : 0;
            }
        }
        boolean applied = reading.refused.isEmpty() || request.keepGoing();
        if (applied && !changed.isEmpty()) {
            contours.saveAll(changed, request.source());
            new Simplification(contours)
                    .around(changed.stream().map(Contour::communeCode).toList());
        }
        int unchanged = reading.found.size() - changed.size();
        int skipped = reading.elsewhere + reading.gone;
        return new ImportReport(
                added, changed.size() - added, unchanged, 0, skipped, reading.refused, applied, reading.remarks());
    }

    /** What the file says so far. */
    private static final class Reading {
        private static final Pattern LARGER = Pattern.compile("[0-9][0-9AB]|97[0-9]");

        private final Map<String, Contour> found = new LinkedHashMap<>();
        private final List<Refused> refused = new ArrayList<>();
        private final ImportRequest request;
        private final AskedCommunes asked;
        /** Features that bear the code of a département or region. */
        private int larger;

        private int elsewhere;
        /** Communes that are not here: merged since, as long as others of the file are. */
        private int gone;

        Reading(ImportRequest request, AskedCommunes asked) {
            this.request = request;
            this.asked = asked;
        }

        void take(ContourFile.Feature feature) {
            String code = AskedCommunes.mended(feature.code());
            if (!AskedCommunes.isCode(code)) {
                larger += LARGER.matcher(feature.code()).matches() ? 1 : 0;
                refuse(feature, "import.feature.code");
            } else if (!Departments.isIn(request.region(), code)) {
                elsewhere++;
            } else if (!asked.isKnown(code)) {
                gone++;
            } else {
                switch (Shape.read(feature.geometry())) {
                    case Shape.Read.Wrong wrong -> refuse(feature, wrong.key());
                    case Shape.Read.Good good -> add(feature, new Contour(code, good.border()));
                }
            }
        }

        private void add(ContourFile.Feature feature, Contour contour) {
            if (found.putIfAbsent(contour.communeCode(), contour) != null) {
                refuse(feature, "import.feature.duplicate");
            }
        }

        private void refuse(ContourFile.Feature feature, String key) {
            refused.add(Refused.file(key, feature.number(), feature.code()));
        }

        List<Remark> remarks() {
            return gone == 0 ? List.of() : List.of(Remark.of("import.remark.gone", gone));
        }
    }
}
