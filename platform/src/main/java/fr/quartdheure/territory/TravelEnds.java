package fr.quartdheure.territory;

import fr.quartdheure.directory.Site;
import fr.quartdheure.geo.AskedCommunes;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where a way may begin and end, as files name it.
 *
 * @param origins communes and districts, each with a number of its own from 0
 * @param byCommune the places in a commune, those of its districts included
 */
record TravelEnds(Map<String, Integer> origins, Map<String, UUID> byName, Map<String, List<UUID>> byCommune) {

    private static final Pattern LOST_ZERO = Pattern.compile("[0-9]{8}");

    static TravelEnds of(List<Commune> communes, List<Place> places, Map<String, Site> byFiness) {
        var origins = new HashMap<String, Integer>();
        var byCommune = new HashMap<String, List<UUID>>();
        var whole = new HashMap<String, String>();
        for (Commune commune : communes) {
            origins.put(commune.code(), origins.size());
            byCommune.put(commune.code(), new ArrayList<>());
            whole.put(commune.code(), Optional.ofNullable(commune.districtOf()).orElse(commune.code()));
        }
        var byName = new HashMap<String, UUID>();
        for (Place place : places) {
            byName.put(place.id().toString(), place.id());
            String commune = whole.getOrDefault(place.communeCode(), place.communeCode());
            byCommune.computeIfAbsent(commune, code -> new ArrayList<>()).add(place.id());
            if (!commune.equals(place.communeCode())) {
                byCommune
                        .computeIfAbsent(place.communeCode(), code -> new ArrayList<>())
                        .add(place.id());
            }
        }
        byFiness.forEach((finess, site) -> byName.put(finess, site.id()));
        return new TravelEnds(origins, byName, byCommune);
    }

    Optional<String> origin(String code) {
        return origins.containsKey(code) ? Optional.of(code) : Optional.empty();
    }

    /** The places meant: one site by its id or FINESS number, or all that stand in a commune; absent when unknown. */
    Optional<List<UUID>> destinations(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        UUID site = byName.get(name);
        if (site == null) {
            String finess = written.toUpperCase(Locale.ROOT);
            site = byName.get(LOST_ZERO.matcher(finess).matches() ? "0" + finess : finess);
        }
        return site != null
                ? Optional.of(List.of(site))
                : Optional.ofNullable(byCommune.get(AskedCommunes.mended(written)));
    }
}
