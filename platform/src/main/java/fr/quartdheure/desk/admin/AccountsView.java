package fr.quartdheure.desk.admin;

import fr.quartdheure.account.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list of accounts shows.
 *
 * @param places where a role can be given
 * @param form the invitation as it was filled in
 * @param errorField the field to correct: "login", "email", "place" or null
 * @param errorKey what is wrong with it
 */
public record AccountsView(
        String text,
        List<Line> lines,
        List<Place> places,
        Form form,
        @Nullable String errorField,
        @Nullable String errorKey) {

    /** @param signedInAt her last sign-in, or null when there was none */
    public record Line(
            UUID id,
            String login,
            String name,
            @Nullable String email,
            List<Given> grants,
            boolean disabled,
            boolean hasFactor,
            @Nullable Instant signedInAt,
            int sessions) {}

    /**
     * @param place its name; empty for a role that is one everywhere
     * @param value as a form sends the role back
     */
    public record Given(String roleKey, String place, String value) {}

    /** @param value as a form sends it: "organization:…" or "site:…" */
    public record Place(String value, String name) {}

    /** The form of an invitation. */
    public record Form(String login, String name, String email, String role, String place) {

        static final Form EMPTY = new Form("", "", "", Role.SECRETARY.code(), "");
    }

    public boolean bad(String field) {
        return field.equals(errorField);
    }
}
