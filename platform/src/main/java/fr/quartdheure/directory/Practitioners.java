package fr.quartdheure.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Those who give care, and what each takes on at which site. Thread-safe. */
@Repository
public class Practitioners {

    private static final String COLUMNS = """
            p.id, p.rpps, p.family_name, p.given_name, p.gender, p.profession, p.specialty, p.languages,
            p.advanced_practice, p.origin
            """;
    private static final String ROLE_COLUMNS = """
            r.id as role_id, r.practitioner_id, r.site_id, r.accepts_new_patients, r.accepts_registrations, r.position
            """;
    private static final String BY_IDS = """
            select %s from directory.practitioner p where p.id = any (:ids::text[]::uuid[])
            """.formatted(COLUMNS);
    private static final String OF_SITE = """
            select %s, %s
            from directory.practitioner_role r join directory.practitioner p on p.id = r.practitioner_id
            where r.site_id = :site
            order by r.position, p.family_name, p.given_name, p.id
            """.formatted(COLUMNS, ROLE_COLUMNS);
    private static final String ROLES = """
            select %s from directory.practitioner_role r where r.practitioner_id = :id order by r.position, r.id
            """.formatted(ROLE_COLUMNS);
    private static final String MATCHING = """
            select distinct r.practitioner_id
            from directory.practitioner_role r join directory.practitioner p on p.id = r.practitioner_id
            where r.site_id = any (:sites::text[]::uuid[])
              and (:language::text is null or :language = any (p.languages))
              and (:gender::text is null or p.gender = :gender)
              and (not :newPatients or r.accepts_new_patients)
              and (not :registrations or r.accepts_registrations)
            """;
    private static final String LANGUAGES = """
            select distinct unnest(languages) as language from directory.practitioner order by language
            """;
    private static final String COUNT = """
            select count(*) from directory.practitioner
            """;
    private static final String ADD = """
            insert into directory.practitioner (id, rpps, family_name, given_name, gender, profession, specialty,
              languages, advanced_practice, origin)
            values (:id, :rpps, :familyName, :givenName, :gender, :profession, :specialty,
              :languages::text[], :advancedPractice, :origin)
            """;
    private static final String ADD_ROLE = """
            insert into directory.practitioner_role
              (id, practitioner_id, site_id, accepts_new_patients, accepts_registrations, position)
            values (:id, :practitionerId, :siteId, :acceptsNewPatients, :acceptsRegistrations, :position)
            """;

    private final JdbcClient jdbc;

    Practitioners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Practitioner> find(UUID id) {
        return Optional.ofNullable(listByIds(List.of(id)).get(id));
    }

    public Map<UUID, Practitioner> listByIds(Collection<UUID> ids) {
        var byId = new HashMap<UUID, Practitioner>();
        jdbc.sql(BY_IDS)
                .param("ids", Ids.array(ids))
                .query(Practitioners::practitioner)
                .list()
                .forEach(one -> byId.put(one.id(), one));
        return byId;
    }

    /** Those who work at a site, in the order the site shows them. */
    public List<PractitionerAtSite> ofSite(UUID siteId) {
        return jdbc.sql(OF_SITE)
                .param("site", siteId)
                .query((row, number) -> new PractitionerAtSite(practitioner(row, number), role(row, number)))
                .list();
    }

    public List<PractitionerRole> rolesOf(UUID practitionerId) {
        return jdbc.sql(ROLES)
                .param("id", practitionerId)
                .query(Practitioners::role)
                .list();
    }

    /** The practitioners of these sites who are what is asked for. */
    public Set<UUID> matching(Collection<UUID> siteIds, PractitionerFilter filter) {
        var gender = filter.gender();
        return new HashSet<>(jdbc.sql(MATCHING)
                .param("sites", Ids.array(siteIds))
                .param("language", filter.language())
                .param("gender", gender == null ? null : gender.code())
                .param("newPatients", filter.acceptsNewPatients())
                .param("registrations", filter.acceptsRegistrations())
                .query(UUID.class)
                .list());
    }

    /** Every language that somebody speaks (ISO 639-1), by code. */
    public List<String> languages() {
        return jdbc.sql(LANGUAGES).query(String.class).list();
    }

    public int count() {
        return jdbc.sql(COUNT).query(Integer.class).single();
    }

    public void add(Practitioner practitioner) {
        jdbc.sql(ADD)
                .param("id", practitioner.id())
                .param("rpps", practitioner.rpps())
                .param("familyName", practitioner.familyName())
                .param("givenName", practitioner.givenName())
                .param("gender", practitioner.gender().code())
                .param("profession", practitioner.profession())
                .param("specialty", practitioner.specialty())
                .param("languages", practitioner.languages().toArray(String[]::new))
                .param("advancedPractice", practitioner.advancedPractice())
                .param("origin", practitioner.origin().code())
                .update();
    }

    @Transactional
    public void addAll(Collection<Practitioner> practitioners) {
        practitioners.forEach(this::add);
    }

    @Transactional
    public void addRoles(Collection<PractitionerRole> roles) {
        for (PractitionerRole role : roles) {
            jdbc.sql(ADD_ROLE)
                    .param("id", role.id())
                    .param("practitionerId", role.practitionerId())
                    .param("siteId", role.siteId())
                    .param("acceptsNewPatients", role.acceptsNewPatients())
                    .param("acceptsRegistrations", role.acceptsRegistrations())
                    .param("position", role.position())
                    .update();
        }
    }

    static Practitioner practitioner(ResultSet row, int number) throws SQLException {
        return new Practitioner(
                row.getObject("id", UUID.class),
                row.getString("rpps"),
                row.getString("family_name"),
                row.getString("given_name"),
                Gender.of(row.getString("gender")),
                row.getString("profession"),
                row.getString("specialty"),
                List.of((String[]) row.getArray("languages").getArray()),
                row.getBoolean("advanced_practice"),
                Provenance.of(row.getString("origin")));
    }

    private static PractitionerRole role(ResultSet row, int number) throws SQLException {
        return new PractitionerRole(
                row.getObject("role_id", UUID.class),
                row.getObject("practitioner_id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getBoolean("accepts_new_patients"),
                row.getBoolean("accepts_registrations"),
                row.getInt("position"));
    }
}
