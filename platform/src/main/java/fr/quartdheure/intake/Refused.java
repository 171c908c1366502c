package fr.quartdheure.intake;

import java.util.List;

/**
 * A row, or a whole file, that an import did not take.
 *
 * @param line the line of the file, 1 for its header; 0 for the file as a whole
 * @param key the reason, a key of the messages
 * @param arguments what the reason speaks about
 */
public record Refused(long line, String key, List<String> arguments) {

    public Refused {
        arguments = List.copyOf(arguments);
    }

    public static Refused at(long line, String key, Object... arguments) {
        return new Refused(
                line,
                key,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }

    public static Refused file(String key, Object... arguments) {
        return at(0, key, arguments);
    }
}
