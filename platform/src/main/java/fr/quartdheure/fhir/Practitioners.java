package fr.quartdheure.fhir;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.quartdheure.database.Sql;
import fr.quartdheure.wire.Capability;
import fr.quartdheure.wire.Codes;
import fr.quartdheure.wire.Fhir;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Practitioner: those who give care. Thread-safe. */
@Repository("fhirPractitioners")
class Practitioners implements Shelf {

    static final String TYPE = "Practitioner";

    private static final String LANGUAGES = "urn:ietf:bcp:47";
    private static final String COLUMNS = """
            p.id, p.rpps, p.family_name, p.given_name, p.gender, p.profession, p.languages, p.changed_at
            """;
    private static final String LIST =
            """
            with %s, %s, %s
            select %s from directory.published_practitioner p
            where (:ids::text[] is null or p.id = any (:ids::text[]::uuid[]))
              and (:rpps::text[] is null or p.rpps = any (:rpps::text[]))
              and not exists (select from name
                where not (p.plain_family_name like any (name.patterns) or p.plain_given_name like any (name.patterns)))
              and not exists (select from family where not p.plain_family_name like any (family.patterns))
              and not exists (select from given where not p.plain_given_name like any (given.patterns))
              and p.changed_at >= :from and p.changed_at < :until
              and (:after::uuid is null or p.id > :after::uuid)
            order by p.id limit :limit::int
            """.formatted(Words.wanted("name"), Words.wanted("family"), Words.wanted("given"), COLUMNS);
    private static final String COUNT =
            LIST.replace("select " + COLUMNS, "select count(*)").replace("order by p.id limit :limit::int", "");
    private static final String BY_IDS = """
            select %s from directory.published_practitioner p where p.id = any (:ids::text[]::uuid[])
            """.formatted(COLUMNS);

    private final JdbcClient jdbc;

    Practitioners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<String> profiles() {
        return List.of(Parts.CORE + "fr-core-practitioner");
    }

    @Override
    public List<Capability.Parameter> parameters() {
        return List.of(
                Parts.byId(),
                Parts.byChange(),
                new Capability.Parameter("identifier", "token", "national number: 8 and RPPS"),
                new Capability.Parameter(
                        "name", "string", "beginning of the family or a given name; :contains any part"),
                new Capability.Parameter("family", "string", "beginning of the family name; :contains any part"),
                new Capability.Parameter("given", "string", "beginning of the given name; :contains any part"));
    }

    @Override
    public List<String> chains() {
        return List.of();
    }

    @Override
    public List<String> includes() {
        return List.of();
    }

    @Override
    public List<? extends PublicResource> list(Asked asked, int limit) {
        return of(LIST, asked)
                .param("after", asked.afterUuid())
                .param("limit", limit)
                .query(Practitioners::practitioner)
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
                .query(Practitioners::practitioner)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Asked asked) {
        var changed = asked.moments(Parts.LAST_UPDATED);
        return jdbc.sql(sql)
                .param("ids", asked.uuids(Parts.ID, TYPE))
                .param("rpps", asked.tokens("identifier", Parts::rpps))
                .param("name", asked.words("name"))
                .param("family", asked.words("family"))
                .param("given", asked.words("given"))
                .param("from", Sql.utc(changed.from()))
                .param("until", Sql.utc(changed.until()));
    }

    private static Practitioner practitioner(ResultSet row, int number) throws SQLException {
        var languages = (String[]) row.getArray("languages").getArray();
        return new Practitioner(
                row.getString("id"),
                Parts.meta("fr-core-practitioner", Sql.instant(row, "changed_at")),
                Stream.ofNullable(row.getString("rpps"))
                        .map(rpps -> Parts.identifier("IDNPS", Codes.PERSONS, "8" + rpps))
                        .toList(),
                true,
                List.of(new Fhir.Name(row.getString("family_name"), List.of(row.getString("given_name")))),
                row.getString("gender"),
                List.of(new Qualification(Parts.profession(row.getString("profession")))),
                Arrays.stream(languages)
                        .map(language -> Fhir.Concept.of(LANGUAGES, language))
                        .toList());
    }

    record Qualification(Fhir.Concept code) {}

    record Practitioner(
            String id,
            Fhir.Meta meta,
            List<Fhir.Identifier> identifier,
            boolean active,
            List<Fhir.Name> name,
            String gender,
            List<Qualification> qualification,
            List<Fhir.Concept> communication)
            implements PublicResource {
        @Override
        @JsonProperty
        public String resourceType() {
            return TYPE;
        }

        @Override
        public List<String> links(String parameter) {
            return List.of();
        }
    }
}
