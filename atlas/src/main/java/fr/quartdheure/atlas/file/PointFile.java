package fr.quartdheure.atlas.file;

import fr.quartdheure.atlas.travel.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A CSV of points {@code code,lat,lon} and numbers that are 0 or more, read strictly: see {@link CsvFile} for its form.
 *
 * @param required number columns that must be there
 * @param optional number columns that may be; where one is, every row fills it in
 */
public record PointFile(Path file, List<String> required, List<String> optional) {

    public PointFile {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** Every point in the order of the file, at least one. */
    public List<Point> read() throws IOException {
        return read(ReadProgress.SILENT);
    }

    public List<Point> read(ReadProgress progress) throws IOException {
        var points = new ArrayList<Point>();
        forEach(points::add, progress);
        return points;
    }

    /**
     * Hands over each point as it is read.
     *
     * @throws FileRefused at the first row that cannot be believed; earlier ones were handed over
     */
    public void forEach(Consumer<Point> consumer, ReadProgress progress) throws IOException {
        var columns = Stream.concat(Stream.of("code", "lat", "lon"), required.stream())
                .toList();
        var lines = new HashMap<String, Long>();
        try (var rows = CsvFile.open(file, columns, progress)) {
            while (rows.next()) {
                Point point = point(rows);
                Long before = lines.putIfAbsent(point.code(), rows.line());
                if (before != null) {
                    throw rows.refused("code " + point.code() + " stands already in line " + before + "; keep one");
                }
                consumer.accept(point);
            }
        }
        if (lines.isEmpty()) {
            throw new FileRefused(file, 0, "has no row under its header; add at least one");
        }
    }

    private Point point(CsvFile rows) {
        var numbers = new HashMap<String, Double>();
        required.forEach(column -> numbers.put(column, rows.amount(column)));
        optional.stream().filter(rows::has).forEach(column -> numbers.put(column, rows.amount(column)));
        return new Point(rows.text("code"), position(rows), Map.copyOf(numbers));
    }

    private static Position position(CsvFile rows) {
        double lat = rows.number("lat");
        double lon = rows.number("lon");
        if (!French.holds(lat, lon) && French.holds(lon, lat)) {
            throw rows.refused("lat " + lat + " and lon " + lon
                    + " are swapped: the other way round they are in France; exchange the two columns");
        }
        try {
            return new Position(lat, lon);
        } catch (IllegalArgumentException e) {
            throw rows.refused(e.getMessage() + "; give degrees of WGS 84, latitude first");
        }
    }
}
