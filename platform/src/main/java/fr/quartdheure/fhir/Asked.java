package fr.quartdheure.fhir;

import fr.quartdheure.wire.Refused;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a search asks for, in the forms that statements take: an array is null when nothing is asked, and empty when
 * nothing can match.
 *
 * @param criteria those that the type of resource declares
 * @param after where the page before ended; null on the first
 */
record Asked(List<Criterion> criteria, @Nullable String after) {

    static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    /** Between the words of one criterion, for the statements of {@link Words}. */
    private static final String BETWEEN = "\u001f";

    boolean asks(String name) {
        return criteria.stream().anyMatch(criterion -> criterion.name().equals(name));
    }

    /** The ids that a reference parameter leaves of one type; a bare id is of that type. */
    String @Nullable [] ids(String name, String type) {
        return each(name, criterion -> {
            var ids = new LinkedHashSet<String>();
            criterion
                    .values()
                    .forEach(value ->
                            ids.add(reference(criterion, value, List.of(type)).id()));
            return ids;
        });
    }

    /** As {@link #ids}, of resources whose ids are UUIDs: another one cannot match. */
    String @Nullable [] uuids(String name, String type) {
        return only(ids(name, type));
    }

    /** Of a reference parameter that takes several types, the ids of one: null when no criterion names this type. */
    String @Nullable [] uuids(String name, String type, List<String> types) {
        List<Criterion> ofType = new ArrayList<>();
        for (Criterion criterion : of(name)) {
            var references = criterion.values().stream()
                    .map(value -> reference(criterion, value, types))
                    .toList();
            if (references.stream().map(Reference::type).distinct().count() > 1) {
                throw Refused.malformed("reference-mixed", criterion.written(), name);
            }
            var kept = references.stream()
                    .filter(reference -> reference.type().equals(type))
                    .map(Reference::id)
                    .toList();
            if (!kept.isEmpty()) {
                ofType.add(new Criterion(name, "", kept));
            }
        }
        return ofType.isEmpty() ? null : only(new Asked(ofType, null).ids(name, type));
    }

    /** What the tokens of a parameter stand for in a column, as the mapping says. */
    String @Nullable [] tokens(String name, Function<Token, Set<String>> columnValues) {
        return each(name, criterion -> {
            var all = new LinkedHashSet<String>();
            criterion.values().forEach(value -> all.addAll(columnValues.apply(Token.of(value))));
            return all;
        });
    }

    /** For {@link Words}: one text for each criterion, its words marked "^" (at the beginning) or "*" (anywhere). */
    String[] words(String name) {
        return of(name).stream()
                .map(criterion -> {
                    String mark = "contains".equals(criterion.modifier()) ? "*" : "^";
                    return String.join(
                            BETWEEN,
                            criterion.values().stream().map(word -> mark + word).toList());
                })
                .toArray(String[]::new);
    }

    /** The time that every date of a parameter leaves. */
    Moments moments(String name) {
        Moments all = Moments.ALWAYS;
        for (Criterion criterion : of(name)) {
            if (criterion.values().size() > 1) {
                throw Refused.malformed("moment-list", name);
            }
            all = all.and(Moments.of(criterion.values().getFirst(), name));
        }
        return all;
    }

    /** Where the page before ended, when resources stand by their UUIDs. */
    @Nullable
    String afterUuid() {
        if (after != null && !isUuid(after)) {
            throw Refused.malformed("cursor-malformed", Search.CURSOR, Refused.shown(after));
        }
        return after;
    }

    private List<Criterion> of(String name) {
        return criteria.stream()
                .filter(criterion -> criterion.name().equals(name))
                .toList();
    }

    private String @Nullable [] each(String name, Function<Criterion, Set<String>> values) {
        Set<String> left = null;
        for (Criterion criterion : of(name)) {
            Set<String> these = values.apply(criterion);
            if (left == null) {
                left = these;
            } else {
                left.retainAll(these);
            }
        }
        return left == null ? null : left.toArray(String[]::new);
    }

    private static String @Nullable [] only(String @Nullable [] ids) {
        if (ids == null) {
            return null;
        }
        var uuids = new ArrayList<String>();
        for (String id : ids) {
            if (isUuid(id)) {
                uuids.add(id);
            }
        }
        return uuids.toArray(String[]::new);
    }

    /** Written in full: the shorter forms that {@link UUID#fromString} takes are no ids of ours. */
    static boolean isUuid(String id) {
        try {
            return id.length() == 36 && UUID.fromString(id).toString().equalsIgnoreCase(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** "Type/id", an address that ends so, or an id alone when its type is clear. */
    private static Reference reference(Criterion criterion, String value, List<String> types) {
        String[] parts = value.split("/", -1);
        String id = parts[parts.length - 1];
        if (!ID.matcher(id).matches()) {
            throw Refused.malformed("reference-malformed", criterion.written(), Refused.shown(value));
        }
        String named = parts.length > 1 ? parts[parts.length - 2] : criterion.modifier();
        if (named.isEmpty() && types.size() > 1) {
            throw Refused.malformed("reference-untyped", criterion.written(), Refused.shown(value));
        }
        String type = named.isEmpty() ? types.getFirst() : named;
        if (!types.contains(type)) {
            throw Refused.malformed(
                    "reference-of-another-type", criterion.written(), Refused.shown(value), String.join(", ", types));
        }
        return new Reference(type, id);
    }

    private record Reference(String type, String id) {}
}
