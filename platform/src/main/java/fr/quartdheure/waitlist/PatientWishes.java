package fr.quartdheure.waitlist;

import fr.quartdheure.patient.MovedLink;
import fr.quartdheure.patient.OwnedRows;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.PersonalLinks;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The wishes of people whose records become one, or two again; each keeps its turn. */
@Repository
class PatientWishes implements PersonalLinks {

    private static final String MOVE = """
            update waitlist.wish set patient_id = :kept where patient_id = :gone
            returning 'wish' as kind, id as row_id, :gone::text as was
            """;
    private static final String GIVE_BACK = """
            update waitlist.wish set patient_id = :gone where id = any (:ids::text[]::uuid[]) and patient_id = :kept
            """;

    private static final OwnedRows WISHES = new OwnedRows("wish", MOVE, GIVE_BACK);

    private final JdbcClient jdbc;

    PatientWishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return "waitlist";
    }

    @Override
    public List<MovedLink> move(Patient kept, UUID gone) {
        return WISHES.move(jdbc, kept.id(), gone);
    }

    @Override
    public void giveBack(UUID kept, UUID gone, List<MovedLink> moved) {
        WISHES.giveBack(jdbc, kept, gone, moved);
    }
}
