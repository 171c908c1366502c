package fr.quartdheure.cli;

import fr.quartdheure.atlas.accessibility.Distribution;
import fr.quartdheure.atlas.file.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the values of an accessibility say together, of all places or of a part of them. */
final class Summary {

    private static final double TENTH = 0.1;

    @Option(
            names = "--among",
            paramLabel = "FILE",
            description = {
                "CSV code,lat,lon,population of some of the places: mean, shareUnder and firstDecile are theirs alone.",
                "Every value is still computed with all places, since neighbours share what there is."
            })
    private @Nullable Path among;

    @Option(
            names = "--threshold",
            defaultValue = "2.5",
            description = "shareUnder is the part of inhabitants whose place has less (default: ${DEFAULT-VALUE}).")
    private double threshold = Distribution.DESERT_2017;

    @Nullable
    Path file() {
        return among;
    }

    /**
     * What was computed.
     *
     * @param weights the people that the index counts, by place
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Values(List<Point> places, double[] values, double[] weights) {}

    Answer tell(Values computed, AnalystFiles files, Answer answer) throws IOException {
        if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
            throw new Refusal("--threshold " + threshold + " is not above 0.");
        }
        int[] chosen = chosen(computed.places(), files);
        var values = new double[chosen.length];
        var weights = new double[chosen.length];
        var people = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            values[i] = computed.values()[chosen[i]];
            weights[i] = computed.weights()[chosen[i]];
            people[i] = computed.places().get(chosen[i]).number(AnalystFiles.POPULATION);
        }
        return answer.with("mean", Distribution.mean(values, weights))
                .with("shareUnder", Distribution.shareUnder(values, people, threshold))
                .with("firstDecile", Distribution.quantile(values, people, TENTH));
    }

    private int[] chosen(List<Point> places, AnalystFiles files) throws IOException {
        Map<String, Integer> indexes = new HashMap<>();
        places.forEach(place -> indexes.put(place.code(), indexes.size()));
        List<Point> some = among == null ? places : files.demand(among);
        return some.stream()
                .mapToInt(place -> {
                    Integer index = indexes.get(place.code());
                    if (index == null) {
                        throw new Refusal(among + ": code " + place.code()
                                + " is none of --demand; take it out or add it there.");
                    }
                    return index;
                })
                .toArray();
    }
}
