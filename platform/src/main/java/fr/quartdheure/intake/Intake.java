package fr.quartdheure.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How the facts of a table are taken: each row read, compared with what is known, what is new written in one
 * transaction. Thread-safe.
 *
 * @param <T> a fact; two facts that are equal need no writing
 * @param columns the columns that are looked for
 */
public record Intake<T>(List<Column> columns, Opening<T> opening, Shelf<T> shelf, TransactionOperations transaction) {

    /** Looks at the headings before the first row is read. */
    @FunctionalInterface
    public interface Opening<T> {
        Rows<T> open(TableFile table) throws FileRefused;
    }

    /** Reads one row; empty when nobody asked for it. */
    @FunctionalInterface
    public interface Rows<T> {
        Optional<T> read(TableFile.Row row) throws RowRefused;
    }

    /** Where the facts stand. */
    public interface Shelf<T> {

        /** What a fact is about; one file says it once. */
        String key(T fact);

        /** All facts that are known, by key. */
        Map<String, T> known();

        void saveAll(Collection<T> facts);

        /** What the file says without writing it, added to what it writes. */
        default Collection<T> implied(Collection<T> found, Map<String, T> known) {
            return List.of();
        }
    }

    /** Reads the file row by row, then writes what is new; a second run changes nothing. */
    public ImportReport run(ImportRequest request, ImportProgress progress) throws IOException {
        var gathered = new Gathered<>(shelf);
        try (var table = TableFile.open(request.file(), columns, progress)) {
            Rows<T> rows = opening.open(table);
            while (table.hasNext()) {
                gathered.take(table.next(), rows);
            }
        } catch (FileRefused e) {
            return ImportReport.ofFile(e.reason());
        }
        if (gathered.found.isEmpty() && gathered.skipped == 0) {
            return ImportReport.ofNothing(gathered.refused);
        }
        return Objects.requireNonNull(transaction.execute(status -> write(gathered, request)));
    }

    private ImportReport write(Gathered<T> gathered, ImportRequest request) {
        Map<String, T> known = shelf.known();
        var facts = new ArrayList<>(gathered.found.values());
        facts.addAll(shelf.implied(gathered.found.values(), known));
        var changed = new ArrayList<T>();
        int added = 0;
        for (T fact : facts) {
            T before = known.get(shelf.key(fact));
            if (!fact.equals(before)) {
                changed.add(fact);
                added += before == null ? 1 : 0;
            }
        }
        boolean applied = gathered.refused.isEmpty() || request.keepGoing();
        if (applied && !changed.isEmpty()) {
            shelf.saveAll(changed);
        }
        int unchanged = facts.size() - changed.size();
        return new ImportReport(
                added, changed.size() - added, unchanged, 0, gathered.skipped, gathered.refused, applied);
    }

    /** What the file says so far. */
    private static final class Gathered<T> {
        private final Map<String, T> found = new LinkedHashMap<>();
        private final List<Refused> refused = new ArrayList<>();
        private final Shelf<T> shelf;
        private int skipped;

        Gathered(Shelf<T> shelf) {
            this.shelf = shelf;
        }

        void take(TableFile.Row row, Rows<T> rows) {
            try {
                Optional<T> fact = rows.read(row);
                if (fact.isEmpty()) {
                    skipped++;
                } else if (found.putIfAbsent(shelf.key(fact.get()), fact.get()) != null) {
                    refused.add(Refused.at(row.line(), "import.row.duplicate", shelf.key(fact.get())));
                }
            } catch (RowRefused e) {
                refused.add(e.reason());
            }
        }
    }
}
