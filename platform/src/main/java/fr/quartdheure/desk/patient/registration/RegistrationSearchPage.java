package fr.quartdheure.desk.patient.registration;

import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.geo.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /registration}: which sites near somebody take people on, how long their lists are, by which rules. */
@Controller
public class RegistrationSearchPage {

    private final Screens screens;
    private final Communes communes;
    private final ListCards cards;

    RegistrationSearchPage(Screens screens, Communes communes, ListCards cards) {
        this.screens = screens;
        this.communes = communes;
        this.cards = cards;
    }

    /** The address that can be said on the telephone and printed on a poster. */
    @GetMapping("/medecin-traitant")
    ResponseEntity<Void> spoken() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/registration"))
                .build();
    }

    @GetMapping("/registration")
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "false") boolean none) {
        if (place.isBlank() && commune.isBlank()) {
            return show(request, 200, new View(place, null, List.of(), null, null, false));
        }
        Optional<Commune> from = from(place, commune);
        if (from.isEmpty()) {
            return show(request, 422, new View(place, null, List.of(), null, "search.refused.unknown", false));
        }
        Commune home = from.get();
        return show(
                request,
                200,
                new View(home.name(), home, communes.districtsOf(home.code()), cards.around(home.code()), null, none));
    }

    private ResponseEntity<byte[]> show(HttpServletRequest request, int status, View view) {
        return screens.show(request, HttpStatusCode.valueOf(status), "desk/patient/registration/search.jte", view);
    }

    /** A position leads to the nearest commune and is forgotten. */
    private Optional<Commune> from(String place, String commune) {
        Optional<Origin> coded = Origin.parse(commune);
        if (coded.isPresent()) {
            return switch (coded.get()) {
                case Origin.InCommune in -> communes.find(in.code());
                case Origin.At at -> communes.nearest(at.position());
            };
        }
        return place.isBlank() || place.length() > 100
                ? Optional.empty()
                : communes.search(place, 1).stream().findFirst();
    }

    /**
     * @param place what was typed
     * @param home null before anybody said where she lives
     * @param refusalKey why the place was not understood
     * @param noneChosen whether she went on without a site
     */
    public record View(
            String place,
            @Nullable Commune home,
            List<Commune> districts,
            ListCards.@Nullable Around around,
            @Nullable String refusalKey,
            boolean noneChosen) {}
}
