package fr.quartdheure.client;

import fr.quartdheure.database.Sql;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The shelf of what clients booked, each under the number that the client gave it. */
@Repository
public class ClientBookings {

    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(:key, 0))
            """;
    private static final String ADD = """
            insert into client.booking (appointment_id, client_id, system, value)
            values (:appointment, :client, :system::text, :value::text)
            """;
    private static final String FIND = """
            select appointment_id from client.booking
            where client_id = :client and system = :system and value = :value
            """;
    private static final String LIST_NUMBERS = """
            select appointment_id, system, value from client.booking
            where client_id = :client and appointment_id = any (:appointments::text[]::uuid[]) and system is not null
            """;

    private final JdbcClient jdbc;

    ClientBookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for whoever acts on this number, to the end of the transaction: told twice at once, it is booked once.
     * Called before anything else is locked, so that nobody waits in a circle.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID clientId, ClientNumber number) {
        String key = String.join("\u0000", clientId.toString(), number.system(), number.value());
        jdbc.sql(LOCK)
                .param(
                        "key",
                        UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .query((row, count) -> true)
                .single();
    }

    /** @param number null when the client gave none */
    public void add(UUID clientId, UUID appointmentId, @Nullable ClientNumber number) {
        jdbc.sql(ADD)
                .param("appointment", appointmentId)
                .param("client", clientId)
                .param("system", number == null ? null : number.system())
                .param("value", number == null ? null : number.value())
                .update();
    }

    public Optional<UUID> find(UUID clientId, ClientNumber number) {
        return jdbc.sql(FIND)
                .param("client", clientId)
                .param("system", number.system())
                .param("value", number.value())
                .query(UUID.class)
                .optional();
    }

    /** By appointment, the number that this client gave; without one it is absent. */
    public Map<UUID, ClientNumber> numbers(UUID clientId, Collection<UUID> appointments) {
        return jdbc
                .sql(LIST_NUMBERS)
                .param("client", clientId)
                .param("appointments", Sql.uuids(appointments))
                .query((row, count) -> Map.entry(
                        row.getObject("appointment_id", UUID.class),
                        new ClientNumber(row.getString("system"), row.getString("value"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
