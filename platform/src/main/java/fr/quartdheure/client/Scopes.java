package fr.quartdheure.client;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a client may do, as SMART App Launch 2 writes it: {@code system/Appointment.cruds system/Slot.rs}. What is not
 * named is refused; a wildcard is not understood, for it would allow what does not exist yet. Immutable.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html">SMART App Launch 2</a>
 */
public final class Scopes {

    /** The kinds of resource that scopes are given for, each with what can be done there. */
    private static final Map<String, Set<Permission>> KNOWN = known();

    private static final Pattern SCOPE = Pattern.compile("system/([A-Z][A-Za-z]{0,40})\\.(c?r?u?d?s?)");
    private static final int LONGEST = 1000;

    private final Map<String, Set<Permission>> allowed;

    private Scopes(Map<String, Set<Permission>> allowed) {
        this.allowed = allowed;
    }

    /** The kinds of resource, in the order of the alphabet. */
    public static List<String> resources() {
        return List.copyOf(KNOWN.keySet());
    }

    /** The scope that allows all that can be asked of a kind of resource here. */
    public static String all(String resource) {
        return "system/" + resource + "." + letters(KNOWN.getOrDefault(resource, Set.of()));
    }

    /** Scopes separated by blanks; empty when one of them is not understood, or when there is none. */
    public static Optional<Scopes> parse(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, Set<Permission>> read = new TreeMap<>();
        for (String scope : text.strip().split(" +")) {
            Matcher matcher = SCOPE.matcher(scope);
            if (!matcher.matches() || matcher.group(2).isEmpty() || !KNOWN.containsKey(matcher.group(1))) {
                return Optional.empty();
            }
            var permissions = read.computeIfAbsent(matcher.group(1), kind -> EnumSet.noneOf(Permission.class));
            matcher.group(2).chars().mapToObj(Permission::of).forEach(one -> permissions.add(one.orElseThrow()));
        }
        return Optional.of(new Scopes(read));
    }

    /** @throws IllegalArgumentException when they are not understood */
    static Scopes of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("no scopes: \"" + text + "\""));
    }

    public boolean allow(String resource, Permission permission) {
        return allowed.getOrDefault(resource, Set.of()).contains(permission);
    }

    /** Whether these allow all that the others do. */
    public boolean cover(Scopes others) {
        return others.allowed.entrySet().stream()
                .allMatch(one -> allowed.getOrDefault(one.getKey(), Set.of()).containsAll(one.getValue()));
    }

    /** What both allow: a token never does more than its client may do by now. */
    Scopes and(Scopes others) {
        Map<String, Set<Permission>> both = new TreeMap<>();
        allowed.forEach((resource, permissions) -> {
            var common = EnumSet.copyOf(permissions);
            common.retainAll(others.allowed.getOrDefault(resource, Set.of()));
            if (!common.isEmpty()) {
                both.put(resource, common);
            }
        });
        return new Scopes(both);
    }

    /** One scope for each kind of resource, in the order of the alphabet. */
    public List<String> list() {
        return allowed.entrySet().stream()
                .map(one -> "system/" + one.getKey() + "." + letters(one.getValue()))
                .toList();
    }

    /** As a token answer and the store write them. */
    public String text() {
        return String.join(" ", list());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scopes scopes && scopes.allowed.equals(allowed);
    }

    @Override
    public int hashCode() {
        return allowed.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }

    private static String letters(Set<Permission> permissions) {
        return Arrays.stream(Permission.values())
                .filter(permissions::contains)
                .map(one -> String.valueOf(one.letter()))
                .collect(Collectors.joining());
    }

    private static Map<String, Set<Permission>> known() {
        var known = new TreeMap<String, Set<Permission>>();
        for (String open : List.of(
                "HealthcareService",
                "Location",
                "Organization",
                "Practitioner",
                "PractitionerRole",
                "Schedule",
                "Slot")) {
            known.put(open, EnumSet.of(Permission.READ, Permission.SEARCH));
        }
        known.put("Appointment", EnumSet.of(Permission.CREATE, Permission.READ, Permission.UPDATE, Permission.SEARCH));
        known.put("Patient", EnumSet.of(Permission.CREATE, Permission.READ, Permission.SEARCH));
        return known;
    }
}
