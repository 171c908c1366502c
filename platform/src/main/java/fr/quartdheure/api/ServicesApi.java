package fr.quartdheure.api;

import fr.quartdheure.directory.Services;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/services}: the kinds of care and the reasons to come, in the reader's language. */
@RestController
class ServicesApi {

    private final Services services;

    ServicesApi(Services services) {
        this.services = services;
    }

    @GetMapping(path = "/api/v1/services", produces = "application/json")
    List<ServiceOffered> list(Locale locale) {
        return services.list().stream()
                .map(service -> new ServiceOffered(
                        service.code(),
                        service.name(locale),
                        service.profession(),
                        service.reasons().stream()
                                .map(reason -> new ReasonOffered(reason.code(), reason.name(locale), reason.minutes()))
                                .toList()))
                .toList();
    }

    record ServiceOffered(String code, String name, String profession, List<ReasonOffered> reasons) {}

    record ReasonOffered(String code, String name, int minutes) {}
}
