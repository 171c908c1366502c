package fr.quartdheure.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An event, or times that are taken (VFREEBUSY), as its file says it: the few properties that decide on hours. */
final class RawEvent {

    final boolean freeBusy;
    private final Map<String, List<Line>> lines = new HashMap<>();

    RawEvent(boolean freeBusy) {
        this.freeBusy = freeBusy;
    }

    /** One property with its parameters, names in capitals. */
    record Line(String name, Map<String, String> parameters, String value) {}

    void add(Line line) {
        lines.computeIfAbsent(line.name(), name -> new ArrayList<>()).add(line);
    }

    List<Line> all(String name) {
        return lines.getOrDefault(name, List.of());
    }

    Optional<Line> find(String name) {
        return all(name).stream().findFirst();
    }

    String value(String name) {
        return find(name)
                .map(line -> line.value().strip().toUpperCase(Locale.ROOT))
                .orElse("");
    }

    String uid() {
        return find("UID").map(Line::value).orElse("");
    }

    /** Free, cancelled, or one of our own that comes back: it takes no hour. */
    boolean takesNothing() {
        return value("STATUS").equals("CANCELLED")
                || value("TRANSP").equals("TRANSPARENT")
                || value("X-MICROSOFT-CDO-BUSYSTATUS").equals("FREE")
                || uid().endsWith(FeedWriting.UID_SUFFIX);
    }
}
