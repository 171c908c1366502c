package fr.quartdheure.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of an address after "?", as it was written: the answer's own address must echo it. */
public record QueryText(List<Pair> pairs) {

    /**
     * @param written as it came, still encoded
     * @param value decoded, a "+" as a blank
     */
    public record Pair(String written, String name, String value) {}

    public static QueryText of(@Nullable String query) {
        return query == null || query.isEmpty()
                ? new QueryText(List.of())
                : new QueryText(Arrays.stream(query.split("&"))
                        .filter(part -> !part.isEmpty())
                        .map(QueryText::pair)
                        .toList());
    }

    public List<String> values(String name) {
        return pairs.stream()
                .filter(pair -> pair.name().equals(name))
                .map(Pair::value)
                .toList();
    }

    /** What these names were given, in the order of the request, fit for an address. */
    public String echo(Set<String> names) {
        return pairs.stream()
                .filter(pair -> names.contains(pair.name()))
                .map(pair -> legal(pair.written()))
                .collect(Collectors.joining("&"));
    }

    private static Pair pair(String written) {
        int equals = written.indexOf('=');
        String name = equals < 0 ? written : written.substring(0, equals);
        return new Pair(written, decoded(name), equals < 0 ? "" : decoded(written.substring(equals + 1)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("address-malformed", "", Refused.shown(text));
        }
    }

    /** Callers write "|" as it stands; an address may not hold it. */
    private static String legal(String written) {
        return written.replace("|", "%7C").replace(" ", "%20");
    }
}
