package fr.quartdheure.client;

import fr.quartdheure.patient.MovedLink;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.PersonalLinks;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of numbers under which clients know people. They follow whose records become one, or two again. */
@Repository
public class PatientNumbers implements PersonalLinks {

    private static final String ADD = """
            insert into client.patient_number (client_id, system, value, patient_id)
            values (:client, :system, :value, :patient)
            on conflict do nothing
            """;
    private static final String FIND = """
            select patient_id from client.patient_number
            where client_id = :client and system = :system and value = :value
            """;
    private static final String LIST = """
            select system, value from client.patient_number where client_id = :client and patient_id = :patient
            order by system, value
            """;
    private static final String MOVE = """
            update client.patient_number set patient_id = :kept where patient_id = :gone
            returning 'number' as kind, id as row_id, :gone::text as was
            """;
    private static final String GIVE_BACK = """
            update client.patient_number set patient_id = :gone
            where id = any (:ids::text[]::uuid[]) and patient_id = :kept
            """;

    private final JdbcClient jdbc;

    PatientNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the client already knows somebody by this number. */
    public boolean add(UUID clientId, ClientNumber number, UUID patientId) {
        return jdbc.sql(ADD)
                        .param("client", clientId)
                        .param("system", number.system())
                        .param("value", number.value())
                        .param("patient", patientId)
                        .update()
                == 1;
    }

    public Optional<UUID> find(UUID clientId, ClientNumber number) {
        return jdbc.sql(FIND)
                .param("client", clientId)
                .param("system", number.system())
                .param("value", number.value())
                .query(UUID.class)
                .optional();
    }

    /** The numbers that a client itself gave to somebody; another client's are not its business. */
    public List<ClientNumber> list(UUID clientId, UUID patientId) {
        return jdbc.sql(LIST)
                .param("client", clientId)
                .param("patient", patientId)
                .query((row, number) -> new ClientNumber(row.getString("system"), row.getString("value")))
                .list();
    }

    @Override
    public String module() {
        return "client";
    }

    @Override
    public List<MovedLink> move(Patient kept, UUID gone) {
        return jdbc.sql(MOVE)
                .param("kept", kept.id())
                .param("gone", gone)
                .query(MovedLink.MAPPER)
                .list();
    }

    @Override
    public void giveBack(UUID kept, UUID gone, List<MovedLink> moved) {
        jdbc.sql(GIVE_BACK)
                .param("ids", MovedLink.ids(moved))
                .param("kept", kept)
                .param("gone", gone)
                .update();
    }
}
