package fr.quartdheure.desk.steering.cpts;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.cpts.Coordination;
import fr.quartdheure.cpts.Membership;
import fr.quartdheure.cpts.Memberships;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.OrganizationKind;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Communes;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /steering/cpts}: the communities, the territory that each chose, and who belongs to it. */
@Controller
public class CptsPage {

    static final Problem ABSENT = Problem.of(404, "problem.absent");
    private static final Pattern CODE = Pattern.compile("\\b[0-9][0-9AB][0-9]{3}(-[a-z0-9-]{1,40})?\\b");
    private static final int MOST_CODES = 2000;
    private static final int LONGEST_NAME = 120;

    private final Screens screens;
    private final CptsAccess access;
    private final CptsSheets sheets;
    private final Coordination coordination;
    private final Memberships memberships;
    private final Organizations organizations;
    private final Communes communes;
    private final Sites sites;

    CptsPage(
            Screens screens,
            CptsAccess access,
            CptsSheets sheets,
            Coordination coordination,
            Memberships memberships,
            Organizations organizations,
            Communes communes,
            Sites sites) {
        this.screens = screens;
        this.access = access;
        this.sheets = sheets;
        this.coordination = coordination;
        this.memberships = memberships;
        this.organizations = organizations;
        this.communes = communes;
        this.sites = sites;
    }

    /** @param refused whether the name that was typed is none */
    public record View(List<Organization> all, boolean mayCreate, String name, boolean refused) {}

    @GetMapping("/steering/cpts")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        return list(request, 200, "", false);
    }

    private ResponseEntity<byte[]> list(HttpServletRequest request, int status, String name, boolean refused) {
        List<Organization> all = organizations.list().stream()
                .filter(one -> one.kind() == OrganizationKind.CPTS)
                .toList();
        return screens.show(
                request,
                HttpStatusCode.valueOf(status),
                "desk/steering/cpts/list.jte",
                new View(all, access.mayCreate(), name, refused));
    }

    @PostMapping("/steering/cpts")
    ResponseEntity<byte[]> create(HttpServletRequest request, @RequestParam(defaultValue = "") String name) {
        if (!access.mayCreate()) {
            return screens.show(request, ABSENT);
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return list(request, 422, name, true);
        }
        return see(coordination.create(name, CurrentAccount.get().accountId()), "created");
    }

    @GetMapping("/steering/cpts/{id}")
    ResponseEntity<byte[]> show(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String detail) {
        String told = said.matches("[a-z-]{1,20}") ? said : null;
        return access.find(id)
                .map(cpts -> screens.show(
                        request, "desk/steering/cpts/sheet.jte", sheets.sheet(cpts, told, shortened(detail))))
                .orElseGet(() -> screens.show(request, ABSENT));
    }

    /** Codes pasted from a table, or one name chosen. */
    @PostMapping("/steering/cpts/{id}/communes")
    ResponseEntity<byte[]> addCommunes(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String codes,
            @RequestParam(defaultValue = "") String commune,
            @RequestParam(defaultValue = "") String place) {
        return own(request, id, cpts -> {
            Set<String> asked = codes(codes);
            if (!commune.isBlank()) {
                asked.add(commune);
            } else if (!place.isBlank()) {
                communes.search(place, 1).forEach(one -> asked.add(one.code()));
            }
            return said(asked, coordination.addCommunes(id, asked));
        });
    }

    /** As it was drawn on the map; nothing drawn leaves everything as it was. */
    @PostMapping("/steering/cpts/{id}/territory")
    ResponseEntity<byte[]> setTerritory(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String codes) {
        return own(request, id, cpts -> {
            Set<String> asked = codes(codes);
            return asked.isEmpty() ? "no-code" : said(asked, coordination.setTerritory(id, asked));
        });
    }

    private static Set<String> codes(String typed) {
        Set<String> codes = new LinkedHashSet<>();
        CODE.matcher(typed).results().map(MatchResult::group).limit(MOST_CODES).forEach(codes::add);
        return codes;
    }

    private static String said(Set<String> asked, List<String> unknown) {
        if (asked.isEmpty()) {
            return "no-code";
        }
        return unknown.isEmpty()
                ? "added"
                : "unknown&detail="
                        + String.join("+", unknown.stream().limit(20).toList());
    }

    @PostMapping("/steering/cpts/{id}/communes/{code}/remove")
    ResponseEntity<byte[]> removeCommune(HttpServletRequest request, @PathVariable UUID id, @PathVariable String code) {
        return own(request, id, cpts -> {
            coordination.removeCommune(id, code);
            return "removed";
        });
    }

    @PostMapping("/steering/cpts/{id}/invite")
    ResponseEntity<byte[]> invite(HttpServletRequest request, @PathVariable UUID id, @RequestParam UUID site) {
        return own(
                request,
                id,
                cpts -> sites.find(site).isPresent() && coordination.invite(id, site) ? "invited" : "already");
    }

    /** The site's own word: accept, decline, leave; the community may take its invitation back. */
    @PostMapping("/steering/cpts/{id}/members/{membership}/{act}")
    ResponseEntity<byte[]> answer(
            HttpServletRequest request,
            @PathVariable UUID id,
            @PathVariable UUID membership,
            @PathVariable String act) {
        Optional<Organization> cpts = access.find(id);
        Optional<Membership> one = memberships.list(id).stream()
                .filter(m -> m.id().equals(membership))
                .findFirst();
        boolean forSite = one.flatMap(m -> sites.find(m.siteId()))
                .filter(access::answersFor)
                .isPresent();
        boolean mayEnd = forSite || cpts.filter(access::coordinates).isPresent();
        if (one.isEmpty() || !(act.equals("end") ? mayEnd : forSite)) {
            return screens.show(request, ABSENT);
        }
        return switch (act) {
            case "accept" -> see(id, coordination.answer(membership, true) ? "joined" : "late");
            case "decline" -> see(id, coordination.answer(membership, false) ? "declined" : "late");
            case "end" -> see(id, coordination.end(membership) ? "left" : "late");
            default -> screens.show(request, ABSENT);
        };
    }

    private ResponseEntity<byte[]> own(HttpServletRequest request, UUID id, Function<Organization, String> act) {
        return access.findOwn(id).map(cpts -> see(id, act.apply(cpts))).orElseGet(() -> screens.show(request, ABSENT));
    }

    static ResponseEntity<byte[]> see(UUID id, @Nullable String said) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/steering/cpts/" + id + (said == null ? "" : "?said=" + said)))
                .build();
    }

    private static String shortened(String detail) {
        return detail.length() > 200 ? detail.substring(0, 200) : detail;
    }
}
