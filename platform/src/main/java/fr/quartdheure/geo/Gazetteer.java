package fr.quartdheure.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * All communes in memory, found as people type them, letter after letter. Immutable.
 *
 * <p>Asked at every key that somebody presses, it answers in a fraction of a millisecond; trigrams in the database were
 * tried and take 10 to 60 for "saint" among 35,000.
 */
final class Gazetteer {

    private static final Pattern DIGITS = Pattern.compile("(?<![0-9])[0-9]{2,5}(?![0-9])");
    private static final Pattern ARTICLE = Pattern.compile("^(le|la|les|l) ");
    private static final int LONGEST = 80;
    private static final int ENOUGH = 3;
    private static final int EXACT = 0;
    private static final int BEGINNING = 1;
    private static final int WORD = 2;

    /** By importance: a commune's place in this list decides between names that fit equally well. */
    private final List<Commune> communes;

    private final Entry[] names;
    private final Entry[] numbers;

    Gazetteer(List<Commune> all) {
        this.communes = byImportance(all);
        var named = new ArrayList<Entry>();
        var numbered = new ArrayList<Entry>();
        for (int n = 0; n < communes.size(); n++) {
            enter(communes.get(n), n, named, numbered);
        }
        this.names = sorted(named);
        this.numbers = sorted(numbered);
    }

    /** The largest first, its districts right behind it. */
    private static List<Commune> byImportance(List<Commune> all) {
        Map<String, Integer> inhabitants = new HashMap<>();
        all.forEach(commune -> inhabitants.put(commune.code(), commune.population()));
        return all.stream()
                .sorted(Comparator.comparingInt(
                                (Commune one) -> -inhabitants.getOrDefault(cityOf(one), one.population()))
                        .thenComparing(Gazetteer::cityOf)
                        .thenComparing(one -> one.districtOf() != null)
                        .thenComparingInt(one -> -one.population())
                        .thenComparing(Commune::code))
                .toList();
    }

    private static String cityOf(Commune one) {
        String city = one.districtOf();
        return city == null ? one.code() : city;
    }

    private static void enter(Commune commune, int number, List<Entry> named, List<Entry> numbered) {
        String plain = PlainName.of(commune.name());
        named.add(new Entry(plain, number, BEGINNING));
        String bare = ARTICLE.matcher(plain).replaceFirst("");
        if (!bare.equals(plain)) {
            named.add(new Entry(bare, number, BEGINNING));
        }
        for (int blank = bare.indexOf(' '); blank >= 0; blank = bare.indexOf(' ', blank + 1)) {
            named.add(new Entry(bare.substring(blank + 1), number, WORD));
        }
        commune.postalCodes().forEach(code -> numbered.add(new Entry(code, number, BEGINNING)));
        if (!commune.postalCodes().contains(commune.code())) {
            numbered.add(new Entry(commune.code(), number, WORD));
        }
    }

    private static Entry[] sorted(List<Entry> entries) {
        return entries.stream().sorted(Comparator.comparing(Entry::key)).toArray(Entry[]::new);
    }

    /** As {@link Communes#search}. */
    List<Commune> search(String typed, int limit) {
        var found = DIGITS.matcher(typed);
        String digits = found.find() ? found.group() : "";
        String name = PlainName.of(DIGITS.matcher(typed).replaceFirst(" "));
        boolean named = name.codePoints().anyMatch(Character::isLetter);
        if (typed.length() > LONGEST || (!named && digits.isEmpty())) {
            return List.of();
        }
        if (!named) {
            return list(matches(numbers, digits, n -> true), limit);
        }
        IntPredicate there = digits.isEmpty() ? n -> true : n -> isAt(communes.get(n), digits);
        int[] fitting = matches(names, name, there);
        Set<Commune> all = new LinkedHashSet<>(list(fitting, limit));
        boolean exact = fitting.length > 0 && fitting[0] < communes.size();
        if (!exact && all.size() < Math.min(limit, ENOUGH)) {
            all.addAll(list(alike(name, there), limit));
        }
        return all.stream().limit(limit).toList();
    }

    /** "arles 66150", "arles 66", and "paris 15" for what stands at the end of its postal code. */
    private static boolean isAt(Commune commune, String digits) {
        return commune.postalCodes().stream()
                .anyMatch(code -> code.startsWith(digits) || (digits.length() == 2 && code.endsWith(digits)));
    }

    /** Positions among all communes, how well each fits counted first: {@code fit * size + position}, ascending. */
    private int[] matches(Entry[] entries, String beginning, IntPredicate wanted) {
        int from = Arrays.binarySearch(entries, new Entry(beginning, 0, 0), Comparator.comparing(Entry::key));
        int first = from < 0 ? -from - 1 : from;
        while (first > 0 && entries[first - 1].key().equals(beginning)) {
            first--;
        }
        var ranks = IntStream.builder();
        for (int n = first; n < entries.length && entries[n].key().startsWith(beginning); n++) {
            Entry entry = entries[n];
            if (wanted.test(entry.commune())) {
                boolean exact = entry.fit() == BEGINNING && entry.key().length() == beginning.length();
                ranks.add(rank(exact ? EXACT : entry.fit(), entry.commune()));
            }
        }
        return ranks.build().sorted().toArray();
    }

    /** Names that a slip or two of the finger lead to, the fewest slips first. */
    private int[] alike(String typed, IntPredicate wanted) {
        int most = NearMiss.tolerated(typed);
        if (most == 0) {
            return new int[0];
        }
        var miss = new NearMiss(typed, most);
        var ranks = IntStream.builder();
        for (Entry entry : names) {
            if (miss.isPossible(entry.letters()) && wanted.test(entry.commune())) {
                int slips = miss.slips(entry.key());
                if (slips != NearMiss.FAR) {
                    boolean whole = entry.key().length() <= typed.length() + most;
                    ranks.add(rank(2 * slips + (whole && entry.fit() == BEGINNING ? 0 : 1), entry.commune()));
                }
            }
        }
        return ranks.build().sorted().toArray();
    }

    private int rank(int fit, int commune) {
        return fit * communes.size() + commune;
    }

    private List<Commune> list(int[] ranks, int limit) {
        return Arrays.stream(ranks)
                .map(rank -> rank % communes.size())
                .distinct()
                .limit(limit)
                .mapToObj(communes::get)
                .toList();
    }

    /**
     * @param key what is typed to find it
     * @param commune its place among the communes
     * @param fit how well it fits when its beginning is typed
     */
    private record Entry(String key, int commune, int fit, long letters) {

        Entry(String key, int commune, int fit) {
            this(key, commune, fit, NearMiss.letters(key));
        }
    }
}
