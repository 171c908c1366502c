package fr.quartdheure.desk.steering;

import fr.quartdheure.directory.SiteKind;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.planning.CareKind;
import fr.quartdheure.planning.Picture;
import fr.quartdheure.planning.PointOfCare;
import fr.quartdheure.planning.Prospect;
import fr.quartdheure.planning.UnmetNeeds;
import fr.quartdheure.territory.Band;
import fr.quartdheure.territory.Establishment;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the map draws: outlines of communes, their classes, and the sites. */
@RestController
class MapData {

    private final Steering steering;
    private final DrawnOutlines outlines;
    private final UnmetNeeds unmet;

    MapData(Steering steering, DrawnOutlines outlines, UnmetNeeds unmet) {
        this.steering = steering;
        this.outlines = outlines;
        this.unmet = unmet;
    }

    /** GeoJSON of the communes of an area, as fine as the zoom can show. */
    @GetMapping(path = "/steering/map/outlines", produces = "application/geo+json")
    ResponseEntity<String> outlines(
            @RequestParam(defaultValue = "") String area, @RequestParam(defaultValue = "9") int zoom) {
        Picture picture = steering.today().picture();
        int[] communes = steering.communes(picture, steering.area(picture, area));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(outlines.geoJson(picture.demand(), communes, Band.ofZoom(zoom)));
    }

    /** Class and value of each commune of an area; a value that is not shown is null. */
    @GetMapping(path = "/steering/map/values", produces = "application/json")
    Map<String, Shade> values(
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") List<String> change) {
        Picture picture = steering.today().picture();
        Asked asked = steering.asked(picture, area, indicator, change);
        Prospect prospect = steering.of(picture, asked.changes());
        double[] values = asked.indicator().values(prospect, unmet.byCommune());
        var shades = new LinkedHashMap<String, Shade>();
        for (int commune : steering.communes(picture, asked.area())) {
            int place = asked.indicator().classOf(values[commune]);
            shades.put(picture.demand().commune(commune).code(), new Shade(place, round(values[commune], place)));
        }
        return shades;
    }

    /** The sites and hospitals of an area, by kind. */
    @GetMapping(path = "/steering/map/points", produces = "application/json")
    List<Dot> points(@RequestParam(defaultValue = "") String area) {
        Picture picture = steering.today().picture();
        var codes = Arrays.stream(steering.communes(picture, steering.area(picture, area)))
                .mapToObj(picture.demand()::commune)
                .map(Commune::code)
                .collect(Collectors.toSet());
        var sites = picture.points().stream()
                .filter(point -> codes.contains(point.communeCode()))
                .map(MapData::dot);
        var hospitals = picture.hospitals().list().stream()
                .filter(one -> codes.contains(one.communeCode()))
                .map(MapData::dot);
        return Stream.concat(sites, hospitals).toList();
    }

    private static @Nullable Double round(double value, int place) {
        return place == 0 || Double.isInfinite(value) ? null : Math.round(value * 10) / 10.0;
    }

    private static Dot dot(PointOfCare point) {
        return new Dot(
                point.name(),
                point.kind() == SiteKind.BOOTH ? "booth" : "centre",
                point.position().lat(),
                point.position().lon());
    }

    private static Dot dot(Establishment one) {
        return new Dot(
                one.name(),
                one.kind().code(),
                one.position().lat(),
                one.position().lon());
    }

    /** @param shade 1, good, to 5, lacking; 0 when not known or not shown */
    record Shade(int shade, @Nullable Double value) {}

    /**
     * A site or a hospital.
     *
     * @param kind code of a {@link CareKind}: its layer of the map
     */
    record Dot(String name, String kind, double lat, double lon) {}
}
