package fr.quartdheure.registration;

import fr.quartdheure.database.Sql;
import fr.quartdheure.registration.RegistrationRequest.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of requests. */
@Repository
public class Requests {

    private static final String ADD = """
            insert into registration.request (id, patient_id, person_key, commune_code, on_behalf, origin, classes,
              state, proof_id, asked_at, confirmed_at)
            values (:id, :patient, :person, :commune, :onBehalf, :origin, :classes::text[],
              :state, :proof, :asked, :asked)
            """;
    private static final String FIND = """
            select * from registration.request where id = :id
            """;
    // Every act on a request begins here; none waits for another lock afterwards.
    private static final String LOCK = """
            select * from registration.request where id = :id for update
            """;
    // Before the row, so that two requests of one person never wait for each other.
    private static final String LOCK_PERSON = """
            select 1 from (select pg_advisory_xact_lock(8033, hashtext(:person))) as locked
            """;
    private static final String FIND_WAITING = """
            select * from registration.request where person_key = :person and state = 'waiting'
            """;
    private static final String WAIT = """
            update registration.request
            set state = 'waiting', ended_at = null, asked_again_at = null, confirmed_at = :now
            where id = :id
            """;
    private static final String END = """
            update registration.request set state = :state, ended_at = :now, asked_again_at = null where id = :id
            """;
    private static final String CONFIRM = """
            update registration.request set confirmed_at = :now, asked_again_at = null, classes = :classes::text[]
            where id = :id
            """;
    private static final String ASK_AGAIN = """
            update registration.request set asked_again_at = :now where id = :id
            """;
    private static final String REMOVE = """
            delete from registration.request where id = :id and state = 'awaiting-code'
            """;
    private static final String LIST_UNPROVED = """
            select * from registration.request where state = 'awaiting-code' and asked_at < :before limit 100
            """;
    // The shortest of the delays of her lists.
    private static final String LIST_TO_ASK_AGAIN = """
            select r.* from registration.request r
            where r.state = 'waiting' and r.asked_again_at is null and exists (
              select from registration.turn t join registration.list l on l.site_id = t.site_id
              where t.request_id = r.id and t.ended_at is null
                and r.confirmed_at + l.confirm_months * interval '1 month' <= :now)
              and not exists (select from registration.offer o where o.request_id = r.id and o.state = 'open')
            order by r.confirmed_at limit 100
            """;
    private static final String LIST_SILENT = """
            select * from registration.request where state = 'waiting' and asked_again_at < :before limit 100
            """;

    private final JdbcClient jdbc;

    Requests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RegistrationRequest request, String origin) {
        jdbc.sql(ADD)
                .param("id", request.id())
                .param("patient", request.patientId())
                .param("person", request.personKey())
                .param("commune", request.communeCode())
                .param("onBehalf", request.onBehalf())
                .param("origin", origin)
                .param("classes", Priority.codes(request.classes()))
                .param("state", request.state().code())
                .param("proof", request.proofId())
                .param("asked", Sql.utc(request.askedAt()))
                .update();
    }

    public Optional<RegistrationRequest> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Requests::map).optional();
    }

    Optional<RegistrationRequest> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(Requests::map).optional();
    }

    void lockPerson(UUID personKey) {
        jdbc.sql(LOCK_PERSON)
                .param("person", personKey.toString())
                .query(Integer.class)
                .single();
    }

    Optional<RegistrationRequest> findWaiting(UUID personKey) {
        return jdbc.sql(FIND_WAITING)
                .param("person", personKey)
                .query(Requests::map)
                .optional();
    }

    /** On the lists, for the first time or again. */
    void await(UUID id, Instant now) {
        jdbc.sql(WAIT).param("id", id).param("now", Sql.utc(now)).update();
    }

    void end(UUID id, State state, Instant now) {
        jdbc.sql(END)
                .param("id", id)
                .param("state", state.code())
                .param("now", Sql.utc(now))
                .update();
    }

    void confirm(UUID id, Set<Priority> classes, Instant now) {
        jdbc.sql(CONFIRM)
                .param("id", id)
                .param("classes", Priority.codes(classes))
                .param("now", Sql.utc(now))
                .update();
    }

    void askAgain(UUID id, Instant now) {
        jdbc.sql(ASK_AGAIN).param("id", id).param("now", Sql.utc(now)).update();
    }

    boolean remove(UUID id) {
        return jdbc.sql(REMOVE).param("id", id).update() == 1;
    }

    List<RegistrationRequest> listUnproved(Instant before) {
        return jdbc.sql(LIST_UNPROVED)
                .param("before", Sql.utc(before))
                .query(Requests::map)
                .list();
    }

    List<RegistrationRequest> listToAskAgain(Instant now) {
        return jdbc.sql(LIST_TO_ASK_AGAIN)
                .param("now", Sql.utc(now))
                .query(Requests::map)
                .list();
    }

    List<RegistrationRequest> listSilent(Instant before) {
        return jdbc.sql(LIST_SILENT)
                .param("before", Sql.utc(before))
                .query(Requests::map)
                .list();
    }

    private static RegistrationRequest map(ResultSet row, int number) throws SQLException {
        return new RegistrationRequest(
                row.getObject("id", UUID.class),
                row.getObject("patient_id", UUID.class),
                row.getObject("person_key", UUID.class),
                row.getString("commune_code"),
                row.getString("on_behalf"),
                Priority.of(List.of((String[]) row.getArray("classes").getArray())),
                State.of(row.getString("state")),
                row.getObject("proof_id", UUID.class),
                Sql.instant(row, "asked_at"),
                Sql.instant(row, "confirmed_at"),
                Sql.instantOrNull(row, "asked_again_at"),
                Sql.instantOrNull(row, "ended_at"));
    }
}
