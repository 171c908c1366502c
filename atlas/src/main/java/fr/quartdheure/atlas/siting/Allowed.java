package fr.quartdheure.atlas.siting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which sites may be open together. Immutable.
 *
 * @param p how many new sites open, required ones included
 * @param quotas new sites by area; an area that is not named has no limit
 */
public record Allowed(List<Site> sites, int p, Map<String, Quota> quotas) {

    public Allowed {
        sites = List.copyOf(sites);
        quotas = Map.copyOf(quotas);
    }

    public long count(Role role) {
        return sites.stream().filter(site -> site.role() == role).count();
    }

    /** How many sites of this role the area has. */
    public long count(Role role, String area) {
        return sites.stream()
                .filter(site -> site.role() == role && site.area().equals(area))
                .count();
    }

    /** The sites of which some open, in rising order. */
    public int[] free() {
        return IntStream.range(0, sites.size())
                .filter(j -> sites.get(j).role().isFree())
                .toArray();
    }

    /** How many of the free sites are open together: closable ones that stay count too. */
    public int budget() {
        long wanted = p - count(Role.REQUIRED) + count(Role.CLOSABLE);
        return (int) Math.clamp(wanted, 0, (long) free().length);
    }

    /** The sentence, with its figures, that says why no choice satisfies this; empty where some choice does. */
    public Optional<String> clash() {
        long required = count(Role.REQUIRED);
        long candidates = required + count(Role.CANDIDATE);
        if (p > candidates) {
            return clash("p %d is larger than the %d candidates", p, candidates);
        }
        if (required > p) {
            return clash("%d sites are required, and p is only %d", required, p);
        }
        return areaClash().or(this::sumClash);
    }

    /** What clashes within an area, whatever p is. */
    Optional<String> areaClash() {
        for (var entry : quotas.entrySet()) {
            Quota quota = entry.getValue();
            long required = count(Role.REQUIRED, entry.getKey());
            long available = available(entry.getKey());
            if (quota.least() > available) {
                return clash(
                        "%s must have %d new sites and has %d candidates", entry.getKey(), quota.least(), available);
            }
            if (quota.most() < required) {
                return clash(
                        "%s may have %d new sites and %d are required there", entry.getKey(), quota.most(), required);
            }
        }
        return Optional.empty();
    }

    private Optional<String> sumClash() {
        long least = 0;
        long most = sites.stream()
                .filter(site -> site.role().isNew() && !quotas.containsKey(site.area()))
                .count();
        for (var entry : quotas.entrySet()) {
            least += Math.max(entry.getValue().least(), count(Role.REQUIRED, entry.getKey()));
            most += Math.min(entry.getValue().most(), available(entry.getKey()));
        }
        if (least > p) {
            return clash("the areas must have %d new sites together, and p is only %d", least, p);
        }
        if (most < p) {
            return clash("the areas may have %d new sites together, and p is %d", most, p);
        }
        return Optional.empty();
    }

    private long available(String area) {
        return count(Role.REQUIRED, area) + count(Role.CANDIDATE, area);
    }

    private static Optional<String> clash(String sentence, Object... values) {
        return Optional.of(String.format(Locale.ROOT, sentence, values));
    }
}
