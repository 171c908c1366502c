package fr.quartdheure.registration;

import fr.quartdheure.patient.MovedLink;
import fr.quartdheure.patient.Obstacle;
import fr.quartdheure.patient.OwnedRows;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.PersonalLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What people whose records become one, or two again, asked and got of médecins traitants. Whatever is open stands for
 * the person as she is now, so that she waits once and has one.
 */
@Repository
class PatientRegistrations implements PersonalLinks {

    private static final String COUNT_OPEN = """
            select (select count(*) from registration.request
                where patient_id in (:one, :other) and state = 'waiting') as requests,
              (select count(*) from registration.registration
                where patient_id in (:one, :other) and ended_at is null) as registrations
            """;
    private static final String MOVE_REQUESTS = """
            update registration.request set patient_id = :kept where patient_id = :gone
            returning 'request' as kind, id as row_id, :gone::text as was
            """;
    private static final String MOVE_REGISTRATIONS = """
            update registration.registration set patient_id = :kept where patient_id = :gone
            returning 'registration' as kind, id as row_id, :gone::text as was
            """;
    // A third record may stand for the same person already: it keeps her key until it is merged too.
    private static final String KEY_REQUESTS = """
            with was as (
              select r.id, r.person_key from registration.request r
              where r.patient_id = :kept and r.state = 'waiting' and r.person_key <> :key
                and not exists (select from registration.request o where o.person_key = :key and o.state = 'waiting'))
            update registration.request r set person_key = :key from was where r.id = was.id
            returning 'request-person' as kind, r.id as row_id, was.person_key::text as was
            """;
    private static final String KEY_REGISTRATIONS = """
            with was as (
              select r.id, r.person_key from registration.registration r
              where r.patient_id = :kept and r.ended_at is null and r.person_key <> :key
                and not exists (select from registration.registration o
                  where o.person_key = :key and o.ended_at is null))
            update registration.registration r set person_key = :key from was where r.id = was.id
            returning 'registration-person' as kind, r.id as row_id, was.person_key::text as was
            """;
    private static final String COUNT_TAKEN = """
            select (select count(*) from unnest(:requests::text[]::uuid[], :requestKeys::text[]::uuid[]) as k (id, key)
                join registration.request mine on mine.id = k.id and mine.state = 'waiting'
                join registration.request r on r.person_key = k.key and r.state = 'waiting'
                  and r.id <> k.id) as requests,
              (select count(*) from unnest(:registered::text[]::uuid[], :registeredKeys::text[]::uuid[]) as k (id, key)
                join registration.registration mine on mine.id = k.id and mine.ended_at is null
                join registration.registration r on r.person_key = k.key and r.ended_at is null and r.id <> k.id
              ) as registrations
            """;
    private static final String KEY_REQUESTS_BACK = """
            update registration.request r set person_key = k.key
            from unnest(:ids::text[]::uuid[], :keys::text[]::uuid[]) as k (id, key)
            where r.id = k.id and r.patient_id = :kept
            """;
    private static final String KEY_REGISTRATIONS_BACK = """
            update registration.registration r set person_key = k.key
            from unnest(:ids::text[]::uuid[], :keys::text[]::uuid[]) as k (id, key)
            where r.id = k.id and r.patient_id = :kept
            """;
    private static final String GIVE_REQUESTS_BACK = """
            update registration.request set patient_id = :gone
            where id = any (:ids::text[]::uuid[]) and patient_id = :kept
            """;
    private static final String GIVE_REGISTRATIONS_BACK = """
            update registration.registration set patient_id = :gone
            where id = any (:ids::text[]::uuid[]) and patient_id = :kept
            """;

    private static final OwnedRows REQUESTS = new OwnedRows("request", MOVE_REQUESTS, GIVE_REQUESTS_BACK);
    private static final OwnedRows REGISTRATIONS =
            new OwnedRows("registration", MOVE_REGISTRATIONS, GIVE_REGISTRATIONS_BACK);

    private final JdbcClient jdbc;

    PatientRegistrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String module() {
        return "registration";
    }

    @Override
    public List<Obstacle> obstacles(UUID kept, UUID gone) {
        return jdbc.sql(COUNT_OPEN)
                .param("one", kept)
                .param("other", gone)
                .query((row, number) -> obstacles(row.getInt("requests") > 1, row.getInt("registrations") > 1))
                .single();
    }

    @Override
    public List<MovedLink> move(Patient kept, UUID gone) {
        var moved = new ArrayList<MovedLink>();
        moved.addAll(REQUESTS.move(jdbc, kept.id(), gone));
        moved.addAll(REGISTRATIONS.move(jdbc, kept.id(), gone));
        for (String sql : List.of(KEY_REQUESTS, KEY_REGISTRATIONS)) {
            moved.addAll(jdbc.sql(sql)
                    .param("kept", kept.id())
                    .param("key", Joining.personKey(kept))
                    .query(MovedLink.MAPPER)
                    .list());
        }
        return moved;
    }

    @Override
    public List<Obstacle> obstaclesToReturn(UUID kept, List<MovedLink> moved) {
        List<MovedLink> requests = MovedLink.of("request-person", moved);
        List<MovedLink> registered = MovedLink.of("registration-person", moved);
        return jdbc.sql(COUNT_TAKEN)
                .param("requests", MovedLink.ids(requests))
                .param("requestKeys", was(requests))
                .param("registered", MovedLink.ids(registered))
                .param("registeredKeys", was(registered))
                .query((row, number) -> obstacles(row.getInt("requests") > 0, row.getInt("registrations") > 0))
                .single();
    }

    @Override
    public void giveBack(UUID kept, UUID gone, List<MovedLink> moved) {
        keyBack(KEY_REQUESTS_BACK, MovedLink.of("request-person", moved), kept);
        keyBack(KEY_REGISTRATIONS_BACK, MovedLink.of("registration-person", moved), kept);
        REQUESTS.giveBack(jdbc, kept, gone, moved);
        REGISTRATIONS.giveBack(jdbc, kept, gone, moved);
    }

    private void keyBack(String sql, List<MovedLink> links, UUID kept) {
        jdbc.sql(sql)
                .param("ids", MovedLink.ids(links))
                .param("keys", was(links))
                .param("kept", kept)
                .update();
    }

    private static String[] was(List<MovedLink> links) {
        return links.stream().map(MovedLink::was).toArray(String[]::new);
    }

    private static List<Obstacle> obstacles(boolean bothWait, boolean bothRegistered) {
        var obstacles = new ArrayList<Obstacle>();
        if (bothWait) {
            obstacles.add(Obstacle.of(Obstacle.Kind.BOTH_WAIT));
        }
        if (bothRegistered) {
            obstacles.add(Obstacle.of(Obstacle.Kind.BOTH_REGISTERED));
        }
        return obstacles;
    }
}
