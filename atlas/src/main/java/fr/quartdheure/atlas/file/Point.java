package fr.quartdheure.atlas.file;

import fr.quartdheure.atlas.travel.Position;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A place of a file with its numbers: inhabitants, consultations a year… Immutable.
 *
 * @param code never empty, unique in its file
 * @param numbers by column, each 0 or more; a column that the file does not have is absent
 */
public record Point(String code, Position position, Map<String, Double> numbers) {

    public Point {
        numbers = Map.copyOf(numbers);
    }

    /** The number of a required column. */
    public double number(String column) {
        return find(column).orElseThrow(() -> new IllegalArgumentException("there is no number " + column));
    }

    public OptionalDouble find(String column) {
        Double number = numbers.get(column);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
