package fr.quartdheure.extract;

import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.planning.Demand;
import fr.quartdheure.planning.Destinations;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The tables that analyst commands read, in full precision: what is computed from them is what the pages show. */
final class Tables {

    private final Appendable out;

    Tables(Appendable out) {
        this.out = out;
    }

    /** @param apl of each commune of the demand, by index */
    void demand(Demand demand, int[] communes, double[] apl) throws IOException {
        var csv = print("code", "lat", "lon", "population", "standardised", "apl");
        double[] standardised = demand.standardised();
        for (int index : communes) {
            Commune commune = demand.commune(index);
            csv.printRecord(
                    commune.code(),
                    commune.lat(),
                    commune.lon(),
                    commune.population(),
                    standardised[index],
                    apl[index]);
        }
    }

    void supply(List<Place> places, double[] consultations) throws IOException {
        var csv = print("code", "lat", "lon", "supply");
        for (int place = 0; place < consultations.length; place++) {
            var position = places.get(place).position();
            csv.printRecord(places.get(place).code(), position.lat(), position.lon(), consultations[place]);
        }
    }

    void sites(List<Place> places) throws IOException {
        var csv = print("code", "lat", "lon");
        for (Place place : places) {
            csv.printRecord(
                    place.code(), place.position().lat(), place.position().lon());
        }
    }

    void candidates(List<Commune> communes) throws IOException {
        var csv = print("code", "lat", "lon");
        for (Commune commune : communes) {
            csv.printRecord(commune.code(), commune.lat(), commune.lon());
        }
    }

    CSVPrinter times() throws IOException {
        return print("origin", "destination", "minutes");
    }

    /** @param communes the origins, by index in the pairs */
    static void times(CSVPrinter csv, int[] communes, IntFunction<String> code, Destinations ends) throws IOException {
        Pairs minutes = ends.minutes();
        for (int commune : communes) {
            String origin = code.apply(commune);
            for (int way = minutes.start(commune); way < minutes.start(commune + 1); way++) {
                csv.printRecord(
                        origin, ends.places().get(minutes.destination(way)).code(), minutes.length(way));
            }
        }
    }

    private CSVPrinter print(String... header) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setRecordSeparator('\n')
                .setHeader(header)
                .get()
                .print(out);
    }
}
