package fr.quartdheure.desk.secretary.agendas;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.secretary.reception.Menu;
import fr.quartdheure.desk.secretary.reception.Menus;
import fr.quartdheure.desk.secretary.reception.ReceptionDesk;
import fr.quartdheure.desk.secretary.reception.Standing;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /secretary/agendas}: what was prepared for the day the computer is down. */
@Controller
public class AgendasPage {

    private static final Pattern SHOWN = Pattern.compile("data-patient=\"([0-9a-f-]{36})\"");

    private final Screens screens;
    private final ReceptionDesk desk;
    private final Menus menus;
    private final DeskAccess access;
    private final PaperFolder folder;
    private final PaperAgendas agendas;
    private final PaperSheets sheets;
    private final PaperSettings settings;
    private final ApplicationEventPublisher events;

    AgendasPage(
            Screens screens,
            ReceptionDesk desk,
            Menus menus,
            DeskAccess access,
            PaperFolder folder,
            PaperAgendas agendas,
            PaperSheets sheets,
            PaperSettings settings,
            ApplicationEventPublisher events) {
        this.screens = screens;
        this.desk = desk;
        this.menus = menus;
        this.access = access;
        this.folder = folder;
        this.agendas = agendas;
        this.sheets = sheets;
        this.settings = settings;
        this.events = events;
    }

    @GetMapping("/secretary/agendas")
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String said) {
        return desk.at(request, site)
                .map(at -> screens.show(request, "desk/secretary/agendas/agendas.jte", view(at, said)))
                .orElseGet(() -> screens.show(request, ReceptionDesk.ABSENT));
    }

    @PostMapping("/secretary/agendas")
    ResponseEntity<byte[]> prepare(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(required = false) @Nullable LocalDate day) {
        Optional<Standing> at = desk.at(request, site);
        if (at.isEmpty() || !folder.isThere()) {
            return screens.show(request, ReceptionDesk.ABSENT);
        }
        at.get().looked().forEach(one -> agendas.prepare(one, day == null ? agendas.next(one) : day));
        return ReceptionDesk.see("/secretary/agendas?site=" + at.get().key() + "&said=prepared");
    }

    /** The same page from what is known now, for the printer beside this desk. */
    @GetMapping("/secretary/agendas/{day}/{siteId}/print")
    ResponseEntity<byte[]> print(HttpServletRequest request, @PathVariable LocalDate day, @PathVariable UUID siteId) {
        return access.site(siteId)
                .map(site -> {
                    PaperSheet sheet = sheets.draw(site, day);
                    trace("print", site, PaperAgendas.patients(sheet));
                    return screens.show(request, "desk/secretary/agendas/paper.jte", sheet);
                })
                .orElseGet(() -> screens.show(request, ReceptionDesk.ABSENT));
    }

    /** The file as it was prepared: never shown in place, since its style stands in it. */
    @GetMapping("/secretary/agendas/{day}/{siteId}")
    ResponseEntity<byte[]> download(
            HttpServletRequest request, @PathVariable LocalDate day, @PathVariable UUID siteId) {
        Optional<Site> site = access.site(siteId);
        Optional<String> page = site.flatMap(one -> folder.read(day, one));
        if (page.isEmpty()) {
            return screens.show(request, ReceptionDesk.ABSENT);
        }
        trace("download", site.orElseThrow(), shown(page.get()));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("agenda-" + day + "-" + PaperFolder.name(site.get()))
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(page.get().getBytes(StandardCharsets.UTF_8));
    }

    private void trace(String act, Site site, List<UUID> people) {
        events.publishEvent(Trace.of(act, "patient", people)
                .because("paper-agenda")
                .as(DeskAccess.roleAt(site), site.organizationId()));
    }

    /** Those who stood in the file when it was made, whoever is booked by now. */
    private static List<UUID> shown(String page) {
        return SHOWN.matcher(page)
                .results()
                .map(found -> UUID.fromString(found.group(1)))
                .distinct()
                .toList();
    }

    private View view(Standing at, String said) {
        List<Prepared> prepared = folder.days().stream()
                .flatMap(day -> at.looked().stream().flatMap(site -> prepared(day, site)))
                .toList();
        return new View(
                menus.of(at, "agendas"),
                prepared,
                agendas.next(at.one()),
                folder.isThere(),
                folder.path(),
                settings.agendasAt(),
                said.equals("prepared"));
    }

    private Stream<Prepared> prepared(LocalDate day, Site site) {
        return folder.madeAt(day, site).stream().map(at -> new Prepared(day, site, at));
    }

    public record Prepared(LocalDate day, Site site, Instant madeAt) {

        public String href() {
            return "/secretary/agendas/" + day + "/" + site.id();
        }
    }

    /**
     * @param next the day that is prepared now unless another one is asked for
     * @param there whether this installation has a folder for them
     */
    public record View(
            Menu menu, List<Prepared> prepared, LocalDate next, boolean there, String path, String hour, boolean done) {

        public Standing at() {
            return menu.at();
        }

        public java.time.LocalTime evening() {
            return java.time.LocalTime.parse(hour);
        }
    }
}
