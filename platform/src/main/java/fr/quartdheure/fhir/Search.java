package fr.quartdheure.fhir;

import fr.quartdheure.wire.Capability;
import fr.quartdheure.wire.QueryText;
import fr.quartdheure.wire.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A search as it was written: criteria, what to bring along, the page. What is not known is left out, and absent from
 * the answer's own address; a caller who wants to be told says {@code Prefer: handling=strict}.
 *
 * @param counted whether only the number of matches is wanted
 * @param withTotal whether the number of matches is wanted too
 * @param echo the query as it was understood, without the page
 */
record Search(
        Asked asked,
        int count,
        boolean counted,
        boolean withTotal,
        Set<String> includes,
        Set<String> iterated,
        String echo) {

    static final String COUNT = "_count";
    static final String CURSOR = "_cursor";
    static final String INCLUDE = "_include";
    static final String ITERATE = "_include:iterate";
    static final int USUAL = 20;
    static final int MOST = 200;

    private static final String SUMMARY = "_summary";
    private static final String TOTAL = "_total";
    private static final String FORMAT = "_format";
    private static final Set<String> TOTALS = Set.of("none", "estimate", "accurate");

    /** Of what is not public: a filter that is not followed would show more than was asked for, and is refused. */
    static Search strict(QueryText query, Searchable type) {
        return of(query, type, true, Set.of());
    }

    static Search of(QueryText query, Searchable shelf, boolean strict, Set<String> includable) {
        var reading = new Reading(shelf, strict, includable);
        query.pairs().forEach(reading::take);
        boolean counted = reading.counted || reading.count == 0;
        return new Search(
                new Asked(reading.criteria, reading.after),
                reading.count,
                counted,
                reading.withTotal,
                reading.includes,
                reading.iterated,
                reading.echo());
    }

    /** The address of the page that begins after this position, as a query. */
    String next(String position) {
        return (echo.isEmpty() ? "" : echo + "&") + CURSOR + "=" + written(position);
    }

    /** The address of this page, as a query. */
    String self() {
        String after = asked.after();
        return after == null ? echo : next(after);
    }

    private static String written(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static String position(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("cursor-malformed", CURSOR, Refused.shown(cursor));
        }
    }

    /** One parameter after the other. */
    private static final class Reading {

        private final Searchable shelf;
        private final boolean strict;
        private final Set<String> includable;
        private final List<Criterion> criteria = new ArrayList<>();
        private final List<QueryText.Pair> understood = new ArrayList<>();
        private final Set<String> includes = new LinkedHashSet<>();
        private final Set<String> iterated = new LinkedHashSet<>();
        private int count = USUAL;
        private boolean counted;
        private boolean withTotal;
        private @Nullable String after;

        Reading(Searchable shelf, boolean strict, Set<String> includable) {
            this.shelf = shelf;
            this.strict = strict;
            this.includable = includable;
        }

        void take(QueryText.Pair pair) {
            switch (pair.name()) {
                case COUNT -> page(pair.value());
                case CURSOR -> after = position(pair.value());
                case INCLUDE -> include(pair, includes);
                case ITERATE -> include(pair, iterated);
                case SUMMARY -> summary(pair);
                case TOTAL -> total(pair);
                case FORMAT -> understood.add(pair);
                default -> criterion(pair);
            }
        }

        String echo() {
            return understood.stream().map(QueryText.Pair::legal).collect(Collectors.joining("&"));
        }

        private void page(String value) {
            if (!value.matches("\\d{1,9}")) {
                throw Refused.malformed("count-malformed", COUNT, Refused.shown(value), MOST);
            }
            count = Math.min(MOST, Integer.parseInt(value));
            understood.removeIf(pair -> pair.name().equals(COUNT));
            understood.add(new QueryText.Pair(COUNT + "=" + count, COUNT, String.valueOf(count)));
        }

        private void include(QueryText.Pair pair, Set<String> into) {
            if (includable.contains(pair.value())) {
                into.add(pair.value());
                understood.add(pair);
            } else {
                unknown(pair, pair.value());
            }
        }

        private void summary(QueryText.Pair pair) {
            if ("count".equals(pair.value()) || "false".equals(pair.value())) {
                counted = "count".equals(pair.value());
                understood.add(pair);
            } else {
                unknown(pair, pair.value());
            }
        }

        private void total(QueryText.Pair pair) {
            if (TOTALS.contains(pair.value())) {
                withTotal = !"none".equals(pair.value());
                understood.add(pair);
            } else {
                unknown(pair, pair.value());
            }
        }

        private void criterion(QueryText.Pair pair) {
            String name = pair.name();
            int colon = name.indexOf(':');
            String plain = colon < 0 ? name : name.substring(0, colon);
            if (shelf.chains().contains(name)) {
                add(pair, name, "");
                return;
            }
            var declared = shelf.parameters().stream()
                    .filter(one -> one.name().equals(plain))
                    .findFirst();
            if (declared.isEmpty()) {
                unknown(pair, name);
                return;
            }
            String modifier = colon < 0 ? "" : name.substring(colon + 1);
            if (!modifier.isEmpty() && !takes(declared.get(), modifier)) {
                throw Refused.malformed("modifier-unsupported", name, Refused.shown(modifier), plain);
            }
            add(pair, plain, modifier);
        }

        private void add(QueryText.Pair pair, String name, String modifier) {
            if (pair.value().indexOf('\0') >= 0) {
                throw Refused.malformed("address-malformed", pair.name(), Refused.shown(pair.written()));
            }
            List<String> values = Criterion.split(pair.value());
            if (values.isEmpty()) {
                throw Refused.malformed("parameter-empty", pair.name(), Refused.shown(pair.name()));
            }
            criteria.add(new Criterion(name, modifier, values));
            understood.add(pair);
        }

        private void unknown(QueryText.Pair pair, String what) {
            if (strict) {
                throw Refused.malformed("parameter-unknown", pair.name(), Refused.shown(what), shelf.type());
            }
        }

        private static boolean takes(Capability.Parameter declared, String modifier) {
            return switch (declared.type()) {
                case "string" -> modifier.equals("contains");
                case "reference" -> modifier.matches("[A-Z][A-Za-z]+");
                default -> false;
            };
        }
    }
}
