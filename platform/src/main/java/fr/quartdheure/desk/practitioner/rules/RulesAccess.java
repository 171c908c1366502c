package fr.quartdheure.desk.practitioner.rules;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.account.Role;
import fr.quartdheure.account.SignedIn;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.PractitionerRole;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Provenance;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.roster.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may change which agenda: her own, or that of whoever receives at a site that she serves. */
@Component
class RulesAccess {

    private final Practitioners practitioners;
    private final Sites sites;

    RulesAccess(Practitioners practitioners, Sites sites) {
        this.practitioners = practitioners;
        this.sites = sites;
    }

    /** @param practitionerId null for one's own agenda */
    Optional<RulesErrand> practitioner(@Nullable UUID practitionerId) {
        return practitionerId == null
                ? Optional.ofNullable(CurrentAccount.get().practitionerId()).flatMap(me -> at(me, true))
                : at(practitionerId, false);
    }

    private Optional<RulesErrand> at(UUID id, boolean own) {
        List<Site> allowed = where(id, own ? site -> true : RulesAccess::serves);
        Optional<Practitioner> found = practitioners.find(id);
        if (allowed.isEmpty() || found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RulesErrand(
                own ? "/practitioner/rules" : "/secretary/rules/" + id,
                Subject.practitioner(id),
                found.get(),
                allowed,
                own ? Role.PRACTITIONER.code() : role(allowed.getFirst())));
    }

    Optional<RulesErrand> site(UUID siteId) {
        return sites.find(siteId)
                .filter(RulesAccess::serves)
                .map(site -> new RulesErrand(
                        "/secretary/closures/" + siteId, Subject.site(siteId), null, List.of(site), role(site)));
    }

    private List<Site> where(UUID practitionerId, Predicate<Site> allowed) {
        return practitioners.rolesOf(practitionerId).stream()
                .map(PractitionerRole::siteId)
                .distinct()
                .flatMap(id -> sites.find(id).stream())
                .filter(allowed)
                .sorted(Comparator.comparing(Site::name))
                .toList();
    }

    static boolean serves(Site site) {
        SignedIn who = CurrentAccount.get();
        return site.origin() != Provenance.IMPORT
                && (who.has(Role.SECRETARY, site.id(), site.organizationId())
                        || who.has(Role.COORDINATOR, site.id(), site.organizationId()));
    }

    private static String role(Site site) {
        return CurrentAccount.get().has(Role.SECRETARY, site.id(), site.organizationId())
                ? Role.SECRETARY.code()
                : Role.COORDINATOR.code();
    }
}
