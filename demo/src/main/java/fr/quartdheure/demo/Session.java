package fr.quartdheure.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a working rhythm: the same hours on some days of the week. */
record Session(
        String rhythm,
        List<DayOfWeek> days,
        LocalTime starts,
        LocalTime ends,
        @Nullable String service,
        String kind,
        String mode,
        boolean online,
        @Nullable Integer opensDaysBefore,
        @Nullable LocalTime opensAt) {

    static List<Session> list() {
        return Table.read("rhythms.csv", Session::of);
    }

    private static Session of(Table.Row row) {
        String opensAt = row.optional("opens_at");
        return new Session(
                row.text("rhythm"),
                Week.days(row.text("days")),
                LocalTime.parse(row.text("starts")),
                LocalTime.parse(row.text("ends")),
                row.optional("service"),
                row.text("kind"),
                row.text("mode"),
                row.yes("online"),
                opensAt == null ? null : Integer.valueOf(row.integer("opens_days_before")),
                opensAt == null ? null : LocalTime.parse(opensAt));
    }

    boolean unscheduled() {
        return kind.equals("unscheduled");
    }
}
