package fr.quartdheure.opendata;

import java.util.concurrent.TimeUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /opendata/….csv}, {@code ….json} and {@code ….schema.json}: for anybody, from any site. */
@RestController
class OpenDataFiles {

    private final Publication publication;

    OpenDataFiles(Publication publication) {
        this.publication = publication;
    }

    /** Whoever has it already gets 304: the framework compares both conditions. */
    @GetMapping("/opendata/{name:.+}")
    ResponseEntity<byte[]> file(@PathVariable String name) {
        return publication
                .find(name)
                .map(file -> ResponseEntity.ok()
                        .eTag(file.version())
                        .lastModified(file.changedAt())
                        .cacheControl(CacheControl.maxAge(1, TimeUnit.MINUTES).cachePublic())
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                        .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Last-Modified")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "inline; filename=\"" + (publication.isDemo() ? "demonstration-" : "") + name + "\"")
                        .contentType(MediaType.parseMediaType(file.type()))
                        .body(file.bytes()))
                .orElseGet(() -> ResponseEntity.notFound()
                        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                        .build());
    }
}
