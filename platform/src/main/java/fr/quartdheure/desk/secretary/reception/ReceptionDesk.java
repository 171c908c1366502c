package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.audit.Trace;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.directory.Site;
import fr.quartdheure.reception.Clerk;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Where a secretary stands and who she is; whatever is empty here is a page that does not exist. */
@Component
public class ReceptionDesk {

    public static final Problem ABSENT = Problem.of(404, "problem.absent");
    private static final String LAST_SITE = "secretary-site";

    private final DeskAccess access;
    private final ApplicationEventPublisher events;

    ReceptionDesk(DeskAccess access, ApplicationEventPublisher events) {
        this.access = access;
        this.events = events;
    }

    /** At the site asked for, or at all of them; without a word at the one she was at last. */
    public Optional<Standing> at(HttpServletRequest request, @Nullable String asked) {
        List<Site> served = access.sites();
        if (served.isEmpty()) {
            return Optional.empty();
        }
        if (Standing.ALL.equals(asked) && served.size() > 1) {
            return Optional.of(new Standing(served, null));
        }
        if (asked != null && !asked.isBlank() && !Standing.ALL.equals(asked)) {
            return find(served, asked).map(site -> new Standing(served, site));
        }
        Cookie last = WebUtils.getCookie(request, LAST_SITE);
        return Optional.of(new Standing(
                served, find(served, last == null ? "" : last.getValue()).orElseGet(served::getFirst)));
    }

    /** At one site, never at all of them. */
    Optional<Standing> atOne(HttpServletRequest request, @Nullable String asked) {
        return at(request, asked)
                .map(standing -> standing.site() == null ? new Standing(standing.served(), standing.one()) : standing);
    }

    Clerk clerk() {
        return Clerk.of(CurrentAccount.get());
    }

    /** Leaves a trace that these people were read. */
    void trace(Site site, Collection<UUID> people, String why) {
        if (!people.isEmpty()) {
            events.publishEvent(Trace.of("read", "patient", List.copyOf(people))
                    .because(why)
                    .as(DeskAccess.roleAt(site), site.organizationId()));
        }
    }

    public static ResponseEntity<byte[]> see(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    private static Optional<Site> find(List<Site> served, String id) {
        return served.stream().filter(site -> site.id().toString().equals(id)).findFirst();
    }
}
