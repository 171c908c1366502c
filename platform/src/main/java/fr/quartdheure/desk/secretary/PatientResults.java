package fr.quartdheure.desk.secretary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a search found.
 *
 * @param slot the time chosen before the person, or null
 * @param visit who else is to be visited there; null when it is no visit
 * @param enough whether enough was typed to search with
 */
public record PatientResults(
        Errand errand, @Nullable UUID slot, @Nullable String visit, String typed, boolean enough, List<Found> found) {

    /** The form of a new person, with what was typed already in it. */
    public String newcomer() {
        return errand.patients()
                + "/new?day="
                + errand.day()
                + (slot == null ? "" : "&slot=" + slot)
                + (visit == null ? "" : "&visit=" + URLEncoder.encode(visit, StandardCharsets.UTF_8))
                + "&q="
                + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    public record Found(PatientCard patient, String href) {}
}
