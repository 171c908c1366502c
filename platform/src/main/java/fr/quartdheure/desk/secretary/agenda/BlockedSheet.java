package fr.quartdheure.desk.secretary.agenda;

import fr.quartdheure.desk.secretary.Errand;
import fr.quartdheure.scheduling.BlockedTime;

/** Time that is blocked, and the way to release it. */
public record BlockedSheet(Errand errand, BlockedTime time, String practitioner) {

    public String release() {
        return "/secretary/sites/" + errand.site() + "/blocks/" + time.id() + "/release";
    }
}
