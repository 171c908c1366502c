package fr.quartdheure.desk.patient;

import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The communes that the map of a search shows around its sites, the largest first. */
@RestController
class MapCommunes {

    private static final int MOST = 14;

    private final Communes communes;

    MapCommunes(Communes communes) {
        this.communes = communes;
    }

    @GetMapping(path = "/map/communes", produces = "application/json")
    ResponseEntity<List<Dot>> within(
            @RequestParam double south,
            @RequestParam double west,
            @RequestParam double north,
            @RequestParam double east) {
        List<Dot> dots = communes.within(south, west, north, east, MOST).stream()
                .map(MapCommunes::dot)
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(dots);
    }

    private static Dot dot(Commune commune) {
        return new Dot(commune.name(), commune.population(), commune.lat(), commune.lon());
    }

    /** A commune's centre. */
    record Dot(String name, int population, double lat, double lon) {}
}
