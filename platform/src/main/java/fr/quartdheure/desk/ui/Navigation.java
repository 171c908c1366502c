package fr.quartdheure.desk.ui;

import fr.quartdheure.account.Role;
import fr.quartdheure.account.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the header offers to this reader. */
@Component
class Navigation {

    List<Link> of(Optional<SignedIn> viewer, String path) {
        var links = new ArrayList<Link>();
        add(links, path, "/", "nav.find");
        if (viewer.isEmpty()) {
            add(links, path, "/me/all", "nav.me");
            add(links, path, "/login", "nav.staff");
            return links;
        }
        SignedIn who = viewer.get();
        if (who.has(Role.SECRETARY) || who.has(Role.COORDINATOR)) {
            add(links, path, "/secretary", "nav.secretary");
        }
        if (who.has(Role.PRACTITIONER)) {
            add(links, path, "/practitioner", "nav.practitioner");
        }
        if (who.has(Role.REGULATOR)) {
            add(links, path, "/regulator/agenda", "nav.regulator");
        }
        if (who.has(Role.PLANNER) || who.has(Role.COORDINATOR) || who.has(Role.ADMINISTRATOR)) {
            add(links, path, "/steering", "nav.steering");
        }
        if (who.has(Role.ADMINISTRATOR)) {
            add(links, path, "/admin", "nav.admin");
        }
        if (who.has(Role.AUDITOR)) {
            add(links, path, "/admin/traces", "nav.traces");
        }
        return links;
    }

    private static void add(List<Link> links, String path, String href, String key) {
        boolean current = "/".equals(href) ? "/".equals(path) : path.startsWith(href);
        links.add(new Link(href, key, current));
    }
}
