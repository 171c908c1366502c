package fr.quartdheure.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What belongs to one site: its rooms, hours, closures and equipment. */
@Repository
class SiteDetails {

    private static final String ROOMS = """
            select id, site_id, name, kind, position from directory.room
            where site_id = :site order by position, name, id
            """;
    private static final String HOURS = """
            select site_id, weekday, opens, closes from directory.opening_hours
            where site_id = any (:sites::text[]::uuid[]) order by site_id, weekday, opens
            """;
    private static final String CLOSURES = """
            select id, site_id, first_day, last_day, reason from directory.closure
            where site_id = any (:sites::text[]::uuid[]) order by site_id, first_day, id
            """;
    private static final String EQUIPMENT = """
            select id, site_id, room_id, name, kind from directory.equipment where site_id = :site order by name, id
            """;
    private static final String ADD_ROOM = """
            insert into directory.room (id, site_id, name, kind, position)
            values (:id, :siteId, :name, :kind, :position)
            """;
    private static final String ADD_HOURS = """
            insert into directory.opening_hours (site_id, weekday, opens, closes)
            values (:siteId, :weekday, :opens, :closes)
            """;
    private static final String ADD_CLOSURE = """
            insert into directory.closure (id, site_id, first_day, last_day, reason)
            values (:id, :siteId, :firstDay, :lastDay, :reason)
            """;
    private static final String REMOVE_CLOSURE = """
            delete from directory.closure where id = :id
            """;
    private static final String ADD_EQUIPMENT = """
            insert into directory.equipment (id, site_id, room_id, name, kind)
            values (:id, :siteId, :roomId, :name, :kind)
            """;

    private final JdbcClient jdbc;

    SiteDetails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Room> roomsOf(UUID siteId) {
        return jdbc.sql(ROOMS)
                .param("site", siteId)
                .query((row, number) -> new Room(
                        row.getObject("id", UUID.class),
                        row.getObject("site_id", UUID.class),
                        row.getString("name"),
                        RoomKind.of(row.getString("kind")),
                        row.getInt("position")))
                .list();
    }

    Map<UUID, List<OpeningHours>> hoursOf(Collection<UUID> siteIds) {
        return jdbc
                .sql(HOURS)
                .param("sites", Ids.array(siteIds))
                .query((row, number) -> new OpeningHours(
                        row.getObject("site_id", UUID.class),
                        DayOfWeek.of(row.getInt("weekday")),
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(OpeningHours::siteId));
    }

    Map<UUID, List<Closure>> closuresOf(Collection<UUID> siteIds) {
        return jdbc
                .sql(CLOSURES)
                .param("sites", Ids.array(siteIds))
                .query((row, number) -> new Closure(
                        row.getObject("id", UUID.class),
                        row.getObject("site_id", UUID.class),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("reason")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Closure::siteId));
    }

    List<Equipment> equipmentOf(UUID siteId) {
        return jdbc.sql(EQUIPMENT)
                .param("site", siteId)
                .query((row, number) -> new Equipment(
                        row.getObject("id", UUID.class),
                        row.getObject("site_id", UUID.class),
                        row.getObject("room_id", UUID.class),
                        row.getString("name"),
                        row.getString("kind")))
                .list();
    }

    void add(Room room) {
        jdbc.sql(ADD_ROOM)
                .param("id", room.id())
                .param("siteId", room.siteId())
                .param("name", room.name())
                .param("kind", room.kind().code())
                .param("position", room.position())
                .update();
    }

    void add(OpeningHours hours) {
        jdbc.sql(ADD_HOURS)
                .param("siteId", hours.siteId())
                .param("weekday", hours.weekday().getValue())
                .param("opens", hours.opens())
                .param("closes", hours.closes())
                .update();
    }

    void add(Closure closure) {
        jdbc.sql(ADD_CLOSURE)
                .param("id", closure.id())
                .param("siteId", closure.siteId())
                .param("firstDay", closure.firstDay())
                .param("lastDay", closure.lastDay())
                .param("reason", closure.reason())
                .update();
    }

    void removeClosure(UUID id) {
        jdbc.sql(REMOVE_CLOSURE).param("id", id).update();
    }

    void add(Equipment equipment) {
        jdbc.sql(ADD_EQUIPMENT)
                .param("id", equipment.id())
                .param("siteId", equipment.siteId())
                .param("roomId", equipment.roomId())
                .param("name", equipment.name())
                .param("kind", equipment.kind())
                .update();
    }
}
