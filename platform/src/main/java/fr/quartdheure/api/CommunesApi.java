package fr.quartdheure.api;

import fr.quartdheure.geo.Communes;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/communes?q=}: communes and districts by name or postal code, typos forgiven. */
@RestController
class CommunesApi {

    private static final int MOST = 10;
    private static final int LONGEST = 100;

    private final Communes communes;

    CommunesApi(Communes communes) {
        this.communes = communes;
    }

    @GetMapping(path = "/api/v1/communes", produces = "application/json")
    List<CommuneFound> search(@RequestParam String q) {
        if (q.isBlank()) {
            return List.of();
        }
        if (q.length() > LONGEST) {
            throw new Refused(HttpStatus.BAD_REQUEST, "parameter-too-long", "q", LONGEST);
        }
        return communes.search(q, MOST).stream()
                .map(c -> new CommuneFound(c.code(), c.name(), c.postalCodes(), c.population(), c.lat(), c.lon()))
                .toList();
    }

    /** A commune or district. */
    record CommuneFound(String code, String name, List<String> postalCodes, int population, double lat, double lon) {}
}
