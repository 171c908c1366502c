package fr.quartdheure.guard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A module reads and writes its own schema only, besides published views and the plumbing of {@code database}. */
class SchemaOwnershipTest {

    /** Constant → why it may touch another module's schema. */
    private static final Map<String, String> ALLOWED = Map.of();

    private static final Pattern QUALIFIED = Pattern.compile("\\b([a-z_]+)\\.([a-z_0-9]+)\\b");
    private static final String OBJECTS = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'v', 'm', 'p', 'S', 'f')
              and n.nspname not in ('public', 'pg_catalog', 'information_schema')
            union
            select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname not in ('public', 'pg_catalog', 'information_schema')
            """;

    @Test
    void every_statement_stays_in_its_module() throws SQLException {
        Set<String> objects = objects();
        var strangers = new ArrayList<String>();
        for (SqlConstant constant : SqlConstant.all()) {
            if (!ALLOWED.containsKey(constant.toString())) {
                foreign(constant, objects).forEach(object -> strangers.add(constant + " uses " + object));
            }
        }
        assertThat(strangers)
                .as("use the module's API, a published_… view or a list of ids")
                .isEmpty();
    }

    /** An alias is not mistaken for a schema: only what the database really holds counts. */
    private static List<String> foreign(SqlConstant constant, Set<String> objects) {
        return QUALIFIED
                .matcher(constant.sql())
                .results()
                .filter(found -> objects.contains(found.group()))
                .filter(found -> !mayUse(constant.module(), found.group(1), found.group(2)))
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private static boolean mayUse(String module, String schema, String object) {
        return schema.equals(module) || schema.equals("database") || object.startsWith("published_");
    }

    private static Set<String> objects() throws SQLException {
        var objects = new HashSet<String>();
        try (var connection = TestDatabase.fresh().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(OBJECTS)) {
            while (rows.next()) {
                objects.add(rows.getString(1));
            }
        }
        assertThat(objects).contains("scheduling.slot", "database.plain");
        return objects;
    }
}
