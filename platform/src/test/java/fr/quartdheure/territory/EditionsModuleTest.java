package fr.quartdheure.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Communes;
import fr.quartdheure.geo.Place;
import fr.quartdheure.geo.Places;
import fr.quartdheure.support.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EditionsModuleTest {

    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Editions editions = new Editions(jdbc);

    @Test
    void everyChangeThatMattersMakesAnEdition() {
        long before = editions.current();
        assertThat(editions.current()).isEqualTo(before);
        var perpignan = new Commune("66136", "Perpignan", List.of("66000"), 119656, 42.697, 2.899, null, false);
        Communes.on(jdbc).saveAll(List.of(perpignan));
        long settled = grown(before);
        Places.on(jdbc).register(new Place(UUID.randomUUID(), "66136", new Position(42.7, 2.9)));
        long placed = grown(settled);
        new OfficialApls(jdbc, Clock.systemUTC())
                .saveAll(List.of(new OfficialApl("66136", 2023, 4.8, null, null, null, "DREES")));
        long told = grown(placed);
        jdbc.sql("insert into directory.organization (name, kind, origin) values ('Ville', 'municipality', 'local')")
                .update();
        assertThat(editions.current()).as("an organisation changes no figure").isEqualTo(told);
        jdbc.sql("""
                insert into directory.site (organization_id, name, kind, commune_code, city, lat, lon, origin)
                select id, 'Centre', 'health-centre', '66136', 'Perpignan', 42.7, 2.9, 'local' from directory.organization
                """).update();
        grown(told);
    }

    @Test
    void aTransactionOfManyStatementsMakesOneEditionPerModule() {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        long before = editions.current();
        transaction.executeWithoutResult(status -> {
            for (int n = 0; n < 5; n++) {
                jdbc.sql("insert into geo.epci (code, name) values (?, 'CC')")
                        .param("20006794" + n)
                        .update();
            }
        });
        assertThat(editions.current()).isEqualTo(before + 1);
    }

    private long grown(long before) {
        long now = editions.current();
        assertThat(now).isGreaterThan(before);
        return now;
    }
}
