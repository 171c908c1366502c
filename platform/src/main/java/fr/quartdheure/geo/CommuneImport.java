package fr.quartdheure.geo;

import fr.quartdheure.intake.FileRefused;
import fr.quartdheure.intake.ImportProgress;
import fr.quartdheure.intake.ImportReport;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Importer;
import fr.quartdheure.intake.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the communes of an open-data file: the CSV files of data.gouv.fr, or the JSON of the State's commune API.
 * Mountain communes and districts that the platform knows are left as they are. Thread-safe.
 */
@Component
public class CommuneImport implements Importer {

    private final Communes communes;
    private final Epcis epcis;
    private final TransactionOperations transaction;

    CommuneImport(Communes communes, Epcis epcis, TransactionOperations transaction) {
        this.communes = communes;
        this.epcis = epcis;
        this.transaction = transaction;
    }

    /** For the command line, which runs without the application around it. */
    public static CommuneImport on(DataSource database) {
        var jdbc = JdbcClient.create(database);
        return new CommuneImport(
                Communes.on(jdbc), new Epcis(jdbc), new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    @Override
    public String kind() {
        return "communes";
    }

    /** Reads the file row by row, then writes what is new in one transaction; a second run changes nothing. */
    @Override
    public ImportReport run(ImportRequest request, ImportProgress progress) throws IOException {
        var reading = new Reading(request);
        try {
            CommuneFile.read(request.file(), reading::take, progress);
        } catch (FileRefused e) {
            return ImportReport.ofFile(e.reason());
        }
        if (reading.found.isEmpty() && reading.skipped == 0) {
            return ImportReport.ofNothing(reading.refused);
        }
        return Objects.requireNonNull(transaction.execute(status -> write(reading, request)));
    }

    private ImportReport write(Reading reading, ImportRequest request) {
        var known = new HashMap<String, Commune>();
        communes.list().forEach(commune -> known.put(commune.code(), commune));
        Map<String, Epci> joined = newlyJoined(reading.epcis);
        var changed = new ArrayList<Commune>();
        int added = 0;
        int unchanged = 0;
        for (Commune found : reading.found.values()) {
            Commune before = known.get(found.code());
            Commune after = merged(before, found);
            if (!after.equals(before)) {
                changed.add(after);
                added += before == null ? 1 : 0;
            } else if (!joined.containsKey(found.code())) {
                unchanged++;
            }
        }
        boolean applied = reading.refused.isEmpty() || request.keepGoing();
        if (applied && !changed.isEmpty()) {
            communes.saveAll(changed);
        }
        if (applied && !joined.isEmpty()) {
            epcis.saveAll(joined);
        }
        int updated = reading.found.size() - added - unchanged;
        return new ImportReport(added, updated, unchanged, 0, reading.skipped, reading.refused, applied);
    }

    /** Communes whose EPCI, or its name, is news. */
    private Map<String, Epci> newlyJoined(Map<String, Epci> told) {
        Map<String, Epci> known = epcis.byCommune();
        var joined = new LinkedHashMap<>(told);
        joined.entrySet().removeIf(entry -> entry.getValue().equals(known.get(entry.getKey())));
        return joined;
    }

    /** Files know fewer postal codes than people use: those already known stay. */
    private static Commune merged(@Nullable Commune before, Commune found) {
        if (before == null) {
            return found;
        }
        var postalCodes = new TreeSet<>(before.postalCodes());
        postalCodes.addAll(found.postalCodes());
        boolean sameCodes = postalCodes.size() == before.postalCodes().size();
        return new Commune(
                found.code(),
                found.name(),
                sameCodes ? before.postalCodes() : List.copyOf(postalCodes),
                found.population(),
                found.lat(),
                found.lon(),
                before.districtOf(),
                before.mountain());
    }

    /** What the file says so far. */
    private static final class Reading {
        private final Map<String, Commune> found = new LinkedHashMap<>();
        private final Map<String, Epci> epcis = new HashMap<>();
        private final Map<String, Epci> epciByCode = new HashMap<>();
        private final List<Refused> refused = new ArrayList<>();
        private final ImportRequest request;
        private int skipped;

        Reading(ImportRequest request) {
            this.request = request;
        }

        void take(CommuneRow row) {
            if (!row.isCommune() || (row.hasCode() && !Departments.isIn(request.region(), row.code()))) {
                skipped++;
                return;
            }
            switch (row.commune()) {
                case CommuneRow.Read.Wrong wrong -> refused.add(wrong.reason());
                case CommuneRow.Read.Good good -> {
                    add(row.line(), good.commune());
                    good.epci().ifPresent(epci -> join(row.code(), epci));
                }
            }
        }

        /** One EPCI has one name, however often the file spells it otherwise. */
        private void join(String commune, Epci epci) {
            epcis.put(commune, epciByCode.computeIfAbsent(epci.code(), code -> epci));
        }

        private void add(long line, Commune commune) {
            Commune before = found.putIfAbsent(commune.code(), commune);
            if (before == null) {
                return;
            }
            if (!sameBut(before, commune) || before.postalCodes().containsAll(commune.postalCodes())) {
                refused.add(Refused.at(line, "import.row.duplicate", commune.code()));
                return;
            }
            var postalCodes = new ArrayList<>(before.postalCodes());
            postalCodes.addAll(commune.postalCodes());
            found.put(
                    commune.code(),
                    new Commune(
                            before.code(),
                            before.name(),
                            postalCodes.stream().distinct().sorted().toList(),
                            before.population(),
                            before.lat(),
                            before.lon(),
                            null,
                            false));
        }

        /** Several rows of one commune differ by their postal code only. */
        private static boolean sameBut(Commune one, Commune other) {
            return one.name().equals(other.name()) && one.position().equals(other.position());
        }
    }
}
