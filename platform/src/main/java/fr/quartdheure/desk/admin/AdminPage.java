package fr.quartdheure.desk.admin;

import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Provenance;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.geo.Departments;
import fr.quartdheure.geo.ImportRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** {@code /admin}: what the platform holds, and open data brought in from a browser. */
@Controller
class AdminPage {

    private static final String HOME = "desk/admin/home.jte";
    private static final String JOB = "desk/admin/job.jte";

    private final Screens screens;
    private final Communes communes;
    private final Sites sites;
    private final Practitioners practitioners;
    private final ImportJobs jobs;

    AdminPage(Screens screens, Communes communes, Sites sites, Practitioners practitioners, ImportJobs jobs) {
        this.screens = screens;
        this.communes = communes;
        this.sites = sites;
        this.practitioners = practitioners;
        this.jobs = jobs;
    }

    @GetMapping("/admin")
    ResponseEntity<String> home(HttpServletRequest request) {
        return screens.show(request, HOME, view("", null, null));
    }

    /** The panel of the import alone, asked for every second while it runs. */
    @GetMapping("/admin/imports/last")
    ResponseEntity<String> job(HttpServletRequest request) {
        return screens.show(request, JOB, jobs.last().orElse(null));
    }

    @PostMapping("/admin/imports")
    ResponseEntity<String> start(
            HttpServletRequest request,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "false") boolean keepGoing,
            @RequestParam MultipartFile file)
            throws IOException {
        String asked = region.strip();
        Optional<ImportKind> found = ImportKind.find(kind);
        if (found.isEmpty() || file.isEmpty()) {
            return wrong(request, asked, "file", "admin.import.file.missing");
        }
        if (!asked.isEmpty() && !Departments.isRegion(asked)) {
            return wrong(request, asked, "region", "admin.import.region.unknown");
        }
        Path kept = Files.createTempFile("import-", ".data");
        file.transferTo(kept);
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        var asking = new ImportRequest(kept, asked.isEmpty() ? null : asked, keepGoing);
        if (!jobs.start(found.get(), name, asking)) {
            Files.deleteIfExists(kept);
            return wrong(request, asked, "file", "admin.import.busy");
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/admin#import")
                .build();
    }

    private ResponseEntity<String> wrong(HttpServletRequest request, String region, String field, String key) {
        return screens.show(request, HttpStatus.UNPROCESSABLE_CONTENT, HOME, view(region, field, key));
    }

    private AdminHome view(String region, @Nullable String field, @Nullable String key) {
        var counts = sites.counts();
        int imported = counts.getOrDefault(Provenance.IMPORT, 0);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new AdminHome(
                communes.count(),
                all - imported,
                imported,
                practitioners.count(),
                region,
                field,
                key,
                jobs.last().orElse(null));
    }
}
