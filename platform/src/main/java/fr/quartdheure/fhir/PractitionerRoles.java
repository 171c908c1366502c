package fr.quartdheure.fhir;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.quartdheure.database.Sql;
import fr.quartdheure.wire.Capability;
import fr.quartdheure.wire.Fhir;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** PractitionerRole: a practitioner at one of her places. Thread-safe. */
@Repository
class PractitionerRoles implements Shelf {

    static final String TYPE = "PractitionerRole";

    private static final String NUMBER = "practitioner.identifier";
    private static final String COLUMNS = """
            r.id, r.practitioner_id, r.family_name, r.given_name, r.organization_id, r.site_id, r.site_name,
            r.profession, r.specialty, r.phone, r.changed_at
            """;
    private static final String LIST = """
            select %s from directory.published_role r
            where (:ids::text[] is null or r.id = any (:ids::text[]::uuid[]))
              and (:practitioners::text[] is null or r.practitioner_id = any (:practitioners::text[]::uuid[]))
              and (:organizations::text[] is null or r.organization_id = any (:organizations::text[]::uuid[]))
              and (:locations::text[] is null or r.site_id = any (:locations::text[]::uuid[]))
              and (:rpps::text[] is null or r.rpps = any (:rpps::text[]))
              and (:specialties::text[] is null or r.specialty = any (:specialties::text[]))
              and (:professions::text[] is null or r.profession = any (:professions::text[]))
              and r.changed_at >= :from and r.changed_at < :until
              and (:after::uuid is null or r.id > :after::uuid)
            order by r.id limit :limit::int
            """.formatted(COLUMNS);
    private static final String COUNT =
            LIST.replace("select " + COLUMNS, "select count(*)").replace("order by r.id limit :limit::int", "");
    private static final String BY_IDS = """
            select %s from directory.published_role r where r.id = any (:ids::text[]::uuid[])
            """.formatted(COLUMNS);

    private final JdbcClient jdbc;

    PractitionerRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<String> profiles() {
        return List.of(Parts.CORE + "fr-core-practitioner-role");
    }

    @Override
    public List<Capability.Parameter> parameters() {
        return List.of(
                Parts.byId(),
                Parts.byChange(),
                new Capability.Parameter(
                        "practitioner", "reference", "also practitioner.identifier: national number, 8 and RPPS"),
                new Capability.Parameter("organization", "reference", "who runs the location"),
                new Capability.Parameter("location", "reference", ""),
                new Capability.Parameter("specialty", "token", "of physicians (TRE_R38)"),
                new Capability.Parameter("role", "token", "profession (TRE_G15, TRE_R95)"));
    }

    @Override
    public List<String> chains() {
        return List.of(NUMBER);
    }

    @Override
    public List<String> includes() {
        return List.of("PractitionerRole:practitioner", "PractitionerRole:organization", "PractitionerRole:location");
    }

    @Override
    public List<? extends PublicResource> list(Asked asked, int limit) {
        return of(LIST, asked)
                .param("after", asked.afterUuid())
                .param("limit", limit)
                .query(PractitionerRoles::role)
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
                .query(PractitionerRoles::role)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Asked asked) {
        var changed = asked.moments(Parts.LAST_UPDATED);
        return jdbc.sql(sql)
                .param("ids", asked.uuids(Parts.ID, TYPE))
                .param("practitioners", asked.uuids("practitioner", Practitioners.TYPE))
                .param("organizations", asked.uuids("organization", Organizations.TYPE))
                .param("locations", asked.uuids("location", Locations.TYPE))
                .param("rpps", asked.tokens(NUMBER, Parts::rpps))
                .param("specialties", asked.tokens("specialty", Parts::specialties))
                .param("professions", asked.tokens("role", Parts::professions))
                .param("from", Sql.utc(changed.from()))
                .param("until", Sql.utc(changed.until()));
    }

    private static PractitionerRole role(ResultSet row, int number) throws SQLException {
        return new PractitionerRole(
                row.getString("id"),
                Parts.meta("fr-core-practitioner-role", Sql.instant(row, "changed_at")),
                true,
                Parts.to(
                        Practitioners.TYPE,
                        row.getString("practitioner_id"),
                        row.getString("given_name") + " " + row.getString("family_name")),
                Fhir.Reference.to(Organizations.TYPE, row.getString("organization_id")),
                List.of(Parts.profession(row.getString("profession"))),
                Parts.specialties(row.getString("specialty")),
                List.of(Parts.to(Locations.TYPE, row.getString("site_id"), row.getString("site_name"))),
                Parts.phone(row.getString("phone")));
    }

    record PractitionerRole(
            String id,
            Fhir.Meta meta,
            boolean active,
            Fhir.Reference practitioner,
            Fhir.Reference organization,
            List<Fhir.Concept> code,
            List<Fhir.Concept> specialty,
            List<Fhir.Reference> location,
            List<Fhir.Contact> telecom)
            implements PublicResource {
        @Override
        @JsonProperty
        public String resourceType() {
            return TYPE;
        }

        @Override
        public List<String> links(String parameter) {
            return switch (parameter) {
                case "practitioner" ->
                    Stream.ofNullable(practitioner.reference()).toList();
                case "organization" ->
                    Stream.ofNullable(organization.reference()).toList();
                case "location" ->
                    location.stream()
                            .flatMap(one -> Stream.ofNullable(one.reference()))
                            .toList();
                default -> List.of();
            };
        }
    }
}
