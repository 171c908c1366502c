package fr.quartdheure.desk.auditor;

import fr.quartdheure.audit.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param found who may be meant, when several answer to what was typed
 * @param rows the latest first
 * @param older the trace to go on before, or null at the end
 * @param unusual who reads many more people today than usually
 */
public record TracesView(
        Form form,
        List<Choice> found,
        List<Row> rows,
        @Nullable Long older,
        List<Choice> accounts,
        List<String> acts,
        List<Unusual> unusual) {

    /** Acts that people do, in the order of a list; others are found without it. */
    public static final List<String> ACTS =
            List.of("read", "search", "print", "download", "book", "cancel", "overbook", "create", "merge", "sign-in");

    /**
     * What was asked for.
     *
     * @param who as it was typed
     * @param person whom it was found to be
     * @param name hers
     */
    public record Form(
            String who,
            @Nullable UUID person,
            @Nullable String name,
            @Nullable UUID account,
            @Nullable String act,
            LocalDate from,
            LocalDate to) {

        /** The same question as a part of an address. */
        public String query() {
            return "from=" + from + "&to=" + to
                    + (person == null ? "" : "&person=" + person)
                    + (account == null ? "" : "&account=" + account)
                    + (act == null ? "" : "&act=" + act);
        }

        public boolean isUnfound() {
            return !who.isBlank() && person == null;
        }
    }

    public record Choice(UUID id, String name) {}

    /**
     * @param actor the name of an account or of other software; empty for the public and the platform
     * @param people names of those whom her organisations know
     * @param others so many more
     */
    public record Row(Recorded trace, String actor, List<String> people, int others) {

        /** The roles that she acted in. */
        public List<String> roles() {
            return List.of(trace.role().split("\\+"));
        }
    }

    public record Unusual(UUID account, String name, int people, int usual) {}
}
