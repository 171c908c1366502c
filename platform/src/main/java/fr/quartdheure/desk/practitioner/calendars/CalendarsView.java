package fr.quartdheure.desk.practitioner.calendars;

import fr.quartdheure.calendar.Feed;
import fr.quartdheure.calendar.Subscription;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A practitioner's calendars.
 *
 * @param base where this page stands; an administrator's names the practitioner
 * @param owner whose they are; null on her own page
 * @param address of the feed, in clear, in the answer that made it
 * @param said what has just happened
 * @param form what was typed and refused, or nothing
 */
public record CalendarsView(
        String base,
        @Nullable String owner,
        @Nullable Feed feed,
        @Nullable String address,
        @Nullable String said,
        Form form,
        List<Subscription> subscriptions,
        List<ClashRow> clashes,
        Instant now) {

    /** @param refused the field that was refused, and after a colon why; null before anything was sent */
    public record Form(String label, String url, @Nullable String refused) {

        static final Form EMPTY = new Form("", "", null);

        public boolean bad(String field) {
            return refused != null && refused.startsWith(field);
        }
    }

    public boolean isOwn() {
        return owner == null;
    }

    /** Opens the calendar program itself. */
    public String subscribe() {
        return address == null ? "" : address.replaceFirst("^https?:", "webcal:");
    }
}
