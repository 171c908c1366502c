package fr.quartdheure.desk.secretary.rooms;

import fr.quartdheure.directory.Room;
import fr.quartdheure.time.Paris;
import fr.quartdheure.upkeep.Entry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was typed for one line of the register. */
public record EntryForm(
        @Nullable String room,
        @Nullable String kind,
        @Nullable String at,
        @Nullable String load,
        @Nullable String programme,
        @Nullable String temperature,
        @Nullable String pressure,
        @Nullable String plateau,
        @Nullable String result,
        @Nullable String note,
        @Nullable String corrects,
        @Nullable String why) {

    static EntryForm fresh(Instant now) {
        return new EntryForm(null, "cleaning", local(now), null, null, null, null, null, "good", null, null, null);
    }

    static EntryForm of(Entry entry) {
        UUID room = entry.roomId();
        return new EntryForm(
                room == null ? null : room.toString(),
                entry.kind().code(),
                local(entry.doneAt()),
                entry.load(),
                entry.programme(),
                entry.temperature(),
                entry.pressure(),
                entry.plateau(),
                entry.result().code(),
                entry.note(),
                entry.id().toString(),
                "");
    }

    private static String local(Instant instant) {
        return instant.atZone(Paris.ZONE)
                .toLocalDateTime()
                .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                .toString();
    }

    public String value(String field) {
        String typed = switch (field) {
            case "room" -> room;
            case "kind" -> kind;
            case "at" -> at;
            case "load" -> load;
            case "programme" -> programme;
            case "temperature" -> temperature;
            case "pressure" -> pressure;
            case "plateau" -> plateau;
            case "result" -> result;
            case "note" -> note;
            case "corrects" -> corrects;
            default -> why;
        };
        return typed == null ? "" : typed.strip();
    }

    /** What is wrong, by field; empty when nothing is. */
    Map<String, String> refusals(List<Room> rooms, Instant now) {
        Map<String, String> refusals = new LinkedHashMap<>();
        if (found(rooms).isEmpty()) {
            refusals.put("room", "rooms.refused.room");
        }
        if (done().filter(done -> !done.isAfter(now)).isEmpty()) {
            refusals.put("at", "rooms.refused.at");
        }
        if ("sterilisation".equals(value("kind")) && value("load").isEmpty()) {
            refusals.put("load", "rooms.refused.load");
        }
        if (!value("corrects").isEmpty() && value("why").isEmpty()) {
            refusals.put("why", "rooms.refused.why");
        }
        Map.of("load", 40, "programme", 80, "temperature", 40, "pressure", 40, "plateau", 40, "note", 300, "why", 200)
                .forEach((field, most) -> {
                    if (value(field).length() > most) {
                        refusals.put(field, "rooms.refused.long");
                    }
                });
        return refusals;
    }

    Entry entry(UUID site, List<Room> rooms, String by, Instant now) {
        Room in = found(rooms).orElseThrow();
        boolean correction = !value("corrects").isEmpty();
        return new Entry(
                UUID.randomUUID(),
                site,
                in.id(),
                in.name(),
                "sterilisation".equals(value("kind")) ? Entry.Kind.STERILISATION : Entry.Kind.CLEANING,
                done().orElseThrow(),
                given("load"),
                given("programme"),
                given("temperature"),
                given("pressure"),
                given("plateau"),
                judged(),
                given("note"),
                correction ? UUID.fromString(value("corrects")) : null,
                correction ? value("why") : null,
                by,
                now);
    }

    private Entry.Result judged() {
        for (Entry.Result one : Entry.Result.values()) {
            if (one.code().equals(value("result").toLowerCase(Locale.ROOT))) {
                return one;
            }
        }
        return Entry.Result.PENDING;
    }

    private @Nullable String given(String field) {
        return value(field).isEmpty() ? null : value(field);
    }

    private Optional<Room> found(List<Room> rooms) {
        return rooms.stream()
                .filter(one -> one.id().toString().equals(value("room")))
                .findFirst();
    }

    private Optional<Instant> done() {
        try {
            return Optional.of(
                    LocalDateTime.parse(value("at")).atZone(Paris.ZONE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
