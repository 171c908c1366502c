package fr.quartdheure.desk.secretary.visits;

import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.visit.VisitRound.Pause;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was typed to send somebody on a round. */
public record RoundForm(
        @Nullable String practitioner,
        @Nullable String starts,
        @Nullable String ends,
        @Nullable String lunch) {

    private static final LocalTime LUNCH_FROM = LocalTime.of(12, 0);
    private static final LocalTime LUNCH_UNTIL = LocalTime.of(13, 30);
    private static final List<Integer> LUNCHES = List.of(30, 45, 60);

    static Read fresh() {
        return new Read(null, "09:00", "12:00", "0", Map.of());
    }

    Read read(List<Practitioner> team) {
        Map<String, String> refusals = new LinkedHashMap<>();
        Optional<UUID> who = team.stream()
                .map(Practitioner::id)
                .filter(id -> id.toString().equals(practitioner))
                .findFirst();
        if (who.isEmpty()) {
            refusals.put("practitioner", "visit.round.refused.practitioner");
        }
        Optional<LocalTime> from = time(starts);
        Optional<LocalTime> until = time(ends);
        if (from.isEmpty()) {
            refusals.put("starts", "visit.refused.hour");
        }
        if (until.isEmpty() || from.filter(until.get()::isAfter).isEmpty()) {
            refusals.put("ends", "visit.round.refused.ends");
        }
        return new Read(who.orElse(null), text(starts), text(ends), text(lunch), refusals);
    }

    static Optional<LocalTime> time(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(LocalTime.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** The same, judged. */
    public record Read(
            @Nullable UUID practitioner, String starts, String ends, String lunch, Map<String, String> refusals) {

        public @Nullable String refusal(String field) {
            return refusals.get(field);
        }

        public List<Integer> lunches() {
            return LUNCHES;
        }

        LocalTime from() {
            return time(starts).orElseThrow();
        }

        LocalTime until() {
            return time(ends).orElseThrow();
        }

        /** Begun between noon and half past one; nobody who leaves after that asks for one. */
        @Nullable
        Pause pause() {
            return LUNCHES.stream()
                    .filter(minutes -> minutes.toString().equals(lunch))
                    .filter(minutes -> from().isBefore(LUNCH_UNTIL))
                    .findFirst()
                    .map(minutes -> new Pause(LUNCH_FROM, LUNCH_UNTIL, minutes))
                    .orElse(null);
        }
    }
}
