package fr.quartdheure.desk.admin;

import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Provenance;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.geo.Departments;
import fr.quartdheure.intake.ImportRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
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
    private final ReportsToSas reports;

    AdminPage(
            Screens screens,
            Communes communes,
            Sites sites,
            Practitioners practitioners,
            ImportJobs jobs,
            ReportsToSas reports) {
        this.screens = screens;
        this.communes = communes;
        this.sites = sites;
        this.practitioners = practitioners;
        this.jobs = jobs;
        this.reports = reports;
    }

    @GetMapping("/admin")
    ResponseEntity<byte[]> home(HttpServletRequest request) {
        return screens.show(request, HOME, view(AdminHome.Form.EMPTY, null, null));
    }

    /** The panel of the import alone, asked for every second while it runs. */
    @GetMapping("/admin/imports/last")
    ResponseEntity<byte[]> job(HttpServletRequest request) {
        return screens.show(request, JOB, jobs.last().orElse(null));
    }

    @PostMapping("/admin/imports")
    ResponseEntity<byte[]> start(HttpServletRequest request, Asked asked) throws IOException {
        Optional<ImportKind> found = ImportKind.find(asked.kind());
        AdminHome.Form form = asked.form(found.orElse(ImportKind.COMMUNES));
        MultipartFile file = asked.file();
        if (found.isEmpty() || file == null || file.isEmpty()) {
            return wrong(request, form, "file", "admin.import.file.missing");
        }
        if (!form.region().isEmpty() && !Departments.isRegion(form.region())) {
            return wrong(request, form, "region", "admin.import.region.unknown");
        }
        Path kept = Files.createTempFile("import-", ".data");
        file.transferTo(kept);
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        if (!jobs.start(found.get(), name, importing(kept, form, name, Boolean.TRUE.equals(asked.keepGoing())))) {
            Files.deleteIfExists(kept);
            return wrong(request, form, "file", "admin.import.busy");
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/admin#import")
                .build();
    }

    /** Without a better word, figures are told to come from the file by its name. */
    private static ImportRequest importing(Path kept, AdminHome.Form form, String fileName, boolean keepGoing) {
        String source = Stream.of(form.source(), fileName, form.kind().code())
                .filter(told -> !told.isBlank())
                .findFirst()
                .orElseThrow();
        String shown = source.substring(0, Math.min(source.length(), ImportRequest.LONGEST_SOURCE));
        return new ImportRequest(kept, form.region().isEmpty() ? null : form.region(), keepGoing, shown);
    }

    /** The form as it is posted. */
    record Asked(
            String kind,
            String region,
            String source,
            @Nullable Boolean keepGoing,
            @Nullable MultipartFile file) {

        Asked {
            kind = Objects.requireNonNullElse(kind, "");
            region = Objects.requireNonNullElse(region, "").strip();
            source = Objects.requireNonNullElse(source, "").strip();
        }

        AdminHome.Form form(ImportKind asked) {
            return new AdminHome.Form(asked, region, source);
        }
    }

    private ResponseEntity<byte[]> wrong(HttpServletRequest request, AdminHome.Form form, String field, String key) {
        return screens.show(request, HttpStatus.UNPROCESSABLE_CONTENT, HOME, view(form, field, key));
    }

    private AdminHome view(AdminHome.Form form, @Nullable String field, @Nullable String key) {
        var counts = sites.counts();
        int imported = counts.getOrDefault(Provenance.IMPORT, 0);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new AdminHome(
                communes.count(),
                all - imported,
                imported,
                practitioners.count(),
                form,
                field,
                key,
                jobs.last().orElse(null),
                reports.state().orElse(null));
    }
}
