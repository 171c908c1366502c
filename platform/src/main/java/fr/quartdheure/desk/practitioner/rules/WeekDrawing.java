package fr.quartdheure.desk.practitioner.rules;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A week as it is drawn: days are columns, hours go down. Lengths are in units of the drawing.
 *
 * @param first the hour at the top, 0 to 23
 * @param last the hour at the foot
 */
public record WeekDrawing(LocalDate monday, int first, int last, List<Block> blocks) {

    /** The width of the hours beside the days, of a day, the height of the days' names and of an hour. */
    public static final int GUTTER = 44;

    public static final int DAY = 100;
    public static final int HEAD = 26;
    public static final int HOUR = 34;

    /**
     * One stretch of a day.
     *
     * @param style "scheduled", "unscheduled", "off", "made", "removed" or "kept"
     * @param title what it is, in words
     * @param lines what is written into it
     * @param href where it leads, or null
     */
    public record Block(
            LocalDate day,
            LocalTime from,
            LocalTime to,
            String style,
            String title,
            List<String> lines,
            @Nullable String href) {}

    /** The hours that all blocks need, and at least from eight to six. */
    static WeekDrawing of(LocalDate monday, List<Block> blocks) {
        int first = blocks.stream().mapToInt(one -> one.from().getHour()).min().orElse(8);
        int last = blocks.stream().mapToInt(one -> upper(one.to())).max().orElse(18);
        return new WeekDrawing(monday, Math.min(8, first), Math.max(18, last), List.copyOf(blocks));
    }

    private static int upper(LocalTime time) {
        return time.getMinute() == 0 && time.getHour() > 0 ? time.getHour() : time.getHour() + 1;
    }

    public int width() {
        return GUTTER + 7 * DAY;
    }

    public int height() {
        return HEAD + (last - first) * HOUR + 10;
    }

    public List<LocalDate> days() {
        return monday.datesUntil(monday.plusWeeks(1)).toList();
    }

    public List<Integer> hours() {
        var hours = new ArrayList<Integer>();
        for (int hour = first; hour <= last; hour++) {
            hours.add(hour);
        }
        return hours;
    }

    public int x(LocalDate day) {
        return GUTTER + (int) monday.until(day).getDays() * DAY;
    }

    public int y(int hour) {
        return HEAD + (hour - first) * HOUR;
    }

    public String y(Block block) {
        return number(top(block.from()));
    }

    public String height(Block block) {
        return number(Math.max(4, top(block.to()) - top(block.from()) - 1));
    }

    /** How many lines of words a block has room for. */
    public List<String> fitting(Block block) {
        int room = (int) ((top(block.to()) - top(block.from())) / 14);
        return block.lines().subList(0, Math.min(block.lines().size(), Math.max(0, room)));
    }

    private double top(LocalTime time) {
        double hours = time.toSecondOfDay() == 0 ? 24 : time.toSecondOfDay() / 3600.0;
        return HEAD + (hours - first) * HOUR;
    }

    private static String number(double value) {
        return String.valueOf(Math.round(value * 10) / 10.0);
    }
}
