package fr.quartdheure.visit;

import fr.quartdheure.patient.MovedLink;
import fr.quartdheure.patient.OwnedRows;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.PersonalLinks;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The visits of people whose records become one, or two again. Whoever stood twice on one visit stands there once. */
@Repository
class PatientVisits implements PersonalLinks {

    private static final String MOVE = """
            update visit.resident r set patient_id = :kept
            where patient_id = :gone and not exists (select from visit.resident o
              where o.request_id = r.request_id and o.patient_id = :kept)
            returning 'resident' as kind, request_id as row_id, :gone::text as was
            """;
    private static final String REMOVE = """
            delete from visit.resident where patient_id = :gone
            returning 'twice' as kind, request_id as row_id, to_jsonb(resident)::text as was
            """;
    private static final String GIVE_BACK = """
            update visit.resident set patient_id = :gone
            where request_id = any (:ids::text[]::uuid[]) and patient_id = :kept
            """;
    private static final String ADD_AGAIN = """
            insert into visit.resident
            select (jsonb_populate_record(null::visit.resident, was::jsonb)).* from unnest(:was::text[]) as was
            on conflict do nothing
            """;
    private static final String IS_VISITED_BY = """
            select exists (select from visit.resident v join visit.request r on r.id = v.request_id
              where v.patient_id = :patient and r.organization_id = :organization)
            """;

    private static final OwnedRows RESIDENTS = new OwnedRows("resident", MOVE, GIVE_BACK);

    private final JdbcClient jdbc;

    PatientVisits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return "visit";
    }

    @Override
    public List<MovedLink> move(Patient kept, UUID gone) {
        List<MovedLink> moved = RESIDENTS.move(jdbc, kept.id(), gone);
        List<MovedLink> twice =
                jdbc.sql(REMOVE).param("gone", gone).query(MovedLink.MAPPER).list();
        return Stream.concat(moved.stream(), twice.stream()).toList();
    }

    @Override
    public void giveBack(UUID kept, UUID gone, List<MovedLink> moved) {
        RESIDENTS.giveBack(jdbc, kept, gone, moved);
        jdbc.sql(ADD_AGAIN)
                .param(
                        "was",
                        MovedLink.of("twice", moved).stream()
                                .map(MovedLink::was)
                                .toArray(String[]::new))
                .update();
    }

    @Override
    public boolean isCaredForBy(UUID organization, UUID person) {
        return jdbc.sql(IS_VISITED_BY)
                .param("patient", person)
                .param("organization", organization)
                .query(Boolean.class)
                .single();
    }
}
