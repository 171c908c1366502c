package fr.quartdheure.desk.secretary.rooms;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Room;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.time.Paris;
import fr.quartdheure.upkeep.Entry;
import fr.quartdheure.upkeep.Register;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /secretary/rooms/register}: cleaning and sterilisation, month by month. */
@Controller
public class RegisterPage {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Screens screens;
    private final DeskAccess access;
    private final Sites sites;
    private final Register register;
    private final Clock clock;

    RegisterPage(Screens screens, DeskAccess access, Sites sites, Register register, Clock clock) {
        this.screens = screens;
        this.access = access;
        this.sites = sites;
        this.register = register;
        this.clock = clock;
    }

    /**
     * A month of the register and the line that is being written.
     *
     * @param corrected ids of entries that another one replaces
     */
    public record View(
            Site site,
            YearMonth month,
            List<Entry> entries,
            Set<UUID> corrected,
            List<Room> rooms,
            EntryForm form,
            Map<String, String> refusals,
            @Nullable String said) {

        public String base() {
            return "/secretary/rooms/register?site=" + site.id();
        }

        public @Nullable String refusal(String field) {
            return refusals.get(field);
        }
    }

    @GetMapping("/secretary/rooms/register")
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable UUID site,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(required = false) @Nullable UUID correct,
            @RequestParam(required = false) @Nullable String said) {
        return RoomsPage.chosen(access, site)
                .map(one -> {
                    EntryForm form = Optional.ofNullable(correct)
                            .flatMap(register::find)
                            .filter(entry -> entry.siteId().equals(one.id()))
                            .map(EntryForm::of)
                            .orElseGet(() -> EntryForm.fresh(clock.instant()));
                    String told = said != null && said.matches("kept|twice") ? said : null;
                    return screens.show(
                            request,
                            "desk/secretary/rooms/register.jte",
                            view(one, month(month), form, Map.of(), told));
                })
                .orElseGet(() -> screens.show(request, RoomsPage.ABSENT));
    }

    @GetMapping("/secretary/rooms/register.csv")
    ResponseEntity<byte[]> file(
            HttpServletRequest request, @RequestParam UUID site, @RequestParam(defaultValue = "") String month) {
        return access.site(site)
                .map(one -> ResponseEntity.ok()
                        .contentType(CSV)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("register-" + month(month) + ".csv")
                                        .build()
                                        .toString())
                        .body(RegisterCsv.write(entries(one, month(month))).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> screens.show(request, RoomsPage.ABSENT));
    }

    @PostMapping("/secretary/rooms/register")
    ResponseEntity<byte[]> add(HttpServletRequest request, @RequestParam UUID site, @ModelAttribute EntryForm form) {
        Optional<Site> served = access.site(site);
        if (served.isEmpty() || !mayCorrect(site, form)) {
            return screens.show(request, RoomsPage.ABSENT);
        }
        List<Room> rooms = sites.roomsOf(site);
        Map<String, String> refusals = form.refusals(rooms, clock.instant());
        if (!refusals.isEmpty()) {
            return screens.show(
                    request, "desk/secretary/rooms/register.jte", view(served.get(), month(""), form, refusals, null));
        }
        Entry entry = form.entry(site, rooms, CurrentAccount.get().name(), clock.instant());
        String said = register.add(entry) ? "kept" : "twice";
        YearMonth month = YearMonth.from(entry.doneAt().atZone(Paris.ZONE));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/secretary/rooms/register?site=" + site + "&month=" + month + "&said=" + said))
                .build();
    }

    private boolean mayCorrect(UUID site, EntryForm form) {
        String corrects = form.value("corrects");
        try {
            return corrects.isEmpty()
                    || register.find(UUID.fromString(corrects))
                            .filter(entry -> entry.siteId().equals(site))
                            .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private View view(Site site, YearMonth month, EntryForm form, Map<String, String> refusals, @Nullable String said) {
        List<Entry> entries = entries(site, month);
        Set<UUID> corrected =
                entries.stream().map(Entry::corrects).filter(Objects::nonNull).collect(Collectors.toSet());
        return new View(site, month, entries, corrected, sites.roomsOf(site.id()), form, refusals, said);
    }

    private List<Entry> entries(Site site, YearMonth month) {
        return register.list(
                site.id(),
                Paris.startOf(month.atDay(1)),
                Paris.startOf(month.plusMonths(1).atDay(1)));
    }

    private YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException e) {
            return YearMonth.from(clock.instant().atZone(Paris.ZONE));
        }
    }
}
