package fr.quartdheure.reception;

import fr.quartdheure.patient.MovedLink;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.PersonalLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
        var moved = new ArrayList<MovedLink>();
        for (String sql : List.of(MOVE_CALLS, MOVE_CALL_BACKS)) {
            moved.addAll(jdbc.sql(sql)
                    .param("kept", kept.id())
                    .param("gone", gone)
                    .query(MovedLink.MAPPER)
                    .list());
        }
        return moved;
    }

    @Override
    public void giveBack(UUID kept, UUID gone, List<MovedLink> moved) {
        giveBack(GIVE_BACK_CALLS, kept, gone, MovedLink.of("call", moved));
        giveBack(GIVE_BACK_CALL_BACKS, kept, gone, MovedLink.of("call-back", moved));
    }

    private void giveBack(String sql, UUID kept, UUID gone, List<MovedLink> moved) {
        jdbc.sql(sql)
                .param("ids", MovedLink.ids(moved))
                .param("kept", kept)
                .param("gone", gone)
                .update();
    }
}
