package fr.quartdheure.desk.patient;

import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Service;
import fr.quartdheure.directory.Services;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Screen 1 of 4: where I live and what I need. */
@RestController
public class HomePage {

    private final Screens screens;
    private final Services services;

    HomePage(Screens screens, Services services) {
        this.screens = screens;
        this.services = services;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String place) {
        return screens.show(request, "desk/patient/home.jte", view(service, place, null));
    }

    View view(@Nullable String service, @Nullable String place, @Nullable String refusal) {
        return new View(services.list(), service == null ? "general-practice" : service, place, refusal);
    }

    /**
     * @param place what was typed, kept as it was
     * @param refusalKey the sentence that says why it was not understood
     */
    public record View(
            List<Service> services,
            String service,
            @Nullable String place,
            @Nullable String refusalKey) {}
}
