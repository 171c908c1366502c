package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.reception.RedFlagList;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was typed of a call.
 *
 * @param fields by name; those of warning signs begin with "flag-"
 * @param refusals key of the message of each refused field, in the order of the form
 */
public record CallForm(Map<String, String> fields, Map<String, String> refusals) {

    private static final String FLAG = "flag-";
    private static final Set<String> RAISED = Set.of("yes", "unknown");
    private static final int LONGEST = 200;
    private static final Set<String> KNOWN =
            Set.of("caller", "who", "phone", "patient", "reason", "outcome", "note", "minutes", "dueDay", "dueHour");

    /** Whatever else a form sends is left out. */
    static CallForm of(Map<String, String> sent) {
        Map<String, String> fields = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            if (KNOWN.contains(name) || name.matches(FLAG + "[a-z]{1,20}")) {
                String text = value.strip();
                fields.put(name, text.substring(0, Math.min(LONGEST, text.length())));
            }
        });
        return new CallForm(fields, Map.of());
    }

    static CallForm decoded(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), charset()));
            }
        }
        return of(fields);
    }

    String encoded() {
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), charset()))
                .collect(Collectors.joining("&"));
    }

    public String value(String name) {
        return fields.getOrDefault(name, "");
    }

    public boolean has(String name, String value) {
        return value(name).equals(value);
    }

    /** What was answered about a warning sign; empty as long as nobody asked: a "no" is an answer, never a default. */
    public String flag(String code) {
        return fields.getOrDefault(FLAG + code, "");
    }

    public @Nullable String refusal(String field) {
        return refusals.get(field);
    }

    CallForm with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return new CallForm(changed, refusals);
    }

    CallForm refused(Map<String, String> why) {
        return new CallForm(fields, why);
    }

    /** Whether a warning sign was told, by an answer that is not "no", or by a word of the note. */
    boolean alarms(RedFlagList flags) {
        return flags.flags().stream().map(flag -> flag(flag.code())).anyMatch(RAISED::contains)
                || flags.isRaisedBy(value("note"));
    }

    private static java.nio.charset.Charset charset() {
        return StandardCharsets.UTF_8;
    }
}
