package fr.quartdheure.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bodies that run sites. Thread-safe. */
@Repository
public class Organizations {

    private static final String BY_IDS = """
            select id, name, kind, finess, siret, phone, origin from directory.organization
            where id = any (:ids::text[]::uuid[])
            """;
    private static final String LIST = """
            select id, name, kind, finess, siret, phone, origin from directory.organization
            where origin <> 'import' order by name, id
            """;
    private static final String ADD = """
            insert into directory.organization (id, name, kind, finess, siret, phone, origin)
            values (:id, :name, :kind, :finess, :siret, :phone, :origin)
            """;

    private final JdbcClient jdbc;

    Organizations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Organization> find(UUID id) {
        return Optional.ofNullable(listByIds(List.of(id)).get(id));
    }

    public Map<UUID, Organization> listByIds(Collection<UUID> ids) {
        var byId = new HashMap<UUID, Organization>();
        jdbc.sql(BY_IDS)
                .param("ids", Ids.array(ids))
                .query(Organizations::organization)
                .list()
                .forEach(one -> byId.put(one.id(), one));
        return byId;
    }

    /** Those that work with this platform: imported ones are only known through their sites. */
    public List<Organization> list() {
        return jdbc.sql(LIST).query(Organizations::organization).list();
    }

    public void add(Organization organization) {
        jdbc.sql(ADD)
                .param("id", organization.id())
                .param("name", organization.name())
                .param("kind", organization.kind().code())
                .param("finess", organization.finess())
                .param("siret", organization.siret())
                .param("phone", organization.phone())
                .param("origin", organization.origin().code())
                .update();
    }

    @Transactional
    public void addAll(Collection<Organization> organizations) {
        organizations.forEach(this::add);
    }

    private static Organization organization(ResultSet row, int number) throws SQLException {
        return new Organization(
                row.getObject("id", UUID.class),
                row.getString("name"),
                OrganizationKind.of(row.getString("kind")),
                row.getString("finess"),
                row.getString("siret"),
                row.getString("phone"),
                Provenance.of(row.getString("origin")));
    }
}
