package fr.quartdheure.atlas.opening;

import fr.quartdheure.atlas.siting.Allowed;
import fr.quartdheure.atlas.siting.Quota;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import java.util.List;

/** Counts the chosen sites of each area with a quota, so that a choice never leaves what is allowed. */
final class Tally {

    private static final int NO_AREA = -1;

    private final int[] areas;
    private final int[] least;
    private final int[] most;
    private final int[] count;
    private int left;

    Tally(Allowed allowed, int[] free) {
        var names = List.copyOf(allowed.quotas().keySet());
        this.areas = new int[free.length];
        for (int k = 0; k < free.length; k++) {
            Site site = allowed.sites().get(free[k]);
            areas[k] = site.role() == Role.CANDIDATE ? names.indexOf(site.area()) : NO_AREA;
        }
        this.least = new int[names.size()];
        this.most = new int[names.size()];
        this.count = new int[names.size()];
        for (int a = 0; a < least.length; a++) {
            Quota quota = allowed.quotas().getOrDefault(names.get(a), new Quota(0, 0));
            int required = (int) allowed.count(Role.REQUIRED, names.get(a));
            least[a] = quota.least() - required;
            most[a] = quota.most() - required;
        }
        this.left = allowed.budget();
    }

    boolean isFull() {
        return left == 0;
    }

    /** Whether the site may be chosen beside the others, with enough left for the areas that must have more. */
    boolean allows(int site) {
        int area = areas[site];
        if (left == 0 || (area != NO_AREA && count[area] == most[area])) {
            return false;
        }
        int owed = 0;
        for (int a = 0; a < least.length; a++) {
            owed += Math.max(0, least[a] - count[a] - (a == area ? 1 : 0));
        }
        return owed <= left - 1;
    }

    void add(int site) {
        change(site, 1);
    }

    void remove(int site) {
        change(site, -1);
    }

    private void change(int site, int sign) {
        left -= sign;
        if (areas[site] != NO_AREA) {
            count[areas[site]] += sign;
        }
    }
}
