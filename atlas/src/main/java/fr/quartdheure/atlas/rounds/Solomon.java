package fr.quartdheure.atlas.rounds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads an instance of Solomon's benchmark of rounds with time windows (1987): {@code id x y demand ready due service},
 * the depot first, distances Euclidean in double precision. Both usual forms are read: with the heading that names the
 * number of vehicles and their capacity, and bare rows, which stand for 25 vehicles of 200.
 */
public final class Solomon {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final double VEHICLES = 25;
    private static final double CAPACITY = 200;

    private final List<double[]> rows = new ArrayList<>();
    private double vehicles = VEHICLES;
    private double capacity = CAPACITY;

    private Solomon() {}

    /** @throws IllegalArgumentException with the line and what is wrong there */
    public static RoundProblem read(Reader text) throws IOException {
        var solomon = new Solomon();
        var lines = new BufferedReader(text);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                solomon.take(line.strip());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
            }
        }
        return solomon.problem();
    }

    private void take(String line) {
        Optional<double[]> numbers = numbers(line);
        if (numbers.isEmpty()) {
            return;
        }
        double[] row = numbers.get();
        if (row.length == 2 && rows.isEmpty()) {
            vehicles = row[0];
            capacity = row[1];
        } else if (row.length == 7) {
            rows.add(checked(row));
        } else {
            throw new IllegalArgumentException("it has " + row.length + " numbers instead of the seven of"
                    + " \"id x y demand ready due service\"");
        }
    }

    /** Headings hold letters; a row that holds letters among its numbers is no heading. */
    private static Optional<double[]> numbers(String line) {
        if (line.isEmpty() || Character.isLetter(line.charAt(0))) {
            return Optional.empty();
        }
        String[] parts = BLANKS.split(line);
        var numbers = new double[parts.length];
        for (int n = 0; n < parts.length; n++) {
            try {
                numbers[n] = Double.parseDouble(parts[n]);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException('"' + parts[n] + "\" is not a number", e);
            }
        }
        return Optional.of(numbers);
    }

    private static double[] checked(double[] row) {
        if (!(row[3] >= 0) || !(row[4] >= 0) || !(row[5] >= row[4]) || !(row[6] >= 0)) {
            throw new IllegalArgumentException(
                    "demand, ready time and service are 0 or more, the due time is not" + " before the ready time");
        }
        return row;
    }

    private RoundProblem problem() {
        if (rows.size() < 2) {
            throw new IllegalArgumentException("it names no depot and customers");
        }
        if (!(vehicles >= 1) || !(capacity >= 0) || vehicles > rows.size() + VEHICLES) {
            throw new IllegalArgumentException(vehicles + " vehicles of " + capacity + " cannot be");
        }
        double[] depot = rows.getFirst();
        var vehicle = new Professional("vehicle", 0, 0, new Window(depot[4], depot[5]), capacity, Set.of(), null);
        var visits = new ArrayList<Visit>();
        var codes = new HashSet<String>();
        for (int place = 1; place < rows.size(); place++) {
            double[] row = rows.get(place);
            String code = String.valueOf((long) row[0]);
            if (!codes.add(code)) {
                throw new IllegalArgumentException("customer " + code + " is there twice");
            }
            visits.add(new Visit(code, place, row[6], new Window(row[4], row[5]), row[3], Set.of(), 1));
        }
        return new RoundProblem(visits, Collections.nCopies((int) vehicles, vehicle), distances());
    }

    private double[][] distances() {
        var distances = new double[rows.size()][rows.size()];
        for (int from = 0; from < rows.size(); from++) {
            for (int to = 0; to < rows.size(); to++) {
                distances[from][to] =
                        Math.hypot(rows.get(from)[1] - rows.get(to)[1], rows.get(from)[2] - rows.get(to)[2]);
            }
        }
        return distances;
    }
}
