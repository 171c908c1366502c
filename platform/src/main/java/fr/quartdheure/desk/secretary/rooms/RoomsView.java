package fr.quartdheure.desk.secretary.rooms;

import fr.quartdheure.directory.Room;
import fr.quartdheure.directory.Site;
import fr.quartdheure.roster.RoomWeek;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.upkeep.OutOfOrder;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of a site.
 *
 * @param names of practitioners
 * @param inside the appointment that is going on in a room
 * @param said what was refused or done, or null
 */
public record RoomsView(
        Site site,
        List<Site> sites,
        LocalDate today,
        LocalTime now,
        RoomWeek week,
        RoomWeek current,
        List<RoomWeek.Conflict> conflicts,
        List<OutOfOrder> broken,
        Map<UUID, String> names,
        Map<UUID, Appointment> inside,
        @Nullable String said) {

    public String base() {
        return "/secretary/rooms?site=" + site.id();
    }

    public String name(RoomWeek.Use use) {
        return names.getOrDefault(use.rule().practitionerId(), "");
    }

    /** Who receives in a room now. */
    public Optional<RoomWeek.Use> here(Room room) {
        return current.in(room.id(), today).stream()
                .filter(use -> !use.starts().isAfter(now) && use.ends().isAfter(now))
                .findFirst();
    }

    /** Who comes next in a room today. */
    public Optional<RoomWeek.Use> next(Room room) {
        return current.in(room.id(), today).stream()
                .filter(use -> use.starts().isAfter(now))
                .findFirst();
    }

    public boolean isBroken(Room room, LocalDate day) {
        return broken.stream().anyMatch(one -> one.roomId().equals(room.id()) && one.on(day));
    }

    public String room(@Nullable UUID id) {
        return week.rooms().stream()
                .filter(one -> one.id().equals(id))
                .map(Room::name)
                .findFirst()
                .orElse("");
    }

    /** The uses of one half of a day. */
    public List<RoomWeek.Use> half(Room room, LocalDate day, boolean morning) {
        return week.in(room.id(), day).stream()
                .filter(use -> morning ? use.morning() : use.afternoon())
                .toList();
    }

    /** Where a conflict is taken to another room: seen before it is done. */
    public String move(RoomWeek.Conflict conflict, boolean once) {
        Room free = conflict.free();
        var rule = conflict.use().rule();
        return "/secretary/rules/" + rule.practitionerId() + "/preview?act=room&rule=" + rule.id() + "&on="
                + conflict.use().day() + "&scope=" + (once ? "day" : "from") + "&room="
                + (free == null ? "" : free.id());
    }

    public boolean past(RoomWeek.Conflict conflict) {
        return conflict.use().day().isBefore(today);
    }
}
