package fr.quartdheure.desk.secretary.duplicates;

import fr.quartdheure.patient.Obstacle;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is in the way, with the appointments that it is about. */
public record Hindrance(Obstacle.Kind kind, List<Hour> hours) {

    /** @param href the appointment, when this secretary may act on it */
    public record Hour(Instant start, String site, @Nullable String href) {}
}
