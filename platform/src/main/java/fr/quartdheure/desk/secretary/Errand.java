package fr.quartdheure.desk.secretary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the secretary is about, carried from page to page in their addresses: the board she stands at, and whom she
 * looks for a time for.
 *
 * @param patient the caller, once chosen
 * @param move the appointment that needs another time
 * @param all whether the board shows all of her sites, not only the one she stands at
 */
public record Errand(
        UUID site,
        LocalDate day,
        @Nullable UUID patient,
        @Nullable UUID move,
        boolean all) {

    public Errand(UUID site, LocalDate day, @Nullable UUID patient, @Nullable UUID move) {
        this(site, day, patient, move, false);
    }

    public String board() {
        return "/secretary/sites/" + site + query("?");
    }

    public String boardOn(LocalDate other) {
        return new Errand(site, other, patient, move, all).board();
    }

    /** The board with nobody on the line. */
    public String plainBoard() {
        return new Errand(site, day, null, null, all).board();
    }

    public String boardAt(UUID otherSite) {
        return new Errand(otherSite, day, patient, move).board();
    }

    public String slot(UUID slotId) {
        return "/secretary/slots/" + slotId + "?at=" + site + query("&");
    }

    public String slotFor(UUID slotId, UUID caller) {
        return new Errand(site, day, caller, null, all).slot(slotId);
    }

    public String boardFor(UUID caller) {
        return new Errand(site, day, caller, null, all).board();
    }

    /**
     * Where choosing somebody leads: to the time chosen before, to the form of a visit, or back to the board.
     *
     * @param visit who else is to be visited there, possibly nobody; null when it is no visit
     */
    String chosen(UUID caller, @Nullable UUID slotId, @Nullable String visit) {
        if (visit != null) {
            return "/secretary/sites/" + site + "/visits/ask?day=" + day + "&people="
                    + (visit.isEmpty() ? "" : URLEncoder.encode(visit, StandardCharsets.UTF_8) + ".") + caller;
        }
        return slotId == null ? boardFor(caller) : slotFor(slotId, caller);
    }

    public String boardMoving(UUID appointment) {
        return new Errand(site, day, null, appointment, all).board();
    }

    /** All of her sites side by side. */
    public String boardOfAll() {
        return new Errand(site, day, patient, move, true).board();
    }

    public String boardOfOne() {
        return new Errand(site, day, patient, move, false).board();
    }

    public String appointment(UUID id) {
        return "/secretary/appointments/" + id + "?at=" + site + query("&");
    }

    public String cancel(UUID id) {
        return "/secretary/appointments/" + id + "/cancel?at=" + site + query("&");
    }

    /** Beneath the site, with everything that is carried along. */
    public String page(String name) {
        return "/secretary/sites/" + site + "/" + name + query("?");
    }

    public String patients() {
        return "/secretary/sites/" + site + "/patients";
    }

    private String query(String first) {
        return first
                + "day="
                + day
                + (patient == null ? "" : "&patient=" + patient)
                + (move == null ? "" : "&move=" + move)
                + (all ? "&all=true" : "");
    }
}
