package fr.quartdheure.registration;

import fr.quartdheure.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shelf of those who were taken on. */
@Repository
public class Registrations {

    private static final String ADD = """
            insert into registration.registration
              (id, request_id, place_id, patient_id, person_key, practitioner_id, site_id, accepted_at)
            values (:id, :request, :place, :patient, :person, :practitioner, :site, :now)
            """;
    private static final String FIND = """
            select * from registration.registration where id = :id
            """;
    private static final String FIND_OF_REQUEST = """
            select * from registration.registration where request_id = :request order by accepted_at desc limit 1
            """;
    private static final String LIST_TO_DECLARE = """
            select * from registration.registration
            where site_id = :site and ended_at is null and (patient_signed_on is null or practitioner_signed_on is null)
            order by accepted_at limit 500
            """;
    private static final String LIST_OF_PRACTITIONER = """
            select * from registration.registration
            where practitioner_id = :practitioner and site_id = :site and ended_at is null
            order by accepted_at desc limit 500
            """;
    private static final String SIGN = """
            update registration.registration set patient_signed_on = :patient::date,
              practitioner_signed_on = :practitioner::date
            where id = :id and ended_at is null
            """;
    private static final String END = """
            update registration.registration set ended_at = :now, ended_because = :because
            where id = :id and ended_at is null
            """;
    private static final String END_OF_PERSON = """
            update registration.registration set ended_at = :now, ended_because = 'changed'
            where person_key = :person and ended_at is null
            """;

    private final JdbcClient jdbc;

    Registrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes somebody on; whoever was her médecin traitant here before no longer is. */
    void add(Registration one) {
        jdbc.sql(END_OF_PERSON)
                .param("person", one.personKey())
                .param("now", Sql.utc(one.acceptedAt()))
                .update();
        jdbc.sql(ADD)
                .param("id", one.id())
                .param("request", one.requestId())
                .param("place", one.placeId())
                .param("patient", one.patientId())
                .param("person", one.personKey())
                .param("practitioner", one.practitionerId())
                .param("site", one.siteId())
                .param("now", Sql.utc(one.acceptedAt()))
                .update();
    }

    public Optional<Registration> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Registrations::map).optional();
    }

    /** The last practitioner who took her on for this request. */
    public Optional<Registration> findOfRequest(UUID requestId) {
        return jdbc.sql(FIND_OF_REQUEST)
                .param("request", requestId)
                .query(Registrations::map)
                .optional();
    }

    /** Those whose declaration lacks a signature, the one that has waited longest first. */
    public List<Registration> listToDeclare(UUID siteId) {
        return jdbc.sql(LIST_TO_DECLARE)
                .param("site", siteId)
                .query(Registrations::map)
                .list();
    }

    /** Those whom a practitioner has taken on here, the latest first. */
    public List<Registration> listOfPractitioner(UUID practitionerId, UUID siteId) {
        return jdbc.sql(LIST_OF_PRACTITIONER)
                .param("practitioner", practitionerId)
                .param("site", siteId)
                .query(Registrations::map)
                .list();
    }

    boolean sign(UUID id, @Nullable LocalDate patient, @Nullable LocalDate practitioner) {
        return jdbc.sql(SIGN)
                        .param("id", id)
                        .param("patient", patient)
                        .param("practitioner", practitioner)
                        .update()
                == 1;
    }

    boolean end(UUID id, String because, Instant now) {
        return jdbc.sql(END)
                        .param("id", id)
                        .param("because", because)
                        .param("now", Sql.utc(now))
                        .update()
                == 1;
    }

    private static Registration map(ResultSet row, int number) throws SQLException {
        return new Registration(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getObject("place_id", UUID.class),
                row.getObject("patient_id", UUID.class),
                row.getObject("person_key", UUID.class),
                row.getObject("practitioner_id", UUID.class),
                row.getObject("site_id", UUID.class),
                Sql.instant(row, "accepted_at"),
                row.getObject("patient_signed_on", LocalDate.class),
                row.getObject("practitioner_signed_on", LocalDate.class),
                row.getString("ended_because"));
    }
}
