package fr.quartdheure.desk.steering.cpts;

import fr.quartdheure.account.CurrentAccount;
import fr.quartdheure.account.Role;
import fr.quartdheure.account.SignedIn;
import fr.quartdheure.cpts.Memberships;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.OrganizationKind;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.directory.Site;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may do what to a community: planners read, its coordinators and administrators change. */
@Component
class CptsAccess {

    private final Organizations organizations;
    private final Memberships memberships;

    CptsAccess(Organizations organizations, Memberships memberships) {
        this.organizations = organizations;
        this.memberships = memberships;
    }

    Optional<Organization> find(UUID id) {
        return organizations.find(id).filter(one -> one.kind() == OrganizationKind.CPTS);
    }

    /** A community that she may change; to anybody else it looks as if it did not exist. */
    Optional<Organization> findOwn(UUID id) {
        return find(id).filter(this::coordinates);
    }

    boolean coordinates(Organization cpts) {
        SignedIn who = CurrentAccount.get();
        return who.has(Role.ADMINISTRATOR)
                || (who.has(Role.COORDINATOR)
                        && memberships.listCoordinated(who.accountId()).contains(cpts.id()));
    }

    boolean mayCreate() {
        SignedIn who = CurrentAccount.get();
        return who.has(Role.COORDINATOR) || who.has(Role.ADMINISTRATOR);
    }

    /** Whether she answers for a site. */
    boolean answersFor(Site site) {
        SignedIn who = CurrentAccount.get();
        return who.has(Role.ADMINISTRATOR) || who.has(Role.COORDINATOR, site.id(), site.organizationId());
    }
}
