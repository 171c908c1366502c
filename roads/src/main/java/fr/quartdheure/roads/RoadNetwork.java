package fr.quartdheure.roads;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.json.Statement.Op;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.PMap;
import fr.quartdheure.atlas.file.FileRefused;
import fr.quartdheure.atlas.travel.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The roads for cars of an OpenStreetMap extract, held in memory: about a hundred bytes a stretch of road. Thread-safe.
 *
 * <p>Speeds are GraphHopper's: nine tenths of a sign, else what is usual on such a road; one-way streets and closed
 * roads are obeyed. Nothing is known of traffic, of waiting at crossings, or of looking for a place to park: where few
 * signs are mapped, minutes are too few.
 */
public final class RoadNetwork {

    private static final String CAR = "car";

    private final BaseGraph graph;
    private final LocationIndex index;
    private final Weighting weighting;
    private final EdgeFilter forCars;

    private RoadNetwork(GraphHopper loaded) {
        this.graph = loaded.getBaseGraph();
        this.index = loaded.getLocationIndex();
        this.weighting = loaded.createWeighting(loaded.getProfile(CAR), new PMap());
        this.forCars = new DefaultSnapFilter(
                weighting, loaded.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(CAR)));
    }

    /**
     * Reads an extract, as {@code andorra.osm.pbf}; stretches of road that lead nowhere else are left aside.
     *
     * @throws FileRefused when it is not there, not such a file, damaged, or without a road for cars
     */
    public static RoadNetwork load(Path pbf) throws IOException {
        if (!Files.isRegularFile(pbf) || !Files.isReadable(pbf)) {
            throw new FileRefused(pbf, 0, "is not there or cannot be read; check its name");
        }
        // GraphHopper wants a folder even when it writes nothing.
        Path folder = Files.createTempDirectory("quartdheure-roads");
        var hopper = hopper(pbf, folder);
        try {
            hopper.importOrLoad();
        } catch (RuntimeException e) {
            throw new FileRefused(
                    pbf,
                    0,
                    "is not a whole OpenStreetMap extract (.osm.pbf): " + cause(e) + "; download or copy it again");
        } finally {
            Files.deleteIfExists(folder);
        }
        if (hopper.getBaseGraph().getEdges() == 0) {
            throw new FileRefused(pbf, 0, "holds no road for cars; choose an extract of the region with its roads");
        }
        return new RoadNetwork(hopper);
    }

    private static GraphHopper hopper(Path pbf, Path folder) {
        var fastest = new CustomModel()
                .setDistanceInfluence(0.0)
                .addToPriority(Statement.If("!car_access", Op.MULTIPLY, "0"))
                .addToSpeed(Statement.If("true", Op.LIMIT, "car_average_speed"));
        return new GraphHopper()
                .setOSMFile(pbf.toString())
                .setGraphHopperLocation(folder.toString())
                .setStoreOnFlush(false)
                .setEncodedValuesString("car_access, car_average_speed")
                .setProfiles(new Profile(CAR).setCustomModel(fastest));
    }

    private static String cause(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? "it ends too early" : deepest.getMessage();
    }

    /** The minutes between these places; each is moved to its nearest road. */
    public RoadTimes times(Places origins, Places destinations) {
        return new RoadTimes(this, origins, destinations);
    }

    BaseGraph graph() {
        return graph;
    }

    LocationIndex index() {
        return index;
    }

    Weighting weighting() {
        return weighting;
    }

    EdgeFilter forCars() {
        return forCars;
    }
}
