package fr.quartdheure.calendar;

import fr.quartdheure.time.Paris;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.ZoneRulesBuilder;
import net.fortuna.ical4j.model.component.VTimeZone;

/**
 * The time zones that one calendar names: by their usual name, by that of Windows, by a path that ends in one, or by
 * the rules that the file itself brings. Hours without a zone are those of the calendar, else of Paris.
 */
final class Zones {

    private static final Pattern ZONE = Pattern.compile("BEGIN:VTIMEZONE\r?\n.*?END:VTIMEZONE", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("(?m)^TZID(?:;[^:\r\n]*)?:([^\r\n]+)$");
    /** Windows' own names, as the library knows them. */
    private static final Properties WINDOWS = windows();

    private final Map<String, ZoneRules> found = new HashMap<>();
    private final String text;
    private final ZoneRules floating;

    /** @param zone in which hours without a zone are meant, as the file says; empty for Paris */
    Zones(String text, String zone) {
        this.text = text.replaceAll("\r?\n[ \t]", "");
        this.floating = zone.isEmpty() ? Paris.ZONE.getRules() : usual(zone).orElse(Paris.ZONE.getRules());
    }

    ZoneRules floating() {
        return floating;
    }

    /** @throws DateTimeException for a zone that neither the world nor the file knows */
    ZoneRules rules(String id) {
        return found.computeIfAbsent(
                id,
                name -> usual(name)
                        .or(() -> own(name))
                        .orElseThrow(() -> new DateTimeException("nobody knows the time zone " + name)));
    }

    private static Optional<ZoneRules> usual(String id) {
        if (id.equals("UTC") || id.equals("GMT")) {
            return Optional.of(ZoneOffset.UTC.getRules());
        }
        String name = WINDOWS.getProperty(id, id);
        // "/mozilla.org/20050126_1/Europe/Paris": whatever stands before is left out, part by part.
        while (!ZoneId.getAvailableZoneIds().contains(name)) {
            int slash = name.indexOf('/');
            if (slash < 0) {
                return Optional.empty();
            }
            name = name.substring(slash + 1);
        }
        return Optional.of(ZoneId.of(name).getRules());
    }

    private static Properties windows() {
        var names = new Properties();
        for (String file : List.of("msTimezoneNames", "msTimezoneIds")) {
            try (InputStream in =
                    CalendarBuilder.class.getResourceAsStream("/net/fortuna/ical4j/transform/compliance/" + file)) {
                names.load(Objects.requireNonNull(in, file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    private Optional<ZoneRules> own(String id) {
        return ZONE.matcher(text)
                .results()
                .map(match -> match.group())
                .filter(one -> ID.matcher(one)
                        .results()
                        .anyMatch(name -> name.group(1).strip().equals(id)))
                .findFirst()
                .map(Zones::built);
    }

    private static ZoneRules built(String zone) {
        String whole = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-\r\n" + zone + "\r\nEND:VCALENDAR\r\n";
        try {
            VTimeZone read = new CalendarBuilder()
                    .build(new StringReader(whole))
                    .<VTimeZone>getComponent("VTIMEZONE")
                    .orElseThrow();
            return new ZoneRulesBuilder().vTimeZone(read).build();
        } catch (IOException | ParserException | RuntimeException e) {
            throw new DateTimeException("the rules of a time zone cannot be read", e);
        }
    }
}
