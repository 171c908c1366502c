package fr.quartdheure.wire;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of an address after "?", as it was written: the answer's own address must echo it. */
public record QueryText(List<Pair> pairs) {

    /**
     * @param written as it came, still encoded
     * @param value decoded, a "+" as a blank
     */
    public record Pair(String written, String name, String value) {

        /** Fit for an address: callers write "|" as it stands, which an address may not hold. */
        public String legal() {
            return written.replace("|", "%7C").replace(" ", "%20");
        }
    }

    public static QueryText of(@Nullable String query) {
        return query == null || query.isEmpty()
                ? new QueryText(List.of())
                : new QueryText(Arrays.stream(query.split("&"))
                        .filter(part -> !part.isEmpty())
                        .map(QueryText::pair)
                        .toList());
    }

    /** Of a search that was posted as a form: what its body and its address say together. */
    public static QueryText of(Map<String, String[]> form) {
        return new QueryText(form.entrySet().stream()
                .flatMap(entry -> Arrays.stream(entry.getValue()).map(value -> pair(entry.getKey(), value)))
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
                .map(Pair::legal)
                .collect(Collectors.joining("&"));
    }

    private static Pair pair(String written) {
        int equals = written.indexOf('=');
        String name = equals < 0 ? written : written.substring(0, equals);
        return new Pair(written, decoded(name), equals < 0 ? "" : decoded(written.substring(equals + 1)));
    }

    private static Pair pair(String name, String value) {
        return new Pair(encoded(name) + "=" + encoded(value), name, value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("address-malformed", "", Refused.shown(text));
        }
    }
}
