package fr.quartdheure.guard;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** One linear sequence of migrations, each in the schema of its module. */
class MigrationTest {

    private static final String IN_PUBLIC = """
            select 'relation ' || c.relname from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'S', 'p')
              and c.relname <> 'schema_history'
              and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            union all
            select 'function ' || p.proname from pg_proc p
            where p.pronamespace = 'public'::regnamespace
              and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
            union all
            select 'type ' || t.typname from pg_type t
            where t.typnamespace = 'public'::regnamespace and t.typname not in ('schema_history', '_schema_history')
              and not exists (select from pg_depend d where d.objid = t.oid and d.deptype in ('e', 'i'))
            """;

    @Test
    void versions_follow_each_other_and_name_their_module() {
        List<String> names = House.files(House.RESOURCES.resolve("db/migration"), "").stream()
                .filter(file -> file.toFile().isFile())
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
        assertThat(names).allMatch(name -> name.matches("V\\d{3}__[a-z0-9]+(_[a-z0-9]+)*\\.sql"));
        assertThat(names.stream().map(name -> name.substring(0, 4)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, names.size())
                        .mapToObj("V%03d"::formatted)
                        .toList());
    }

    @Test
    void an_empty_database_is_migrated_once() throws SQLException {
        String name = "migration_" + ProcessHandle.current().pid();
        try (var connection = TestDatabase.source("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        var flyway = Flyway.configure()
                .dataSource(TestDatabase.source(name))
                .table("schema_history")
                .load();
        assertThat(flyway.migrate().migrationsExecuted).isPositive();
        assertThat(flyway.migrate().migrationsExecuted).isZero();
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    }

    @Test
    void the_public_schema_holds_extensions_only() throws SQLException {
        var strangers = new ArrayList<String>();
        try (var connection = TestDatabase.fresh().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(IN_PUBLIC)) {
            while (rows.next()) {
                strangers.add(rows.getString(1));
            }
        }
        assertThat(strangers).isEmpty();
    }
}
