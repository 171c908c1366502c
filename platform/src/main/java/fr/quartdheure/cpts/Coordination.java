package fr.quartdheure.cpts;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.directory.Communities;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.OrganizationKind;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.directory.Provenance;
import fr.quartdheure.geo.Communes;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates a community, chooses its territory, and lets sites in and out. */
@Component
public class Coordination {

    private final Memberships memberships;
    private final Communities communities;
    private final Organizations organizations;
    private final Communes communes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Coordination(
            Memberships memberships,
            Communities communities,
            Organizations organizations,
            Communes communes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.memberships = memberships;
        this.communities = communities;
        this.organizations = organizations;
        this.communes = communes;
        this.events = events;
        this.clock = clock;
    }

    /** @param accountId who coordinates it */
    @Transactional
    public UUID create(String name, UUID accountId) {
        UUID id = UUID.randomUUID();
        organizations.add(
                new Organization(id, name.strip(), OrganizationKind.CPTS, null, null, null, Provenance.LOCAL));
        takeUp(id, accountId);
        return id;
    }

    /** Gives a community that is known already a coordinator; its sites become members as of now. */
    @Transactional
    public void takeUp(UUID cptsId, UUID accountId) {
        memberships.coordinate(cptsId, accountId);
        communities.sitesOf(cptsId).forEach(site -> {
            UUID id = UUID.randomUUID();
            if (memberships.invite(id, cptsId, site, clock.instant())) {
                memberships.answer(id, "member", clock.instant());
            }
        });
        trace("cpts-coordinate", cptsId);
    }

    /**
     * Adds communes to a territory; it does not matter whether another community chose them too.
     *
     * @return the codes that name no commune
     */
    @Transactional
    public List<String> addCommunes(UUID cptsId, Collection<String> codes) {
        var known = codes.stream().filter(communes::isKnown).toList();
        communities.add(cptsId, List.of(), known);
        trace("cpts-territory", cptsId);
        return codes.stream().filter(code -> !known.contains(code)).toList();
    }

    /**
     * Chooses a whole territory, as it was drawn.
     *
     * @return the codes that name no commune; they are left out
     */
    @Transactional
    public List<String> setTerritory(UUID cptsId, Collection<String> codes) {
        var known = codes.stream().filter(communes::isKnown).toList();
        communities.communesOf(cptsId).stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> communities.removeCommune(cptsId, code));
        communities.add(cptsId, List.of(), known);
        trace("cpts-territory", cptsId);
        return codes.stream().filter(code -> !known.contains(code)).toList();
    }

    @Transactional
    public void removeCommune(UUID cptsId, String code) {
        communities.removeCommune(cptsId, code);
        trace("cpts-territory", cptsId);
    }

    /** False when the site is a member or invited already. */
    @Transactional
    public boolean invite(UUID cptsId, UUID siteId) {
        boolean invited = memberships.invite(UUID.randomUUID(), cptsId, siteId, clock.instant());
        trace("cpts-invite", cptsId);
        return invited;
    }

    /** On behalf of the site: whoever answers must be its coordinator, or an administrator. */
    @Transactional
    public boolean answer(UUID membershipId, boolean accepts) {
        Optional<Membership> found = memberships.lock(membershipId);
        boolean answered = memberships.answer(membershipId, accepts ? "member" : "declined", clock.instant());
        if (answered && accepts) {
            communities.add(found.orElseThrow().cptsId(), List.of(found.get().siteId()), List.of());
        }
        found.ifPresent(one -> trace(accepts ? "cpts-accept" : "cpts-decline", one.cptsId()));
        return answered;
    }

    /** A site leaves, or the community takes an invitation back; what it shared is seen by no member any more. */
    @Transactional
    public boolean end(UUID membershipId) {
        Optional<Membership> found = memberships.lock(membershipId);
        boolean ended = found.isPresent()
                && memberships.end(membershipId, found.get().isMember() ? "left" : "withdrawn", clock.instant());
        if (ended) {
            communities.removeSite(found.get().cptsId(), found.get().siteId());
            trace("cpts-leave", found.get().cptsId());
        }
        return ended;
    }

    private void trace(String act, UUID cptsId) {
        events.publishEvent(Trace.of(act, "organization", cptsId));
    }
}
