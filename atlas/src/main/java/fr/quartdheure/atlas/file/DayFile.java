package fr.quartdheure.atlas.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The arrivals of a day, {@code from,arrivals}: a row for each half-hour from opening to closing, in their order, named
 * by its beginning as 08:30.
 */
public record DayFile(Path file) {

    private static final String FROM = "from";
    private static final String ARRIVALS = "arrivals";
    private static final int HALF_HOUR = 30;
    private static final Pattern HOUR = Pattern.compile("([01][0-9]|2[0-3]):(00|30)");

    /**
     * What was read.
     *
     * @param opens the beginning of the first half-hour
     * @param arrivals people expected in each, 0 or more
     */
    public record Day(LocalTime opens, List<Double> arrivals) {

        /** The beginning of a half-hour, counted from 0. */
        public LocalTime from(int halfHour) {
            return opens.plusMinutes((long) HALF_HOUR * halfHour);
        }
    }

    /** @throws FileRefused at the first line that is not the half-hour after the one before */
    public Day read() throws IOException {
        var hours = new ArrayList<LocalTime>();
        var arrivals = new ArrayList<Double>();
        try (var rows = CsvFile.open(file, List.of(FROM, ARRIVALS), ReadProgress.SILENT)) {
            while (rows.next()) {
                hours.add(next(rows, hours));
                arrivals.add(rows.amount(ARRIVALS));
            }
        }
        if (hours.isEmpty()) {
            throw new FileRefused(file, 0, "has no half-hour; give a line for each from opening to closing");
        }
        return new Day(hours.getFirst(), List.copyOf(arrivals));
    }

    private static LocalTime next(CsvFile rows, List<LocalTime> hours) {
        String text = rows.text(FROM);
        if (!HOUR.matcher(text).matches()) {
            throw rows.refused("from \"" + text + "\" is not the beginning of a half-hour; write it as 08:30 or 14:00");
        }
        var hour = LocalTime.parse(text);
        if (hours.isEmpty()) {
            return hour;
        }
        if (hours.contains(hour)) {
            throw rows.refused("the half-hour from " + hour + " stands already above; keep one line for it");
        }
        var due = hours.getLast().plusMinutes(HALF_HOUR);
        if (hour.isBefore(hours.getLast())) {
            throw rows.refused("from " + hour + " follows " + hours.getLast() + "; put the half-hours in their order");
        }
        if (!hour.equals(due)) {
            throw rows.refused("from " + hour + " follows " + hours.getLast() + ", so " + due
                    + " is missing; add it, with 0 where nobody comes");
        }
        return hour;
    }
}
