package fr.quartdheure.cli;

import fr.quartdheure.atlas.file.CsvFile;
import fr.quartdheure.atlas.file.ReadProgress;
import fr.quartdheure.atlas.siting.Quota;
import fr.quartdheure.atlas.siting.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What must open, may not open, may close, and how many of each area open. */
final class SitingLimits {

    private static final int DEPARTEMENT = 2;
    private static final int OVERSEAS = 3;

    @Option(
            names = "--required",
            split = ",",
            paramLabel = "CODES",
            description = "Candidates that open in any case; they count in --p.")
    private Set<String> required = Set.of();

    @Option(names = "--excluded", split = ",", paramLabel = "CODES", description = "Candidates that may not open.")
    private Set<String> excluded = Set.of();

    @Option(
            names = "--closable",
            split = ",",
            paramLabel = "CODES",
            description = "Existing sites that may close; each that does lets one more open.")
    private Set<String> closable = Set.of();

    @Option(
            names = "--minimum",
            split = ",",
            paramLabel = "AREA=N",
            description = "At least so many openings in an area: the candidates' column 'area', else the département"
                    + " at the beginning of their code.")
    private Map<String, Integer> minimum = Map.of();

    @Option(names = "--maximum", split = ",", paramLabel = "AREA=N", description = "At most so many.")
    private Map<String, Integer> maximum = Map.of();

    boolean areGiven() {
        return !required.isEmpty() || !excluded.isEmpty() || !closable.isEmpty() || hasQuotas();
    }

    boolean mayClose() {
        return !closable.isEmpty();
    }

    private boolean hasQuotas() {
        return !minimum.isEmpty() || !maximum.isEmpty();
    }

    Role candidate(String code) {
        return required.contains(code) ? Role.REQUIRED : excluded.contains(code) ? Role.EXCLUDED : Role.CANDIDATE;
    }

    Role existing(String code) {
        return closable.contains(code) ? Role.CLOSABLE : Role.KEPT;
    }

    /**
     * The quotas by area.
     *
     * @throws Refusal when one contradicts itself
     */
    Map<String, Quota> quotas() {
        var quotas = new HashMap<String, Quota>();
        var areas = new TreeSet<>(minimum.keySet());
        areas.addAll(maximum.keySet());
        for (String area : areas) {
            int least = minimum.getOrDefault(area, 0);
            int most = maximum.getOrDefault(area, Integer.MAX_VALUE);
            if (least < 0 || most < least) {
                throw new Refusal("Area " + area + " cannot have from " + least + " to " + most
                        + " openings: give 0 or more, and no --minimum above its --maximum.");
            }
            quotas.put(area, new Quota(least, most));
        }
        return quotas;
    }

    /** Codes that name nothing would be obeyed in silence. */
    void requireKnown(Collection<String> candidates, Collection<String> existing) {
        requireAmong("--required", required, candidates, "candidates");
        requireAmong("--excluded", excluded, candidates, "candidates that do not exist yet");
        requireAmong("--closable", closable, existing, "existing sites");
        var both = required.stream().filter(excluded::contains).sorted().toList();
        if (!both.isEmpty()) {
            throw new Refusal("--required and --excluded both name " + String.join(", ", both) + ": decide for one.");
        }
    }

    private static void requireAmong(String option, Set<String> codes, Collection<String> known, String what) {
        var unknown =
                codes.stream().filter(code -> !known.contains(code)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(option + " " + String.join(",", unknown) + " is not among the " + what
                    + ": correct the code (leading zeros count).");
        }
    }

    /** The area of each candidate, by its code; empty where no area is limited. */
    UnaryOperator<String> areas(Path candidates) throws IOException {
        if (!hasQuotas()) {
            return code -> "";
        }
        var areas = new HashMap<String, String>();
        try (var rows = CsvFile.open(candidates, List.of("code"), ReadProgress.SILENT)) {
            while (rows.next()) {
                String code = rows.text("code");
                areas.put(code, rows.has("area") ? rows.text("area") : departement(code));
            }
        }
        requireCandidates(Set.copyOf(areas.values()));
        return code -> areas.getOrDefault(code, "");
    }

    private void requireCandidates(Set<String> areas) {
        var empty = quotas().keySet().stream()
                .filter(area -> !areas.contains(area))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!empty.isEmpty()) {
            throw new Refusal("No candidate stands in area " + empty + ": an area is what the column 'area' of the"
                    + " candidates says, else the département at the beginning of their code.");
        }
    }

    private static String departement(String code) {
        int length = code.startsWith("97") || code.startsWith("98") ? OVERSEAS : DEPARTEMENT;
        return code.substring(0, Math.min(length, code.length()));
    }
}
