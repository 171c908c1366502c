package fr.quartdheure.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where practitioners work, by the national number that other software knows them by. Thread-safe. */
@Repository
public class Practices {

    private static final String LIST_BY_RPPS = """
            select p.id, p.rpps, p.family_name, p.given_name, p.gender, p.profession, p.specialty, p.languages,
              p.advanced_practice, p.origin, r.id as role_id,
              row_number() over (partition by p.id order by r.position, r.id) as rank,
              s.id as site_id, s.name as site_name, s.finess as site_finess, s.address_line, s.postal_code,
              s.commune_code, s.city, s.phone as site_phone,
              o.name as runner_name, o.finess as runner_finess, o.siret as runner_siret, o.phone as runner_phone
            from directory.practitioner p
            join directory.practitioner_role r on r.practitioner_id = p.id
            join directory.site s on s.id = r.site_id
            join directory.organization o on o.id = s.organization_id
            where p.rpps = any (:rpps::text[])
            order by p.rpps, rank
            """;

    private final JdbcClient jdbc;

    Practices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every place of these practitioners; whoever is unknown is not in it. */
    public List<Practice> listByRpps(Collection<String> rpps) {
        return jdbc.sql(LIST_BY_RPPS)
                .param("rpps", rpps.toArray(String[]::new))
                .query(Practices::practice)
                .list();
    }

    private static Practice practice(ResultSet row, int number) throws SQLException {
        return new Practice(
                row.getObject("role_id", UUID.class),
                row.getInt("rank"),
                Practitioners.practitioner(row, number),
                place(row),
                new Practice.Runner(
                        row.getString("runner_name"),
                        row.getString("runner_finess"),
                        row.getString("runner_siret"),
                        row.getString("runner_phone")));
    }

    private static Practice.Place place(ResultSet row) throws SQLException {
        return new Practice.Place(
                row.getObject("site_id", UUID.class),
                row.getString("site_name"),
                row.getString("site_finess"),
                new Address(
                        row.getString("address_line"),
                        row.getString("postal_code"),
                        row.getString("commune_code"),
                        row.getString("city")),
                row.getString("site_phone"));
    }
}
