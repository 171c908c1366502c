package fr.quartdheure.desk.secretary.agenda;

import fr.quartdheure.desk.secretary.Errand;
import fr.quartdheure.directory.Site;
import fr.quartdheure.time.Paris;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every address beneath a board carries along. */
record Asked(
        @Nullable LocalDate day,
        @Nullable UUID patient,
        @Nullable UUID move,
        @Nullable Boolean all,
        @Nullable String part) {

    boolean isPanel() {
        return "panel".equals(part);
    }

    Errand errand(Site site, Clock clock) {
        LocalDate on = day == null ? Paris.dayOf(clock.instant()) : day;
        return new Errand(site.id(), on, patient, move, Boolean.TRUE.equals(all));
    }
}
