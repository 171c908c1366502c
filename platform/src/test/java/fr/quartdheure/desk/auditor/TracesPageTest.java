package fr.quartdheure.desk.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever answers for accesses finds them by person, by who did it, by act and by day, of her organisation alone. */
class TracesPageTest extends RunningPlatform {

    private static final String KNOWN = """
            select p.id from patient.patient p join patient.known_at k on k.patient_id = p.id
            join directory.site s on s.organization_id = k.organization_id and s.name like %s
            where (select count(*) from patient.known_at o where o.patient_id = p.id) = 1 order by p.id limit 1
            """;

    @Test
    void oneReadingIsFoundByItsPersonAndNamesHer() {
        UUID person = person("'%Jeanne Danjou%'");
        Browser secretary = signedIn("nathalie.bosch");
        assertThat(secretary.get("/secretary/patients/" + person).statusCode()).isIn(200, 404);
        write(person, "nathalie.bosch", "read", "essai");
        Browser auditor = signedIn("irene.salvat");
        String found = auditor.get("/admin/traces?person=" + person).body();
        assertThat(found).contains("Nathalie Bosch").contains("essai").contains("Lecture");
        assertThat(found).contains(name(person));
        assertThat(jdbc.sql("select count(*) from audit.trace where act = 'read-traces' and :id = any (subject_ids)")
                        .param("id", person)
                        .query(Integer.class)
                        .single())
                .as("looking leaves a trace")
                .isPositive();
        assertThat(auditor.get("/admin/traces.csv?person=" + person).body())
                .startsWith("trace,at,account,name,role,organization,act,kind,subjects,reason,address")
                .contains("Nathalie Bosch")
                .contains(person.toString());
    }

    @Test
    void filtersNarrowAndPagesGoOn() {
        UUID person = person("'%Jeanne Danjou%'");
        for (int time = 0; time < 60; time++) {
            write(person, "karim.belhadj", "print", "page " + time);
        }
        Browser auditor = signedIn("irene.salvat");
        String first = auditor.get("/admin/traces?act=print&person=" + person).body();
        assertThat(first).contains("page 59").doesNotContain("page 0<").contains("rel=\"next\"");
        String next =
                first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(auditor.get(next).body()).contains("page 0<").doesNotContain("rel=\"next\"");
        assertThat(auditor.get("/admin/traces?act=book&person=" + person).body())
                .doesNotContain("page 59");
        LocalDate before = LocalDate.now(java.time.ZoneOffset.UTC).minusDays(3);
        assertThat(auditor.get("/admin/traces?person=" + person + "&from=" + before + "&to=" + before)
                        .body())
                .contains("Aucun accès");
        assertThat(auditor.get("/admin/traces?person=" + person + "&from=hier").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoReadsManyMoreThanUsualIsTold() {
        for (int day = 0; day <= 4; day++) {
            read("montserrat.vila", day, day == 0 ? 90 : 10);
            read("claire.soler", day, day == 0 ? 90 : 40);
        }
        read("karim.belhadj", 0, 90);
        assertThat(signedIn("irene.salvat").get("/admin/traces").body())
                .contains("Montserrat Vila a lu aujourd’hui les données de 90 personnes, bien plus que d’habitude (10)")
                .as("not twice as many as usual, and who has no usual yet")
                .doesNotContain("Claire Soler a lu", "Karim Belhadj a lu");
    }

    @Test
    void othersSeeNothingOfIt() {
        UUID elsewhere = person("'%Céret%'");
        write(elsewhere, "montserrat.vila", "read", "ailleurs", UUID.randomUUID());
        Browser auditor = signedIn("irene.salvat");
        assertThat(auditor.get("/admin/traces").body()).doesNotContain("ailleurs");
        String asked = auditor.get("/admin/traces?person=" + elsewhere).body();
        assertThat(asked).contains("Personne de ce nom").doesNotContain("ailleurs");
        String typed = URLEncoder.encode(name(elsewhere), StandardCharsets.UTF_8);
        assertThat(auditor.get("/admin/traces?who=" + typed).body()).doesNotContain("ailleurs");
        for (String login : List.of("olivier.martinez", "nathalie.bosch", "claire.soler")) {
            assertThat(signedIn(login).get("/admin/traces").statusCode())
                    .as(login)
                    .isEqualTo(404);
        }
        assertThat(auditor.get("/admin").statusCode()).isEqualTo(404);
    }

    private void read(String login, int daysAgo, int people) {
        jdbc.sql("""
                insert into audit.trace (at, account_id, role, organization_id, act, subject_kind, subject_ids)
                select now() - make_interval(days => :ago), a.id, 'secretary', s.organization_id, 'read', 'patient',
                  array(select gen_random_uuid() from generate_series(1, :people))
                from account.account a, directory.site s
                where a.login = :login and s.name like '%Jeanne Danjou%'
                """)
                .param("ago", daysAgo)
                .param("people", people)
                .param("login", login)
                .update();
    }

    private UUID person(String site) {
        return jdbc.sql(KNOWN.formatted(site)).query(UUID.class).single();
    }

    private String name(UUID person) {
        return jdbc.sql("select birth_name from patient.patient where id = :id")
                .param("id", person)
                .query(String.class)
                .single();
    }

    private void write(UUID person, String login, String act, String reason) {
        UUID organization = jdbc.sql(
                        "select organization_id from directory.site where name like '%Jeanne Danjou%' limit 1")
                .query(UUID.class)
                .single();
        write(person, login, act, reason, organization);
    }

    private void write(UUID person, String login, String act, String reason, UUID organization) {
        jdbc.sql("""
                insert into audit.trace (account_id, role, organization_id, act, subject_kind, subject_ids, reason)
                select id, 'secretary', :organization, :act, 'patient', array[:person::uuid], :reason
                from account.account where login = :login
                """)
                .param("organization", organization)
                .param("act", act)
                .param("person", person)
                .param("reason", reason)
                .param("login", login)
                .update();
    }

    private Browser signedIn(String login) {
        Browser browser = browser();
        browser.signIn(login, Accounts.DEMONSTRATION_PASSWORD);
        return browser;
    }
}
