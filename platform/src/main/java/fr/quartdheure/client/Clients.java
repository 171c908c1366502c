package fr.quartdheure.client;

import fr.quartdheure.audit.Trace;
import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shelf of clients. Each change leaves a trace. */
@Repository
public class Clients {

    private static final String ADD = """
            insert into client.client (name, organization_id, scopes, created_at)
            values (:name, :organization, :scopes, :now)
            on conflict do nothing
            returning id
            """;
    private static final String LIST = """
            select id, name, organization_id, scopes, disabled, created_at, last_used_at from client.client
            order by lower(name), id
            """;
    private static final String FIND = """
            select id, name, organization_id, scopes, disabled, created_at, last_used_at from client.client
            where id = :id
            """;
    private static final String SET_DISABLED = """
            update client.client set disabled = :disabled where id = :id and disabled <> :disabled
            """;
    private static final String SET_SCOPES = """
            update client.client set scopes = :scopes where id = :id and scopes <> :scopes
            """;
    private static final String NAMES_BY_APPOINTMENT = """
            select b.appointment_id, c.name from client.booking b join client.client c on c.id = b.client_id
            where b.appointment_id = any (:appointments::text[]::uuid[])
            """;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Clients(JdbcClient jdbc, Secrets secrets, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A new client with its first secret, in clear for this one time. Empty when another has this name.
     *
     * @param name 1 to {@value Client#LONGEST_NAME} characters
     */
    @Transactional
    public Optional<Issued> add(String name, UUID organizationId, Scopes scopes) {
        return jdbc.sql(ADD)
                .param("name", name)
                .param("organization", organizationId)
                .param("scopes", scopes.text())
                .param("now", Sql.utc(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(id -> {
                    trace("create", id);
                    return new Issued(id, secrets.add(id));
                });
    }

    public List<Client> list() {
        return jdbc.sql(LIST).query(Clients::client).list();
    }

    public Optional<Client> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Clients::client).optional();
    }

    /** From the next call on, tokens it already has included. */
    @Transactional
    public void setDisabled(UUID id, boolean disabled) {
        if (jdbc.sql(SET_DISABLED).param("disabled", disabled).param("id", id).update() > 0) {
            trace(disabled ? "disable" : "enable", id);
        }
    }

    /** Fewer scopes hold at once for tokens it already has; more come with the next token. */
    @Transactional
    public void setScopes(UUID id, Scopes scopes) {
        if (jdbc.sql(SET_SCOPES).param("scopes", scopes.text()).param("id", id).update() > 0) {
            trace("change", id);
        }
    }

    /** The names of the clients that booked, by appointment; what was booked otherwise is absent. */
    public Map<UUID, String> namesByAppointment(Collection<UUID> appointments) {
        return jdbc
                .sql(NAMES_BY_APPOINTMENT)
                .param("appointments", Sql.uuids(appointments))
                .query((row, number) -> Map.entry(row.getObject("appointment_id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void trace(String act, UUID id) {
        events.publishEvent(Trace.of(act, "client", id));
    }

    private static Client client(ResultSet row, int number) throws SQLException {
        return new Client(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("organization_id", UUID.class),
                Scopes.of(row.getString("scopes")),
                row.getBoolean("disabled"),
                Sql.instant(row, "created_at"),
                Sql.instantOrNull(row, "last_used_at"));
    }

    /** @param secret in clear, to be shown once and kept nowhere here */
    public record Issued(UUID clientId, String secret) {

        /** Without the secret: this may stand in a log. */
        @Override
        public String toString() {
            return "Issued[" + clientId + "]";
        }
    }
}
