package fr.quartdheure.intake;

import java.util.Arrays;
import java.util.List;

/**
 * Something to know about a file that was taken.
 *
 * @param key a key of the messages
 * @param arguments what it speaks about
 */
public record Remark(String key, List<String> arguments) {

    public Remark {
        arguments = List.copyOf(arguments);
    }

    public static Remark of(String key, Object... arguments) {
        return new Remark(key, Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
