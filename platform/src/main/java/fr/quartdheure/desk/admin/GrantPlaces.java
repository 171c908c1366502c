package fr.quartdheure.desk.admin;

import fr.quartdheure.account.Grant;
import fr.quartdheure.account.Role;
import fr.quartdheure.desk.admin.AccountsView.Given;
import fr.quartdheure.desk.admin.AccountsView.Place;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where roles are given, as forms name it: organisations, and sites with an agenda. */
@Component
class GrantPlaces {

    private static final String ORGANIZATION = "organization:";
    private static final String SITE = "site:";

    private final Organizations organizations;
    private final Sites sites;

    GrantPlaces(Organizations organizations, Sites sites) {
        this.organizations = organizations;
        this.sites = sites;
    }

    List<Place> list() {
        return Stream.concat(
                        organizations.list().stream()
                                .map(organization -> new Place(ORGANIZATION + organization.id(), organization.name())),
                        sites.list().stream()
                                .filter(Site::hasAgenda)
                                .map(site -> new Place(SITE + site.id(), site.name())))
                .toList();
    }

    /** Empty when the role is unknown, or is one at a place and none was chosen. */
    Optional<Grant> read(String role, String place) {
        return Arrays.stream(Role.values())
                .filter(known -> known.code().equals(role))
                .findFirst()
                .flatMap(known -> known.isEverywhere() ? Optional.of(new Grant(known, null, null)) : at(known, place));
    }

    Given given(Grant grant) {
        String code = grant.role().code();
        if (grant.siteId() != null) {
            String name = sites.find(grant.siteId()).map(Site::name).orElse("?");
            return new Given("role." + code, name, code + " " + SITE + grant.siteId());
        }
        if (grant.organizationId() != null) {
            String name = organizations
                    .find(grant.organizationId())
                    .map(Organization::name)
                    .orElse("?");
            return new Given("role." + code, name, code + " " + ORGANIZATION + grant.organizationId());
        }
        return new Given("role." + code, "", code + " ");
    }

    private Optional<Grant> at(Role role, String place) {
        try {
            if (place.startsWith(SITE)) {
                UUID id = UUID.fromString(place.substring(SITE.length()));
                return sites.find(id).map(site -> new Grant(role, null, id));
            }
            UUID id = UUID.fromString(place.replaceFirst("^" + ORGANIZATION, ""));
            return organizations.find(id).map(organization -> new Grant(role, id, null));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
