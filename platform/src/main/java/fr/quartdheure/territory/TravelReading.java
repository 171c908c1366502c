package fr.quartdheure.territory;

import fr.quartdheure.geo.AskedCommunes;
import fr.quartdheure.geo.Departments;
import fr.quartdheure.geo.ImportedTravels;
import fr.quartdheure.geo.Trip;
import fr.quartdheure.intake.ImportReport;
import fr.quartdheure.intake.ImportRequest;
import fr.quartdheure.intake.Refused;
import fr.quartdheure.intake.RowRefused;
import fr.quartdheure.intake.TableFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A file of minutes while it is read: pairs are written in batches as long as no row was refused. */
final class TravelReading {

    private static final int BATCH = 5000;
    private static final double MINUTES_OF_A_DAY = 1440;

    private final TravelEnds ends;
    private final ImportRequest request;
    private final ImportedTravels travels;
    private final List<Refused> refused = new ArrayList<>();
    /** Origins already said of each place: one bit a pair, for files of millions. */
    private final Map<UUID, BitSet> said = new HashMap<>();

    private final List<Trip> batch = new ArrayList<>();
    private int added;
    private int updated;
    private int pairs;
    private int skipped;

    TravelReading(TravelEnds ends, ImportRequest request, ImportedTravels travels) {
        this.ends = ends;
        this.request = request;
        this.travels = travels;
    }

    void take(TableFile.Row row) {
        try {
            read(row);
        } catch (RowRefused e) {
            refused.add(e.reason());
        }
    }

    private void read(TableFile.Row row) throws RowRefused {
        if (!row.whole()) {
            throw new RowRefused(Refused.at(row.line(), "import.row.width"));
        }
        String from = AskedCommunes.mended(row.value(TravelTimeImport.ORIGIN));
        if (AskedCommunes.isCode(from) && !Departments.isIn(request.region(), from)) {
            skipped++;
            return;
        }
        String to = row.value(TravelTimeImport.DESTINATION);
        Optional<String> origin = ends.origin(from);
        Optional<List<UUID>> places = ends.destinations(to);
        double minutes = row.number(TravelTimeImport.MINUTES, MINUTES_OF_A_DAY);
        if (origin.isEmpty()) {
            throw new RowRefused(Refused.at(row.line(), "import.row.commune", from));
        }
        if (places.isEmpty()) {
            throw new RowRefused(Refused.at(row.line(), "import.row.destination", to));
        }
        // A commune where nothing stands: the file speaks of more than is known here.
        skipped += places.get().isEmpty() ? 1 : 0;
        for (UUID place : places.get()) {
            add(row, new Trip(origin.get(), place, minutes));
        }
    }

    private void add(TableFile.Row row, Trip trip) throws RowRefused {
        int origin = Objects.requireNonNull(ends.origins().get(trip.originCode()));
        BitSet origins = said.computeIfAbsent(trip.placeId(), place -> new BitSet());
        if (origins.get(origin)) {
            String pair = trip.originCode() + " → " + row.value(TravelTimeImport.DESTINATION);
            throw new RowRefused(Refused.at(row.line(), "import.row.duplicate", pair));
        }
        origins.set(origin);
        pairs++;
        batch.add(trip);
        if (batch.size() >= BATCH) {
            write();
        }
    }

    private void write() {
        if (goesOn() && !batch.isEmpty()) {
            var written = travels.saveAll(batch);
            added += written.added();
            updated += written.updated();
        }
        batch.clear();
    }

    private boolean goesOn() {
        return refused.isEmpty() || request.keepGoing();
    }

    ImportReport report() {
        write();
        if (pairs == 0 && skipped == 0) {
            return ImportReport.ofNothing(refused);
        }
        boolean applied = goesOn();
        int unchanged = applied ? pairs - added - updated : 0;
        return new ImportReport(added, updated, unchanged, 0, skipped, refused, applied);
    }
}
