package fr.quartdheure.desk.secretary;

import fr.quartdheure.directory.Equipment;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Room;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.scheduling.BusyTimes;
import fr.quartdheure.scheduling.FrontDesk.Extra;
import fr.quartdheure.scheduling.Participant;
import fr.quartdheure.scheduling.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who and what else an appointment may take at a site: a second practitioner, another room, a device. */
@Component
public class Company {

    private final Sites sites;
    private final Practitioners practitioners;
    private final BusyTimes busyTimes;

    Company(Sites sites, Practitioners practitioners, BusyTimes busyTimes) {
        this.sites = sites;
        this.practitioners = practitioners;
        this.busyTimes = busyTimes;
    }

    /** @param kind "practitioner", "room" or "equipment" */
    public record Option(String kind, UUID id, String name) {

        public String value() {
            return kind + ":" + id;
        }
    }

    /** Everybody and everything of the site that nothing occupies during this slot. */
    List<Option> free(Slot slot) {
        List<Option> all = ofSite(slot);
        Set<UUID> busy = busyTimes.occupied(all.stream().map(Option::id).toList(), slot.period());
        return all.stream().filter(option -> !busy.contains(option.id())).toList();
    }

    boolean isOfSite(Slot slot, List<Extra> chosen) {
        Set<UUID> known = ofSite(slot).stream().map(Option::id).collect(Collectors.toSet());
        return chosen.stream().map(Extra::id).allMatch(known::contains);
    }

    /** The names of what an appointment takes besides. */
    List<String> names(UUID siteId, List<Participant> participants) {
        Set<UUID> ids = participants.stream().map(Participant::resourceId).collect(Collectors.toSet());
        return all(siteId).stream()
                .filter(option -> ids.contains(option.id()))
                .map(Option::name)
                .toList();
    }

    private List<Option> ofSite(Slot slot) {
        return all(slot.siteId()).stream()
                .filter(option -> !option.id().equals(slot.practitionerId())
                        && !option.id().equals(slot.roomId()))
                .toList();
    }

    private List<Option> all(UUID siteId) {
        var all = new ArrayList<Option>();
        practitioners
                .ofSite(siteId)
                .forEach(one -> all.add(new Option(
                        "practitioner",
                        one.practitioner().id(),
                        one.practitioner().displayName())));
        for (Room room : sites.roomsOf(siteId)) {
            all.add(new Option("room", room.id(), room.name()));
        }
        for (Equipment device : sites.equipmentOf(siteId)) {
            all.add(new Option("equipment", device.id(), device.name()));
        }
        return all;
    }

    /** What a form sent; anything that is not of its making is left out. */
    static List<Extra> chosen(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .flatMap(value -> read(value).stream())
                .distinct()
                .toList();
    }

    private static Optional<Extra> read(String value) {
        int colon = value.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        try {
            var kind = Participant.Kind.valueOf(value.substring(0, colon).toUpperCase(Locale.ROOT));
            return Optional.of(new Extra(kind, UUID.fromString(value.substring(colon + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
