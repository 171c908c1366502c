package fr.quartdheure.fhir;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.quartdheure.time.Paris;
import fr.quartdheure.wire.Capability;
import fr.quartdheure.wire.Fhir;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Schedule: the agenda of a practitioner at one place, as far as the public books in it. One per place, so the role's
 * own id serves. Thread-safe.
 */
@Repository
class Schedules implements Shelf {

    static final String TYPE = "Schedule";

    static final List<String> ACTORS = List.of(Practitioners.TYPE, PractitionerRoles.TYPE, Locations.TYPE);

    private static final String ACTOR = "actor";
    private static final String NUMBER = "actor:Practitioner.identifier";
    private static final String DURATION = Parts.CORE + "fr-core-service-type-duration";
    private static final String MINUTES = "http://unitsofmeasure.org";
    private static final String COLUMNS = """
            r.id, r.practitioner_id, r.site_id, r.specialty, r.family_name, r.given_name, r.site_name, given.services
            """;
    // What is no longer given by any rule is no agenda.
    private static final String GIVEN = """
            cross join lateral (
              select string_agg(a.service_code || '=' || a.minutes, ',' order by a.service_code) as services,
                array_agg(a.service_code) as codes
              from (
                select service_code, min(slot_minutes) as minutes from scheduling.published_agenda
                where practitioner_id = r.practitioner_id and site_id = r.site_id
                  and (valid_until is null or valid_until >= :today)
                group by service_code) a) given
            """;
    private static final String LIST = """
            select %s from directory.published_role r
            %s
            where given.services is not null
              and (:ids::text[] is null or r.id = any (:ids::text[]::uuid[]))
              and (:practitioners::text[] is null or r.practitioner_id = any (:practitioners::text[]::uuid[]))
              and (:roles::text[] is null or r.id = any (:roles::text[]::uuid[]))
              and (:locations::text[] is null or r.site_id = any (:locations::text[]::uuid[]))
              and (:rpps::text[] is null or r.rpps = any (:rpps::text[]))
              and (:specialties::text[] is null or r.specialty = any (:specialties::text[]))
              and (:services::text[] is null or given.codes && :services::text[])
              and (:after::uuid is null or r.id > :after::uuid)
            order by r.id limit :limit::int
            """.formatted(COLUMNS, GIVEN);
    private static final String COUNT =
            LIST.replace("select " + COLUMNS, "select count(*)").replace("order by r.id limit :limit::int", "");
    private static final String BY_IDS = """
            select %s from directory.published_role r
            %s
            where given.services is not null and r.id = any (:ids::text[]::uuid[])
            """.formatted(COLUMNS, GIVEN);

    private final JdbcClient jdbc;
    private final ServiceTypes services;
    private final Clock clock;

    Schedules(JdbcClient jdbc, ServiceTypes services, Clock clock) {
        this.jdbc = jdbc;
        this.services = services;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<String> profiles() {
        return List.of(Parts.CORE + "fr-core-schedule");
    }

    @Override
    public List<Capability.Parameter> parameters() {
        return List.of(
                Parts.byId(),
                new Capability.Parameter(
                        ACTOR,
                        "reference",
                        "Practitioner, PractitionerRole or Location; also actor:Practitioner.identifier"),
                new Capability.Parameter("specialty", "token", "of physicians (TRE_R38)"),
                new Capability.Parameter(
                        "service-type", "token", "general-practice, nursing, …, as in fr-core-service-type-duration"));
    }

    @Override
    public List<String> chains() {
        return List.of(NUMBER);
    }

    @Override
    public List<String> includes() {
        return List.of("Schedule:actor");
    }

    @Override
    public List<? extends PublicResource> list(Asked asked, int limit) {
        return of(LIST, asked)
                .param("after", asked.afterUuid())
                .param("limit", limit)
                .query(this::schedule)
                .list();
    }

    @Override
    public int count(Asked asked) {
        return of(COUNT, asked).param("after", null).query(Integer.class).single();
    }

    @Override
    public List<? extends PublicResource> listByIds(Collection<String> ids) {
        return jdbc.sql(BY_IDS)
                .param("ids", ids.stream().filter(Asked::isUuid).toArray(String[]::new))
                .param("today", Paris.dayOf(clock.instant()))
                .query(this::schedule)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Asked asked) {
        return jdbc.sql(sql)
                .param("today", Paris.dayOf(clock.instant()))
                .param("ids", asked.uuids(Parts.ID, TYPE))
                .param("practitioners", asked.uuids(ACTOR, Practitioners.TYPE, ACTORS))
                .param("roles", asked.uuids(ACTOR, PractitionerRoles.TYPE, ACTORS))
                .param("locations", asked.uuids(ACTOR, Locations.TYPE, ACTORS))
                .param("rpps", asked.tokens(NUMBER, Parts::rpps))
                .param("specialties", asked.tokens("specialty", Parts::specialties))
                .param("services", asked.tokens("service-type", services::codes));
    }

    private Schedule schedule(ResultSet row, int number) throws SQLException {
        String role = row.getString("id");
        return new Schedule(
                role,
                Fhir.Meta.of(Parts.CORE + "fr-core-schedule"),
                Arrays.stream(row.getString("services").split(","))
                        .map(this::duration)
                        .toList(),
                true,
                Parts.specialties(row.getString("specialty")),
                List.of(
                        Parts.to(
                                Practitioners.TYPE,
                                row.getString("practitioner_id"),
                                row.getString("given_name") + " " + row.getString("family_name")),
                        Fhir.Reference.to(PractitionerRoles.TYPE, role),
                        Parts.to(Locations.TYPE, row.getString("site_id"), row.getString("site_name"))));
    }

    /** The French profile of agendas has services here, with their minutes, and not in serviceType. */
    private Fhir.Extension duration(String given) {
        int equals = given.indexOf('=');
        var minutes = new Fhir.Quantity(new BigDecimal(given.substring(equals + 1)), "min", MINUTES, "min");
        return new Fhir.Extension(
                List.of(
                        new Fhir.Extension(
                                List.of(), "serviceType", null, services.concept(given.substring(0, equals)), null),
                        new Fhir.Extension(List.of(), "duration", null, null, minutes)),
                DURATION,
                null,
                null,
                null);
    }

    record Schedule(
            String id,
            Fhir.Meta meta,
            List<Fhir.Extension> extension,
            boolean active,
            List<Fhir.Concept> specialty,
            List<Fhir.Reference> actor)
            implements PublicResource {
        @Override
        @JsonProperty
        public String resourceType() {
            return TYPE;
        }

        @Override
        public List<String> links(String parameter) {
            return ACTOR.equals(parameter)
                    ? actor.stream()
                            .flatMap(one -> Stream.ofNullable(one.reference()))
                            .toList()
                    : List.of();
        }
    }
}
