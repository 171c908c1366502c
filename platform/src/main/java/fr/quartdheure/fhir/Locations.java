package fr.quartdheure.fhir;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.quartdheure.database.Sql;
import fr.quartdheure.wire.Capability;
import fr.quartdheure.wire.Codes;
import fr.quartdheure.wire.Fhir;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Location: the sites where care is given. Thread-safe. */
@Repository
class Locations implements Shelf {

    static final String TYPE = "Location";

    private static final String PHYSICAL_TYPE = "http://terminology.hl7.org/CodeSystem/location-physical-type";
    private static final String COLUMNS = """
            s.id, s.organization_id, s.name, s.kind, s.finess, s.address_line, s.postal_code, s.city, s.lat, s.lon,
            s.phone, s.changed_at
            """;
    private static final String LIST = """
            with %s, %s
            select %s from directory.published_site s
            where (:ids::text[] is null or s.id = any (:ids::text[]::uuid[]))
              and (:organizations::text[] is null or s.organization_id = any (:organizations::text[]::uuid[]))
              and (:finess::text[] is null or s.finess = any (:finess::text[]))
              and (:kinds::text[] is null or s.kind = any (:kinds::text[]))
              and (:postal_codes::text[] is null or s.postal_code like any (:postal_codes::text[]))
              and not exists (select from name where not s.plain_name like any (name.patterns))
              and not exists (select from city where not s.plain_city like any (city.patterns))
              and s.changed_at >= :from and s.changed_at < :until
              and (:after::uuid is null or s.id > :after::uuid)
            order by s.id limit :limit::int
            """.formatted(Words.wanted("name"), Words.wanted("city"), COLUMNS);
    private static final String COUNT =
            LIST.replace("select " + COLUMNS, "select count(*)").replace("order by s.id limit :limit::int", "");
    private static final String BY_IDS = """
            select %s from directory.published_site s where s.id = any (:ids::text[]::uuid[])
            """.formatted(COLUMNS);

    private final JdbcClient jdbc;

    Locations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<String> profiles() {
        return List.of(Parts.CORE + "fr-core-location");
    }

    @Override
    public List<Capability.Parameter> parameters() {
        return List.of(
                Parts.byId(),
                Parts.byChange(),
                new Capability.Parameter("identifier", "token", "national number: 1 and FINESS"),
                new Capability.Parameter("name", "string", "beginning of the name, or with :contains any part"),
                new Capability.Parameter("address-city", "string", "beginning of the town, or with :contains any part"),
                new Capability.Parameter("address-postalcode", "string", "beginning of the postal code: 66, 66000"),
                new Capability.Parameter("type", "token", "category of establishment (TRE_R66)"),
                new Capability.Parameter("organization", "reference", "who runs it"));
    }

    @Override
    public List<String> chains() {
        return List.of();
    }

    @Override
    public List<String> includes() {
        return List.of("Location:organization");
    }

    @Override
    public List<? extends PublicResource> list(Asked asked, int limit) {
        return of(LIST, asked)
                .param("after", asked.afterUuid())
                .param("limit", limit)
                .query(Locations::location)
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
                .query(Locations::location)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Asked asked) {
        var changed = asked.moments(Parts.LAST_UPDATED);
        return jdbc.sql(sql)
                .param("ids", asked.uuids(Parts.ID, TYPE))
                .param("organizations", asked.uuids("organization", Organizations.TYPE))
                .param("finess", asked.tokens("identifier", Parts::finess))
                .param("kinds", asked.tokens("type", StructureKind::codes))
                .param("postal_codes", asked.tokens("address-postalcode", Locations::beginning))
                .param("name", asked.words("name"))
                .param("city", asked.words("address-city"))
                .param("from", Sql.utc(changed.from()))
                .param("until", Sql.utc(changed.until()));
    }

    private static Set<String> beginning(Token postalCode) {
        return Set.of(postalCode.code().replaceAll("[^0-9A-Za-z]", "") + "%");
    }

    private static Location location(ResultSet row, int number) throws SQLException {
        return new Location(
                row.getString("id"),
                Parts.meta("fr-core-location", Sql.instant(row, "changed_at")),
                Stream.ofNullable(row.getString("finess"))
                        .map(finess -> Parts.identifier("IDNST", Codes.STRUCTURES, "1" + finess))
                        .toList(),
                "active",
                row.getString("name"),
                "instance",
                StructureKind.concepts(row.getString("kind")),
                Parts.phone(row.getString("phone")),
                new Fhir.Address(
                        Stream.ofNullable(row.getString("address_line")).toList(),
                        row.getString("city"),
                        row.getString("postal_code"),
                        "FR"),
                Fhir.Concept.of(PHYSICAL_TYPE, "si"),
                new Position(row.getDouble("lon"), row.getDouble("lat")),
                Fhir.Reference.to(Organizations.TYPE, row.getString("organization_id")));
    }

    record Position(double longitude, double latitude) {}

    record Location(
            String id,
            Fhir.Meta meta,
            List<Fhir.Identifier> identifier,
            String status,
            String name,
            String mode,
            List<Fhir.Concept> type,
            List<Fhir.Contact> telecom,
            Fhir.Address address,
            Fhir.Concept physicalType,
            Position position,
            Fhir.Reference managingOrganization)
            implements PublicResource {
        @Override
        @JsonProperty
        public String resourceType() {
            return TYPE;
        }

        @Override
        public List<String> links(String parameter) {
            @Nullable String organization = managingOrganization.reference();
            return "organization".equals(parameter) && organization != null ? List.of(organization) : List.of();
        }
    }
}
