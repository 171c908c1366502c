package fr.quartdheure.desk.patient.registration;

import fr.quartdheure.directory.PractitionerAtSite;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.geo.Origin;
import fr.quartdheure.registration.MonthlyFlows;
import fr.quartdheure.registration.MonthlyFlows.Standing;
import fr.quartdheure.registration.NearbyLists;
import fr.quartdheure.registration.NearbyLists.NearbyList;
import fr.quartdheure.registration.Panel;
import fr.quartdheure.registration.Panels;
import fr.quartdheure.registration.Priority;
import fr.quartdheure.registration.RegistrationList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The sites that take people on, as somebody compares them. */
@Component
public class ListCards {

    private final NearbyLists nearby;
    private final MonthlyFlows flows;
    private final Panels panels;
    private final Sites sites;
    private final Practitioners practitioners;

    ListCards(NearbyLists nearby, MonthlyFlows flows, Panels panels, Sites sites, Practitioners practitioners) {
        this.nearby = nearby;
        this.flows = flows;
        this.panels = panels;
        this.sites = sites;
        this.practitioners = practitioners;
    }

    /** @param within the minutes that were needed */
    public record Around(int within, boolean widened, List<Card> cards) {}

    /** @param doctors who takes people on there */
    public record Card(Site site, RegistrationList list, int minutes, Standing standing, List<String> doctors) {

        /** "2", "0,5": places opened in an average month. */
        public String opened(Locale locale) {
            double month = standing.openedPerMonth();
            return month == Math.rint(month) ? String.valueOf((int) month) : String.format(locale, "%.1f", month);
        }

        public List<String> priorities() {
            return list.priorities().stream().sorted().map(Priority::code).toList();
        }
    }

    Around around(String communeCode) {
        var found = nearby.around(new Origin.InCommune(communeCode));
        return new Around(found.within(), found.widened(), cards(found.lists()));
    }

    /** Every site that takes people on from there, but those that she is on already. */
    List<Card> others(String communeCode, Set<UUID> except) {
        return cards(nearby.takingFrom(new Origin.InCommune(communeCode)).values().stream()
                .filter(one -> !except.contains(one.list().siteId()))
                .toList());
    }

    private List<Card> cards(List<NearbyList> lists) {
        List<UUID> ids = lists.stream().map(one -> one.list().siteId()).toList();
        Map<UUID, Site> bySite = sites.listByIds(ids);
        Map<UUID, Standing> standings = flows.standings(ids);
        return lists.stream()
                .map(one -> {
                    UUID id = one.list().siteId();
                    return new Card(
                            Objects.requireNonNull(bySite.get(id)),
                            one.list(),
                            (int) Math.round(one.minutes()),
                            Objects.requireNonNull(standings.get(id)),
                            doctors(id));
                })
                .toList();
    }

    private List<String> doctors(UUID siteId) {
        Set<UUID> taking = panels.listOfSite(siteId).stream()
                .filter(panel -> !panel.isStopped())
                .map(Panel::practitionerId)
                .collect(Collectors.toSet());
        return practitioners.ofSite(siteId).stream()
                .map(PractitionerAtSite::practitioner)
                .filter(one -> taking.contains(one.id()))
                .map(one -> one.displayName())
                .toList();
    }
}
