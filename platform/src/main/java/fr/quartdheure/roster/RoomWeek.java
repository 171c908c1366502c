package fr.quartdheure.roster;

import fr.quartdheure.directory.Room;
import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.scheduling.Mode;
import fr.quartdheure.time.Period;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which room in a week, by the rules as closures, absences and holidays leave them.
 *
 * @param uses by day and hour
 */
public record RoomWeek(LocalDate monday, List<Room> rooms, List<Use> uses) {

    /** Parts the day: what begins before it stands in the morning, however long it lasts. */
    public static final LocalTime NOON = LocalTime.of(12, 30);

    /** One rule on one day. */
    public record Use(AvailabilityRule rule, LocalDate day) {

        public LocalTime starts() {
            return rule.recurrence().starts();
        }

        public LocalTime ends() {
            return rule.recurrence().ends();
        }

        public boolean morning() {
            return starts().isBefore(NOON);
        }

        public boolean afternoon() {
            return !morning();
        }

        boolean overlaps(Use other) {
            return day.equals(other.day)
                    && starts().isBefore(other.ends())
                    && other.starts().isBefore(ends());
        }
    }

    /** Why a use of a room is in question. */
    public enum Trouble {
        TWO_AT_ONCE,
        NO_ROOM,
        OUT_OF_ORDER
    }

    /**
     * A use in question.
     *
     * @param free a room of the same kind that is free then, or null
     */
    public record Conflict(
            Trouble trouble,
            Use use,
            @Nullable Use other,
            @Nullable Room free) {}

    public static RoomWeek of(LocalDate monday, UUID siteId, List<Room> rooms, AgendaState state) {
        var uses = new ArrayList<Use>();
        for (AvailabilityRule rule : state.rules().values()) {
            for (int day = 0; day < 7 && rule.siteId().equals(siteId); day++) {
                List<Period> steps = state.calendar().steps(rule, monday.plusDays(day));
                if (!steps.isEmpty()) {
                    uses.add(new Use(rule, monday.plusDays(day)));
                }
            }
        }
        uses.sort(Comparator.comparing(Use::day).thenComparing(Use::starts));
        return new RoomWeek(monday, List.copyOf(rooms), List.copyOf(uses));
    }

    public List<Use> in(UUID roomId, LocalDate day) {
        return uses.stream()
                .filter(use -> use.day().equals(day) && roomId.equals(use.rule().roomId()))
                .toList();
    }

    /** @param broken rooms out of order, and when */
    public List<Conflict> conflicts(Set<Broken> broken) {
        var found = new ArrayList<Conflict>();
        for (int i = 0; i < uses.size(); i++) {
            Use use = uses.get(i);
            UUID room = use.rule().roomId();
            if (room == null && use.rule().mode() == Mode.TELECONSULTATION) {
                found.add(new Conflict(
                        Trouble.NO_ROOM, use, null, free(use, broken).orElse(null)));
            } else if (room != null && broken.contains(new Broken(room, use.day()))) {
                found.add(new Conflict(
                        Trouble.OUT_OF_ORDER, use, null, free(use, broken).orElse(null)));
            }
            for (Use other : uses.subList(i + 1, uses.size())) {
                if (room != null && room.equals(other.rule().roomId()) && use.overlaps(other)) {
                    found.add(new Conflict(
                            Trouble.TWO_AT_ONCE, other, use, free(other, broken).orElse(null)));
                }
            }
        }
        return found;
    }

    /** A room on a day on which it is out of order. */
    public record Broken(UUID roomId, LocalDate day) {}

    private Optional<Room> free(Use use, Set<Broken> broken) {
        Optional<Room> own = rooms.stream()
                .filter(room -> room.id().equals(use.rule().roomId()))
                .findFirst();
        return rooms.stream()
                .filter(room -> room.kind() == own.map(Room::kind).orElse(fr.quartdheure.directory.RoomKind.CONSULTING))
                .filter(room ->
                        !room.id().equals(use.rule().roomId()) && !broken.contains(new Broken(room.id(), use.day())))
                .filter(room -> in(room.id(), use.day()).stream().noneMatch(use::overlaps))
                .findFirst();
    }
}
