package fr.quartdheure.desk.secretary.registration;

import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.ui.FlowChart;
import fr.quartdheure.desk.ui.FlowCsv;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import fr.quartdheure.registration.MonthlyFlow;
import fr.quartdheure.registration.MonthlyFlows;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How the list of a site moves, month by month; of one doctor, whom she took on. For the staff of the site alone. */
@Controller
public class RegistrationFiguresPage {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Screens screens;
    private final DeskAccess access;
    private final ListBoards boards;
    private final MonthlyFlows flows;

    RegistrationFiguresPage(Screens screens, DeskAccess access, ListBoards boards, MonthlyFlows flows) {
        this.screens = screens;
        this.access = access;
        this.boards = boards;
        this.flows = flows;
    }

    /** @param chosen the doctor whose months these are; null for the whole site */
    public record View(
            Site site,
            FlowChart chart,
            List<ListBoards.Doctor> doctors,
            @Nullable UUID chosen) {

        public String base() {
            return "/secretary/sites/" + site.id() + "/registrations";
        }

        public String query() {
            return chosen == null ? "" : "?practitioner=" + chosen;
        }
    }

    @GetMapping("/secretary/sites/{siteId}/registrations/figures")
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @RequestParam(required = false) @Nullable UUID practitioner) {
        return access.site(siteId)
                .map(site -> screens.show(
                        request,
                        "desk/secretary/registration/figures.jte",
                        new View(
                                site,
                                new FlowChart(months(siteId, practitioner), practitioner == null),
                                boards.doctors(site),
                                practitioner)))
                .orElseGet(() -> screens.show(request, RegistrationListPage.ABSENT));
    }

    @GetMapping("/secretary/sites/{siteId}/registrations/figures.csv")
    ResponseEntity<byte[]> download(
            HttpServletRequest request,
            @PathVariable UUID siteId,
            @RequestParam(required = false) @Nullable UUID practitioner) {
        Optional<Site> site = access.site(siteId);
        if (site.isEmpty()) {
            return screens.show(request, RegistrationListPage.ABSENT);
        }
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"registrations.csv\"")
                .body(FlowCsv.write(months(siteId, practitioner)).getBytes(StandardCharsets.UTF_8));
    }

    private List<MonthlyFlow> months(UUID siteId, @Nullable UUID practitioner) {
        return practitioner == null ? flows.ofSite(siteId) : flows.ofPractitioner(practitioner, siteId);
    }
}
