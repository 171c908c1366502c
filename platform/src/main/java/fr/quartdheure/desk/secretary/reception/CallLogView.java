package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.reception.Call;
import fr.quartdheure.reception.CallOutcome;
import fr.quartdheure.reception.CallReason;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a day.
 *
 * @param all every call of the day, whatever is shown of them
 * @param reason the only reason shown, or ""
 * @param outcome the only outcome shown, or ""
 * @param about the call just saved, which can still be taken back
 */
public record CallLogView(
        Menu menu,
        LocalDate day,
        LocalDate today,
        List<Row> all,
        String reason,
        String outcome,
        @Nullable String said,
        @Nullable UUID about) {

    public Standing at() {
        return menu.at();
    }

    public List<Row> shown() {
        return all.stream()
                .filter(row -> reason.isEmpty() || row.call().reason().code().equals(reason))
                .filter(row -> outcome.isEmpty() || row.call().outcome().code().equals(outcome))
                .toList();
    }

    public boolean filtered() {
        return !reason.isEmpty() || !outcome.isEmpty();
    }

    public Map<CallReason, Integer> byReason() {
        return count(CallReason.class, Call::reason);
    }

    public Map<CallOutcome, Integer> byOutcome() {
        return count(CallOutcome.class, Call::outcome);
    }

    /** Minutes of a call, on average over those shown; 0 where none is. */
    public double averageMinutes() {
        return shown().stream().mapToInt(row -> row.call().minutes()).average().orElse(0);
    }

    public String on(LocalDate other) {
        return "/secretary/calls?site=" + at().key() + "&day=" + other;
    }

    public String csv() {
        return "/secretary/calls.csv?site=" + at().key() + "&day=" + day;
    }

    public CallReason[] reasons() {
        return CallReason.values();
    }

    public CallOutcome[] outcomes() {
        return CallOutcome.values();
    }

    private <E extends Enum<E>> Map<E, Integer> count(Class<E> type, Function<Call, E> by) {
        Map<E, Integer> counts = new EnumMap<>(type);
        shown().forEach(row -> counts.merge(by.apply(row.call()), 1, Integer::sum));
        return counts;
    }

    /**
     * @param name of whom it was about, or ""
     * @param phone as it is read
     */
    public record Row(Call call, String name, String phone, String site) {}
}
