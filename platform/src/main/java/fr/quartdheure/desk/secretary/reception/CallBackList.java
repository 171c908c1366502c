package fr.quartdheure.desk.secretary.reception;

import fr.quartdheure.reception.AttemptResult;
import fr.quartdheure.reception.CallBack;
import fr.quartdheure.reception.CallReason;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call back.
 *
 * @param toDo the overdue ones first
 * @param done those of today
 * @param taker who has it already, when that was just said
 * @param typed what was typed of a new one, and why it was refused
 */
public record CallBackList(
        Menu menu,
        List<Row> toDo,
        List<Row> done,
        @Nullable String said,
        @Nullable UUID about,
        @Nullable String taker,
        CallForm typed,
        LocalDate today,
        LocalTime soon) {

    public Standing at() {
        return menu.at();
    }

    public boolean warns() {
        return "taken-by".equals(said) || "over".equals(said);
    }

    /** What can be taken back right away. */
    public boolean undoes() {
        return about != null && List.of("noted", "done", "given-up").contains(String.valueOf(said));
    }

    public AttemptResult[] results() {
        return AttemptResult.values();
    }

    public CallReason[] reasons() {
        return CallReason.values();
    }

    public Map<String, String> refusals() {
        return typed.refusals();
    }

    /**
     * @param mine whether the one who looks has taken it on
     * @param href the person, on the board to book for her; null for nobody known
     */
    public record Row(
            CallBack callBack,
            String name,
            String phone,
            String site,
            boolean overdue,
            boolean mine,
            @Nullable String href) {}
}
