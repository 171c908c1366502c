package fr.quartdheure.registration;

import fr.quartdheure.geo.Near;
import fr.quartdheure.geo.Origin;
import fr.quartdheure.geo.Reach;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The lists that take requests around somebody: within 15 minutes, else 30, else 45. */
@Component
public class NearbyLists {

    private final Reach reach;
    private final RegistrationLists lists;

    NearbyLists(Reach reach, RegistrationLists lists) {
        this.reach = reach;
        this.lists = lists;
    }

    /** @param minutes from where she lives, an estimate unless imported or routed */
    public record NearbyList(RegistrationList list, double minutes) {}

    /**
     * @param within the minutes that were needed to find one, 15, 30 or 45
     * @param lists the nearest first; empty when nobody within 45 minutes takes requests from there
     */
    public record Found(int within, List<NearbyList> lists) {

        public boolean widened() {
            return within > RegistrationList.REACHES.getFirst();
        }
    }

    public Found around(Origin origin) {
        var all = takingFrom(origin).values();
        for (int within : RegistrationList.REACHES) {
            List<NearbyList> near =
                    all.stream().filter(one -> one.minutes() <= within).toList();
            if (!near.isEmpty()) {
                return new Found(within, near);
            }
        }
        return new Found(RegistrationList.REACHES.getLast(), List.of());
    }

    /** Every site that takes requests from there, by id, the nearest first. */
    public Map<UUID, NearbyList> takingFrom(Origin origin) {
        List<Near> near = reach.within(origin, RegistrationList.REACHES.getLast());
        Map<UUID, RegistrationList> bySite =
                lists.listBySite(near.stream().map(Near::placeId).toList());
        Map<UUID, NearbyList> taking = new LinkedHashMap<>();
        for (Near one : near) {
            RegistrationList list = bySite.get(one.placeId());
            if (list != null && list.open() && one.minutes() <= list.withinMinutes()) {
                taking.put(one.placeId(), new NearbyList(list, one.minutes()));
            }
        }
        return taking;
    }
}
