package fr.quartdheure.cli;

import fr.quartdheure.atlas.accessibility.Index;
import fr.quartdheure.atlas.file.Point;
import fr.quartdheure.atlas.file.PointFile;
import fr.quartdheure.atlas.opening.Aim;
import fr.quartdheure.atlas.opening.OpeningProblem;
import fr.quartdheure.atlas.opening.Resident;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.TravelEstimate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads what a siting by accessible care needs: who lives where, the care of today, what may open. */
final class OpeningFiles {

    /** Where the APL ends. */
    private static final double FARTHEST = 20;

    private final AnalystFiles files;
    private final SitingFiles.Asked asked;
    private final OpeningOptions options;
    private final Map<String, Point> points = new LinkedHashMap<>();
    private final Map<String, Double> openings = new LinkedHashMap<>();
    private final Map<String, Double> supplies = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();

    OpeningFiles(AnalystFiles files, SitingFiles.Asked asked, OpeningOptions options) {
        this.files = files;
        this.asked = asked;
        this.options = options;
    }

    /** What they hold. */
    record Given(List<String> codes, OpeningProblem problem) {}

    Given read(Aim aim) throws IOException {
        List<Point> places = files.demandWithApl(asked.demand());
        requireCare(places);
        readSites();
        var codes = List.copyOf(points.keySet());
        SitingLimits limits = asked.limits();
        limits.requireKnown(openings.keySet(), supplies.keySet());
        var minutes = files.minutes(places, List.copyOf(points.values()), asked.travel());
        var pairs = AnalystFiles.pairs(
                minutes.times(), Math.max(FARTHEST, aim.measures().minutes()));
        UnaryOperator<String> areas = limits.areas(asked.candidates());
        var sites = codes.stream().map(code -> site(code, areas.apply(code))).toList();
        return new Given(codes, new OpeningProblem(residents(places, codes, pairs), sites, pairs, aim));
    }

    /** An APL told by the demand holds what comes from outside, but not what a closing would take away. */
    private void requireCare(List<Point> places) {
        boolean told = places.getFirst().find(AnalystFiles.APL).isPresent();
        if (options.supply().isEmpty() && (!told || asked.limits().mayClose())) {
            throw new Refusal("Which care is there today? Give --supply"
                    + (told ? ": --closable takes it away again." : ", or a column 'apl' in " + asked.demand() + "."));
        }
    }

    private void readSites() throws IOException {
        var candidates = files.read(new PointFile(asked.candidates(), List.of(), List.of(SitingFiles.CAPACITY)));
        var existing = asked.existing() == null ? List.<Point>of() : files.sites(asked.existing());
        var care = options.supply().isPresent() ? files.supply(options.supply().get()) : List.<Point>of();
        existing.forEach(point -> open.add(point.code()));
        for (Point point : candidates) {
            if (!open.contains(point.code())) {
                openings.put(point.code(), point.find(SitingFiles.CAPACITY).orElse(options.openingSupply()));
                take(point);
            }
        }
        if (openings.size() < candidates.size()) {
            files.note((candidates.size() - openings.size()) + " candidates exist already and are left out");
        }
        for (Point point : care) {
            supplies.put(point.code(), point.number(AnalystFiles.SUPPLY));
            take(point);
        }
        existing.forEach(this::take);
    }

    /** A code in two files is one place. */
    private void take(Point point) {
        Point before = points.putIfAbsent(point.code(), point);
        if (before != null) {
            double km = before.position().kmTo(point.position());
            if (km > TravelEstimate.FITTED_KM) {
                throw new Refusal("Code " + point.code() + " stands at two positions " + Math.round(km)
                        + " km apart in two files of sites: a code means one place. Give them different codes.");
            }
        }
    }

    /** What stays is in the residents' own figures; here is what may change. */
    private Site site(String code, String area) {
        double supply = supplies.getOrDefault(code, 0.0);
        if (supplies.containsKey(code) && asked.limits().existing(code) == Role.CLOSABLE) {
            return new Site(Role.CLOSABLE, supply, "");
        }
        double opening = openings.getOrDefault(code, 0.0);
        return openings.containsKey(code)
                ? new Site(asked.limits().candidate(code), opening, area)
                : new Site(Role.EXCLUDED, 0, "");
    }

    private List<Resident> residents(List<Point> places, List<String> codes, Pairs pairs) {
        double[] population = AnalystFiles.numbers(places, AnalystFiles.POPULATION);
        double[] standardised = places.stream()
                .mapToDouble(
                        place -> place.find(AnalystFiles.STANDARDISED).orElse(place.number(AnalystFiles.POPULATION)))
                .toArray();
        double[] apl = options.supply().isPresent()
                ? Index.APL.of(
                        pairs,
                        standardised,
                        codes.stream().mapToDouble(this::stays).toArray(),
                        FARTHEST)
                : AnalystFiles.numbers(places, AnalystFiles.APL);
        var residents = new ArrayList<Resident>();
        for (int i = 0; i < apl.length; i++) {
            residents.add(new Resident(population[i], standardised[i], apl[i], nearest(pairs, i, codes)));
        }
        return residents;
    }

    private double stays(String code) {
        boolean closes = asked.limits().existing(code) == Role.CLOSABLE;
        return closes ? 0 : supplies.getOrDefault(code, 0.0);
    }

    private double nearest(Pairs pairs, int place, List<String> codes) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int pair = pairs.start(place); pair < pairs.start(place + 1); pair++) {
            String code = codes.get(pairs.destination(pair));
            if (open.contains(code) && asked.limits().existing(code) != Role.CLOSABLE) {
                nearest = Math.min(nearest, pairs.length(pair));
            }
        }
        return nearest;
    }
}
