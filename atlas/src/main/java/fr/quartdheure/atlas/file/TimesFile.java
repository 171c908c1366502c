package fr.quartdheure.atlas.file;

import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.TabulatedTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A CSV {@code origin,destination,minutes} of the journeys between two sets of places, read strictly.
 *
 * @param origins where people live
 * @param destinations where care is given
 */
public record TimesFile(Path file, Places origins, Places destinations) {

    /**
     * @param times what was given; a pair that was not is unreachable
     * @param ignored rows of known places that are no journey from an origin to another place that is a destination
     */
    public record Read(TabulatedTimes times, long ignored) {}

    public Read read() throws IOException {
        return read(ReadProgress.SILENT);
    }

    /**
     * @throws FileRefused at a code that stands among neither the origins nor the destinations, or a pair given twice
     */
    public Read read(ReadProgress progress) throws IOException {
        var times = new TabulatedTimes.Builder(origins, destinations);
        long ignored = 0;
        long rows = 0;
        try (var row = CsvFile.open(file, List.of("origin", "destination", "minutes"), progress)) {
            for (; row.next(); rows++) {
                ignored += take(row, times) ? 0 : 1;
            }
        }
        if (rows == 0) {
            throw new FileRefused(file, 0, "has no row under its header; add at least one");
        }
        return new Read(times.build(), ignored);
    }

    private boolean take(CsvFile row, TabulatedTimes.Builder times) {
        String from = known(row, "origin");
        String to = known(row, "destination");
        double minutes = row.amount("minutes");
        var origin = origins.find(from);
        var destination = destinations.find(to);
        if (origin.isEmpty() || destination.isEmpty() || from.equals(to)) {
            return false;
        }
        if (!times.add(origin.getAsInt(), destination.getAsInt(), minutes)) {
            throw row.refused("the minutes from " + from + " to " + to + " stand already on an earlier line; keep one");
        }
        return true;
    }

    private String known(CsvFile row, String column) {
        String code = row.text(column);
        if (origins.find(code).isEmpty() && destinations.find(code).isEmpty()) {
            throw row.refused(column + " " + code + " stands in neither of the files of places; correct the code"
                    + " (leading zeros count) or remove the line");
        }
        return code;
    }
}
