package fr.quartdheure.desk.admin;

import fr.quartdheure.client.Client;
import fr.quartdheure.directory.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the pages of clients show. */
public final class ClientViews {

    private ClientViews() {}

    /**
     * @param errorField the field to correct: "name", "organization", "scopes" or null
     * @param errorKey what is wrong with it
     */
    public record All(
            List<Row> rows,
            List<Organization> organizations,
            ClientForm form,
            @Nullable String errorField,
            @Nullable String errorKey) {

        public boolean bad(String field) {
            return field.equals(errorField);
        }
    }

    /** @param calls today */
    public record Row(Client client, String organization, long calls) {}

    /**
     * @param calls by day, the latest first
     * @param overlapEnd until when the secret before the last one holds; null when it does not
     * @param secret a new one, shown this once; null otherwise
     * @param said what was just done; null otherwise
     * @param tokens where a token is asked for
     */
    public record One(
            Client client,
            String organization,
            ClientForm form,
            Map<LocalDate, Long> calls,
            @Nullable Instant overlapEnd,
            @Nullable String secret,
            @Nullable String said,
            @Nullable String errorKey,
            String tokens) {

        One with(String newSecret) {
            return new One(client, organization, form, calls, overlapEnd, newSecret, null, null, tokens);
        }

        One saying(String done) {
            return new One(client, organization, form, calls, overlapEnd, null, done, null, tokens);
        }

        One refusing(String key) {
            return new One(client, organization, form, calls, overlapEnd, null, null, key, tokens);
        }

        public boolean called() {
            return calls.values().stream().anyMatch(count -> count > 0);
        }

        /** Without the secret: this may stand in a log. */
        @Override
        public String toString() {
            return "One[" + client.id() + "]";
        }
    }
}
