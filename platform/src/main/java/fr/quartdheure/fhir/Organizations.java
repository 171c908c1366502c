package fr.quartdheure.fhir;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.quartdheure.database.Sql;
import fr.quartdheure.wire.Capability;
import fr.quartdheure.wire.Codes;
import fr.quartdheure.wire.Fhir;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Organization: who runs sites, or unites those who do. Thread-safe. */
@Repository("fhirOrganizations")
class Organizations implements Shelf {

    static final String TYPE = "Organization";

    private static final String COLUMNS = "o.id, o.name, o.kind, o.finess, o.siret, o.phone, o.changed_at";
    private static final String LIST = """
            with %s
            select %s from directory.published_organization o
            where (:ids::text[] is null or o.id = any (:ids::text[]::uuid[]))
              and (:finess::text[] is null or o.finess = any (:finess::text[]) or o.siret = any (:siret::text[]))
              and (:kinds::text[] is null or o.kind = any (:kinds::text[]))
              and not exists (select from name where not o.plain_name like any (name.patterns))
              and o.changed_at >= :from and o.changed_at < :until
              and (:after::uuid is null or o.id > :after::uuid)
            order by o.id limit :limit::int
            """.formatted(Words.wanted("name"), COLUMNS);
    private static final String COUNT =
            LIST.replace("select " + COLUMNS, "select count(*)").replace("order by o.id limit :limit::int", "");
    private static final String BY_IDS = """
            select %s from directory.published_organization o where o.id = any (:ids::text[]::uuid[])
            """.formatted(COLUMNS);

    private final JdbcClient jdbc;

    Organizations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<String> profiles() {
        return List.of(Parts.CORE + "fr-core-organization");
    }

    @Override
    public List<Capability.Parameter> parameters() {
        return List.of(
                Parts.byId(),
                Parts.byChange(),
                new Capability.Parameter("identifier", "token", "national number: 1 and FINESS, 3 and SIRET"),
                new Capability.Parameter("name", "string", "beginning of the name, or with :contains any part"),
                new Capability.Parameter("type", "token", "category of establishment (TRE_R66)"));
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
                .query(Organizations::organization)
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
                .query(Organizations::organization)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Asked asked) {
        var changed = asked.moments(Parts.LAST_UPDATED);
        return jdbc.sql(sql)
                .param("ids", asked.uuids(Parts.ID, TYPE))
                .param("finess", asked.tokens("identifier", Parts::finess))
                .param("siret", asked.tokens("identifier", Parts::siret))
                .param("kinds", asked.tokens("type", StructureKind::codes))
                .param("name", asked.words("name"))
                .param("from", Sql.utc(changed.from()))
                .param("until", Sql.utc(changed.until()));
    }

    private static Organization organization(ResultSet row, int number) throws SQLException {
        return new Organization(
                row.getString("id"),
                Parts.meta("fr-core-organization", Sql.instant(row, "changed_at")),
                identifiers(row.getString("finess"), row.getString("siret")),
                true,
                StructureKind.concepts(row.getString("kind")),
                row.getString("name"),
                Parts.phone(row.getString("phone")));
    }

    /** One national number at most, that of the FINESS first; the other is shown as what it is. */
    private static List<Fhir.Identifier> identifiers(@Nullable String finess, @Nullable String siret) {
        var identifiers = new ArrayList<Fhir.Identifier>();
        if (finess != null || siret != null) {
            identifiers.add(new Fhir.Identifier(
                    "official",
                    Fhir.Concept.of(Codes.CORE_IDENTIFIER_TYPE, "IDNST"),
                    Codes.STRUCTURES,
                    finess != null ? "1" + finess : "3" + siret));
        }
        if (siret != null) {
            identifiers.add(Parts.identifier("SIRET", "https://sirene.fr", siret));
        }
        return identifiers;
    }

    record Organization(
            String id,
            Fhir.Meta meta,
            List<Fhir.Identifier> identifier,
            boolean active,
            List<Fhir.Concept> type,
            String name,
            List<Fhir.Contact> telecom)
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
