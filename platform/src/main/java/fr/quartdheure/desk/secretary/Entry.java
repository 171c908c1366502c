package fr.quartdheure.desk.secretary;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a board at some time: an appointment, or a slot.
 *
 * @param id of the element in the page, the same after the board is drawn again
 * @param name the patient; null for a slot
 * @param unscheduled whether it is a free time kept for unscheduled care
 * @param since when the present state began, as far as it is told
 * @param overbooked whether it stands beside something else that takes the same time
 * @param label code of what a blocked time is for
 * @param href where it leads; null when nothing can be done
 */
public record Entry(
        String id,
        State state,
        Instant start,
        Instant end,
        @Nullable String name,
        @Nullable Instant since,
        boolean unscheduled,
        boolean remote,
        boolean overbooked,
        @Nullable String label,
        @Nullable String href)
        implements DayGrid.Timed {

    /** Whether the grid of quarter hours tells its hours already. */
    public boolean onTheQuarter() {
        return start.getEpochSecond() % QUARTER == 0 && end.getEpochSecond() % QUARTER == 0;
    }

    /** An appointment nobody has come for yet: on a full day most are, and need no word. */
    public boolean usual() {
        return state == State.BOOKED;
    }

    /** The same at another time, to stand in a grid of days. */
    public Entry at(Instant from, Instant to) {
        return new Entry(id, state, from, to, name, since, unscheduled, remote, overbooked, label, href);
    }

    /** An appointment that may be dragged to another time. */
    public boolean movable() {
        return state == State.BOOKED;
    }

    private static final int QUARTER = 15 * 60;

    /** How it looks: each state has a shape, an icon and a word. */
    public enum State {
        BOOKED("", "clock"),
        AWAITING_CODE("wait", "lock"),
        ARRIVED("come", "door"),
        IN_CONSULTATION("in", "two"),
        DONE("done", "ok"),
        NO_SHOW("miss", "cross"),
        FREE("free", "plus"),
        BLOCKED("block", "lock"),
        BUSY("block", "lock");

        private final String style;
        private final String icon;

        State(String style, String icon) {
            this.style = style;
            this.icon = icon;
        }

        public String style() {
            return style;
        }

        public String icon() {
            return icon;
        }

        public String key() {
            return "desk.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
