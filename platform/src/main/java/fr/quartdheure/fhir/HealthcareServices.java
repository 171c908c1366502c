package fr.quartdheure.fhir;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.quartdheure.database.Sql;
import fr.quartdheure.wire.Capability;
import fr.quartdheure.wire.Fhir;
import fr.quartdheure.wire.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** HealthcareService: a service given at a site, known by both: {@code <site>.<service>}. Thread-safe. */
@Repository
class HealthcareServices implements Shelf {

    static final String TYPE = "HealthcareService";

    private static final String COLUMNS = """
            v.site_id, v.service_code, v.name_fr, v.organization_id, v.changed_at
            """;
    private static final String LIST = """
            with %s
            select %s from directory.published_site_service v
            where (:ids::text[] is null or v.site_id || '.' || v.service_code = any (:ids::text[]))
              and (:organizations::text[] is null or v.organization_id = any (:organizations::text[]::uuid[]))
              and (:locations::text[] is null or v.site_id = any (:locations::text[]::uuid[]))
              and (:services::text[] is null or v.service_code = any (:services::text[]))
              and not exists (select from name where not v.plain_name like any (name.patterns))
              and v.changed_at >= :from and v.changed_at < :until
              and (:after_site::uuid is null
                or (v.site_id, v.service_code) > (:after_site::uuid, :after_service::text))
            order by v.site_id, v.service_code limit :limit::int
            """.formatted(Words.wanted("name"), COLUMNS);
    private static final String COUNT = LIST.replace("select " + COLUMNS, "select count(*)")
            .replace("order by v.site_id, v.service_code limit :limit::int", "");
    private static final String BY_IDS = """
            select %s from unnest(:sites::text[]::uuid[], :services::text[]) as asked (site_id, service_code)
            join directory.published_site_service v
              on v.site_id = asked.site_id and v.service_code = asked.service_code
            """.formatted(COLUMNS);
    private static final int UUID_LENGTH = 36;

    private final JdbcClient jdbc;
    private final ServiceTypes services;

    HealthcareServices(JdbcClient jdbc, ServiceTypes services) {
        this.jdbc = jdbc;
        this.services = services;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<String> profiles() {
        return List.of(Parts.CORE + "fr-core-healthcare-service");
    }

    @Override
    public List<Capability.Parameter> parameters() {
        return List.of(
                Parts.byId(),
                Parts.byChange(),
                new Capability.Parameter("name", "string", "beginning of the service's name in French"),
                new Capability.Parameter("service-type", "token", "general-practice, nursing, midwifery, …"),
                new Capability.Parameter("organization", "reference", "who runs the location"),
                new Capability.Parameter("location", "reference", ""));
    }

    @Override
    public List<String> chains() {
        return List.of();
    }

    @Override
    public List<String> includes() {
        return List.of("HealthcareService:organization", "HealthcareService:location");
    }

    @Override
    public List<? extends PublicResource> list(Asked asked, int limit) {
        String after = asked.after();
        if (after != null && !isId(after)) {
            throw Refused.malformed("cursor-malformed", Search.CURSOR, Refused.shown(after));
        }
        return of(LIST, asked, after).param("limit", limit).query(this::service).list();
    }

    @Override
    public int count(Asked asked) {
        return of(COUNT, asked, null).query(Integer.class).single();
    }

    @Override
    public List<? extends PublicResource> listByIds(Collection<String> ids) {
        List<String> ours = ids.stream().filter(HealthcareServices::isId).toList();
        return jdbc.sql(BY_IDS)
                .param("sites", ours.stream().map(HealthcareServices::site).toArray(String[]::new))
                .param("services", ours.stream().map(HealthcareServices::code).toArray(String[]::new))
                .query(this::service)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Asked asked, @Nullable String after) {
        var changed = asked.moments(Parts.LAST_UPDATED);
        return jdbc.sql(sql)
                .param("ids", asked.ids(Parts.ID, TYPE))
                .param("organizations", asked.uuids("organization", Organizations.TYPE))
                .param("locations", asked.uuids("location", Locations.TYPE))
                .param("services", asked.tokens("service-type", services::codes))
                .param("name", asked.words("name"))
                .param("from", Sql.utc(changed.from()))
                .param("until", Sql.utc(changed.until()))
                .param("after_site", after == null ? null : site(after))
                .param("after_service", after == null ? null : code(after));
    }

    private static boolean isId(String id) {
        return id.length() > UUID_LENGTH + 1
                && Asked.ID.matcher(id).matches()
                && id.charAt(UUID_LENGTH) == '.'
                && Asked.isUuid(site(id));
    }

    private static String site(String id) {
        return id.substring(0, UUID_LENGTH);
    }

    private static String code(String id) {
        return id.substring(UUID_LENGTH + 1);
    }

    private HealthcareService service(ResultSet row, int number) throws SQLException {
        String site = row.getString("site_id");
        String code = row.getString("service_code");
        return new HealthcareService(
                site + "." + code,
                Parts.meta("fr-core-healthcare-service", Sql.instant(row, "changed_at")),
                true,
                Fhir.Reference.to(Organizations.TYPE, row.getString("organization_id")),
                List.of(services.concept(code)),
                List.of(Fhir.Reference.to(Locations.TYPE, site)),
                row.getString("name_fr"));
    }

    record HealthcareService(
            String id,
            Fhir.Meta meta,
            boolean active,
            Fhir.Reference providedBy,
            List<Fhir.Concept> type,
            List<Fhir.Reference> location,
            String name)
            implements PublicResource {
        @Override
        @JsonProperty
        public String resourceType() {
            return TYPE;
        }

        @Override
        public List<String> links(String parameter) {
            return switch (parameter) {
                case "organization" -> Stream.ofNullable(providedBy.reference()).toList();
                case "location" ->
                    location.stream()
                            .flatMap(one -> Stream.ofNullable(one.reference()))
                            .toList();
                default -> List.of();
            };
        }
    }
}
