package fr.quartdheure.desk.regulator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import fr.quartdheure.time.Paris;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the national platform to the appointment of a caller, over HTTP and without any script. */
class RegulatorPageTest extends RunningPlatform {

    private static final String REGULATOR = "agathe.serra@example.org";
    private static final String RPPS = "99903000000";

    @Test
    void withoutASessionTheAddressLeadsToTheLoginPageAndThenBack() {
        String address = agenda(slot()) + "&origin=sas-preprod";
        Browser browser = browser();
        var asked = browser.get(address);
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(location(asked).getPath()).isEqualTo("/login");
        var signedIn = browser.signIn(REGULATOR, Accounts.DEMONSTRATION_PASSWORD);
        assertThat(location(signedIn).toString()).endsWith(address);
        assertThat(browser.get(address).body()).contains("Dr Chloé Essai-Canigou", "Réserver cette heure");
    }

    @Test
    void itIsForRegulatorsOnlyAndForThemThereIsNothingElse() {
        Browser secretary = browser();
        secretary.signIn("nathalie.bosch", Accounts.DEMONSTRATION_PASSWORD);
        assertThat(secretary.get(agenda(slot())).statusCode()).isEqualTo(404);
        assertThat(regulator().get("/secretary").statusCode()).isEqualTo(404);
    }

    @Test
    void aCallerIsBookedOnceAndTheTimeIsGoneFromTheNextAnswer() {
        UUID slot = slot();
        Browser browser = regulator();
        assertThat(browser.get(agenda(slot)).body()).contains("name=\"birthName\"");
        var booked = browser.post("/regulator/agenda", caller(slot, "Estève"));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(303);
        assertThat(browser.get(location(booked).toString()).body()).contains("C’est réservé");
        assertThat(jdbc.sql("select status from scheduling.appointment where slot_id = :slot")
                        .param("slot", slot)
                        .query(String.class)
                        .single())
                .isEqualTo("booked");
        assertThat(shownToTheSas()).contains("\"Slot\"").doesNotContain(slot.toString());
        assertThat(browser.get(agenda(slot)).body()).contains("Cette heure n’est plus libre");
    }

    @Test
    void whoComesSecondKeepsWhatSheWroteAndLeavesNoRecord() {
        UUID slot = slot();
        Browser browser = regulator();
        browser.get(agenda(slot));
        browser.post("/regulator/agenda", caller(slot, "Première"));
        var second = browser.post("/regulator/agenda", caller(slot, "Seconde"));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("vient d’être prise", "value=\"Seconde\"", "<select id=\"slot\"");
        assertThat(jdbc.sql("select count(*) from patient.patient where birth_name = 'Seconde'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsNotUnderstoodIsSaidBesideItsField() {
        UUID slot = slot();
        Browser browser = regulator();
        browser.get(agenda(slot));
        var fields = caller(slot, "Estève");
        fields.put("birthDate", "hier");
        var refused = browser.post("/regulator/agenda", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("JJ/MM/AAAA, par exemple", "value=\"Estève\"");
    }

    @Test
    void whatRegulatorsAreNotShownTheyCannotBook() {
        UUID atHome = jdbc.sql("""
                        select s.id from scheduling.slot s join scheduling.availability_rule r on r.id = s.rule_id
                        where s.free and not r.online and r.shown_to = '{}' and s.start_at > now() limit 1
                        """).query(UUID.class).single();
        UUID hers = jdbc.sql("select practitioner_id from scheduling.slot where id = :id")
                .param("id", atHome)
                .query(UUID.class)
                .single();
        Browser browser = regulator();
        browser.get("/regulator/agenda");
        var fields = caller(atHome, "Estève");
        fields.put("practitioner", hers.toString());
        assertThat(browser.post("/regulator/agenda", fields).statusCode()).isEqualTo(404);
        assertThat(browser.get("/regulator/agenda?practitioner=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    private Browser regulator() {
        Browser browser = browser();
        browser.signIn(REGULATOR, Accounts.DEMONSTRATION_PASSWORD);
        return browser;
    }

    private String shownToTheSas() {
        var today = LocalDate.now(Paris.ZONE);
        return browser()
                .get("/fhir/sas/Slot?status=free&start=ge" + today + "&start=le" + today.plusDays(3)
                        + "&schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C8" + RPPS)
                .body();
    }

    private Map<String, String> caller(UUID slot, String name) {
        return new HashMap<>(Map.of(
                "practitioner", practitioner().toString(),
                "slot", slot.toString(),
                "birthName", name,
                "firstNames", "Léa",
                "birthDate", "07/03/1958",
                "sex", "female",
                "reason", "consultation"));
    }

    private String agenda(UUID slot) {
        return "/regulator/agenda?practitioner=" + practitioner() + "&slot=" + slot;
    }

    private UUID practitioner() {
        return jdbc.sql("select id from directory.practitioner where rpps = :rpps")
                .param("rpps", RPPS)
                .query(UUID.class)
                .single();
    }

    /** A free one of an open window. */
    private UUID slot() {
        return jdbc.sql("""
                        select id from scheduling.slot where practitioner_id = :practitioner and free
                          and start_at > now() + interval '1 hour' and bookable_from <= now()
                        order by start_at limit 1
                        """)
                .param("practitioner", practitioner())
                .query(UUID.class)
                .single();
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }
}
