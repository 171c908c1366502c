package fr.quartdheure.atlas.opening;

import fr.quartdheure.atlas.siting.Allowed;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import fr.quartdheure.atlas.travel.Pairs;
import java.util.List;

/**
 * Who lives where with which care today, what may open and with which supply, and what is asked. Immutable.
 *
 * @param sites their capacity is the supply that each brings when it is open, in consultations a year; what stays may
 *     be among them as {@link Role#KEPT}, or already in the residents' own figures, not in both
 * @param reach minutes, has a row for each resident, and names sites by their place in the list; as far as 20 minutes
 *     at least, where the APL ends
 */
public record OpeningProblem(List<Resident> residents, List<Site> sites, Pairs reach, Aim aim) {

    public OpeningProblem {
        residents = List.copyOf(residents);
        sites = List.copyOf(sites);
        if (reach.origins() != residents.size() || reach.destinations() != sites.size()) {
            throw new IllegalArgumentException("minutes are given for " + reach.origins() + " places and "
                    + reach.destinations() + " sites instead of " + residents.size() + " and " + sites.size());
        }
        if (aim.benefit().isApl()) {
            sites.forEach(OpeningProblem::requireSupply);
        }
    }

    Allowed allowed() {
        return new Allowed(sites, aim.p(), aim.quotas());
    }

    OpeningProblem with(List<Site> others) {
        return new OpeningProblem(residents, others, reach, aim);
    }

    private static void requireSupply(Site site) {
        if (site.role() != Role.EXCLUDED && site.capacity() == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a site without a supply changes no APL: give its consultations a year");
        }
    }
}
