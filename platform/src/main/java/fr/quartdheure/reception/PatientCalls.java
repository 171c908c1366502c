package fr.quartdheure.reception;

import fr.quartdheure.patient.MovedLink;
import fr.quartdheure.patient.OwnedRows;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.PersonalLinks;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls about people whose records become one, or two again, and who is to be called back about them. */
@Repository
class PatientCalls implements PersonalLinks {

    private static final String MOVE_CALLS = """
            update reception.call set patient_id = :kept where patient_id = :gone
            returning 'call' as kind, id as row_id, :gone::text as was
            """;
    private static final String MOVE_CALL_BACKS = """
            update reception.call_back set patient_id = :kept where patient_id = :gone
            returning 'call-back' as kind, id as row_id, :gone::text as was
            """;
    private static final String GIVE_BACK_CALLS = """
            update reception.call set patient_id = :gone where id = any (:ids::text[]::uuid[]) and patient_id = :kept
            """;
    private static final String GIVE_BACK_CALL_BACKS = """
            update reception.call_back set patient_id = :gone
            where id = any (:ids::text[]::uuid[]) and patient_id = :kept
            """;

    private static final OwnedRows CALLS = new OwnedRows("call", MOVE_CALLS, GIVE_BACK_CALLS);
    private static final OwnedRows CALL_BACKS = new OwnedRows("call-back", MOVE_CALL_BACKS, GIVE_BACK_CALL_BACKS);

    private final JdbcClient jdbc;

    PatientCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return "reception";
    }

    @Override
    public List<MovedLink> move(Patient kept, UUID gone) {
        return Stream.of(CALLS, CALL_BACKS)
                .flatMap(rows -> rows.move(jdbc, kept.id(), gone).stream())
                .toList();
    }

    @Override
    public void giveBack(UUID kept, UUID gone, List<MovedLink> moved) {
        CALLS.giveBack(jdbc, kept, gone, moved);
        CALL_BACKS.giveBack(jdbc, kept, gone, moved);
    }
}
