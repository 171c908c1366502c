package fr.quartdheure.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The CPTS: which sites belong to each, and the communes it chose as its territory. Thread-safe. */
@Repository
public class Communities {

    private static final String SITES_OF = """
            select site_id from directory.cpts_site where cpts_id = :id order by site_id
            """;
    private static final String COMMUNES_OF = """
            select commune_code from directory.cpts_commune where cpts_id = :id order by commune_code
            """;
    private static final String OF_SITE = """
            select cpts_id from directory.cpts_site where site_id = :id order by cpts_id
            """;
    private static final String ADD_SITES = """
            insert into directory.cpts_site (cpts_id, site_id)
            select :id, unnest(:sites::text[]::uuid[]) on conflict do nothing
            """;
    private static final String ADD_COMMUNES = """
            insert into directory.cpts_commune (cpts_id, commune_code)
            select :id, unnest(:communes::text[]) on conflict do nothing
            """;
    private static final String REMOVE_SITE = """
            delete from directory.cpts_site where cpts_id = :id and site_id = :site
            """;
    private static final String REMOVE_COMMUNE = """
            delete from directory.cpts_commune where cpts_id = :id and commune_code = :commune
            """;
    private static final String ALSO_CHOSEN = """
            select other.commune_code, other.cpts_id
            from directory.cpts_commune mine
            join directory.cpts_commune other
              on other.commune_code = mine.commune_code and other.cpts_id <> mine.cpts_id
            where mine.cpts_id = :id order by other.cpts_id, other.commune_code
            """;

    private final JdbcClient jdbc;

    Communities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<UUID> sitesOf(UUID cptsId) {
        return jdbc.sql(SITES_OF).param("id", cptsId).query(UUID.class).list();
    }

    public List<String> communesOf(UUID cptsId) {
        return jdbc.sql(COMMUNES_OF).param("id", cptsId).query(String.class).list();
    }

    /** The CPTS that a site belongs to. */
    public List<UUID> ofSite(UUID siteId) {
        return jdbc.sql(OF_SITE).param("id", siteId).query(UUID.class).list();
    }

    /** The communes that another CPTS chose too, by the other one. */
    public Map<UUID, List<String>> alsoChosen(UUID cptsId) {
        Map<UUID, List<String>> byOther = new LinkedHashMap<>();
        jdbc.sql(ALSO_CHOSEN).param("id", cptsId).query(row -> {
            byOther.computeIfAbsent(row.getObject("cpts_id", UUID.class), id -> new ArrayList<>())
                    .add(row.getString("commune_code"));
        });
        return byOther;
    }

    public void removeSite(UUID cptsId, UUID siteId) {
        jdbc.sql(REMOVE_SITE).param("id", cptsId).param("site", siteId).update();
    }

    public void removeCommune(UUID cptsId, String code) {
        jdbc.sql(REMOVE_COMMUNE).param("id", cptsId).param("commune", code).update();
    }

    @Transactional
    public void add(UUID cptsId, Collection<UUID> sites, Collection<String> communes) {
        jdbc.sql(ADD_SITES).param("id", cptsId).param("sites", Ids.array(sites)).update();
        jdbc.sql(ADD_COMMUNES)
                .param("id", cptsId)
                .param("communes", communes.toArray(String[]::new))
                .update();
    }
}
