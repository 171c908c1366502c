package fr.quartdheure.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the request to the signed declaration, as the inhabitant, the secretary and the doctor see it. */
class RegistrationPageTest extends RunningPlatform {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Turns turns;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Panels panels;

    @Test
    void thePublicReadsTheRulesAndALengthOnlyWhereItIsNobodysSecret() {
        Browser visitor = browser();
        assertThat(visitor.get("/medecin-traitant").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/registration"));
        String near = visitor.get("/registration?commune=66136-est").body();
        assertThat(near)
                .contains("MSP Jeanne Danjou", "personnes attendent", "D’abord, dans l’ordre des demandes")
                .contains("Il n’y a ni note ni passe-droit");
        assertThat(visitor.get("/registration?place=zzzzqq").statusCode()).isEqualTo(422);
        assertThat(visitor.get("/registration?commune=66124").body()).contains("Aucune liste ouverte");
        assertThat(visitor.get("/registration/ask?commune=66136-est").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("none=true"));
        assertThat(visitor.get("/registration?commune=66136-est&none=true").body())
                .contains("Cochez au moins un lieu");
    }

    @Test
    void somebodyAsksIsOfferedAPlaceAndBothSign() {
        UUID danjou = site("%Jeanne Danjou%");
        Browser patient = browser();
        String ask = "/registration/ask?commune=66136-est&site=" + danjou;
        assertThat(patient.get(ask).body()).contains("MSP Jeanne Danjou");
        var refused = patient.post("/registration/ask", Map.of("commune", "66136-est", "site", danjou.toString()));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"#birthName\"");
        assertThat(patient.post("/registration/ask", person(danjou, "01/02/2018"))
                        .body())
                .contains("un parent fait la demande");

        patient.get(ask);
        String code = location(patient.post("/registration/ask", person(danjou, "01/02/1980")));
        patient.get(code);
        assertThat(location(patient.post(code, Map.of("code", lastCode())))).endsWith("said=asked");
        String mine = patient.get("/registration/mine?said=asked").body();
        assertThat(mine).contains("vous êtes sur la liste", "Rang ", "Vidal");
        UUID request = one("select id from registration.request where origin = 'public' and state = 'waiting'");

        Browser secretary = browser();
        secretary.signIn("nathalie.bosch", Accounts.DEMONSTRATION_PASSWORD);
        String base = "/secretary/sites/" + danjou + "/registrations";
        assertThat(secretary.get(base).body()).contains("Vidal", "Ouvrir");
        openUntilHers(secretary, base, danjou, request);
        String offered = patient.get("/registration/mine").body();
        assertThat(offered).contains("peut vous prendre");
        assertThat(location(patient.post("/registration/mine/offer", Map.of()))).endsWith("said=taken");
        assertThat(patient.get("/registration/mine").body()).contains("vous prend comme patient");
        assertThat(patient.get("/registration/mine/declaration").body())
                .contains("Brouillon préparatoire", "Vidal", "fait foi");

        UUID registration = one("select id from registration.registration where request_id = '" + request + "'");
        assertThat(secretary.get(base).body()).contains("Déclarations à signer");
        assertThat(secretary.get(base + "/" + registration + "/declaration").body())
                .contains("Brouillon préparatoire");
        assertThat(location(secretary.post(
                        base + "/" + registration + "/sign",
                        Map.of("patient", "2020-01-02", "practitioner", "2999-01-01"))))
                .contains("future");
        assertThat(location(secretary.post(
                        base + "/" + registration + "/sign",
                        Map.of("patient", "2020-01-02", "practitioner", "2020-01-02"))))
                .contains("declared");
        assertThat(patient.get("/registration/mine").body()).contains("Déclaration signée des deux");
    }

    /** One place after the other, each declined by whoever is before her. */
    private void openUntilHers(Browser secretary, String base, UUID site, UUID request) {
        Panel panel = panels.listOfSite(site).getFirst();
        int before = turns.listOfRequest(request).getFirst().position();
        secretary.get(base);
        assertThat(location(secretary.post(
                        base + "/open",
                        Map.of("practitioner", panel.practitionerId().toString(), "count", "" + before))))
                .contains("opened");
    }

    @Test
    void theSecretaryPutsACallerOnTheListAndKeepsTheRules() {
        UUID danjou = site("%Jeanne Danjou%");
        String base = "/secretary/sites/" + danjou + "/registrations";
        Browser secretary = browser();
        secretary.signIn("nathalie.bosch", Accounts.DEMONSTRATION_PASSWORD);
        String found = secretary.get(base + "/new?q=pons").body();
        var id = java.util.regex.Pattern.compile("patient=([0-9a-f-]{36})").matcher(found);
        assertThat(id.find()).isTrue();
        String patient = id.group(1);
        secretary.get(base + "/new?patient=" + patient);
        assertThat(secretary.post(base + "/new", Map.of("patient", patient)).body())
                .contains("Choisissez la commune");
        assertThat(location(secretary.post(base + "/new", Map.of("patient", patient, "place", "Cabestany"))))
                .endsWith("said=joined");
        secretary.get(base + "/rules");
        var wrong = secretary.post(base + "/rules", Map.of("days", "99", "months", "6", "within", "30"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#days\"", "de 1 à 30");
        assertThat(secretary.get(base + "/figures").body()).contains("<svg", "Les douze derniers mois");
        assertThat(secretary.get(base + "/figures.csv").body()).startsWith("month,came,taken,gone,net,waiting");
    }

    @Test
    void theDoctorSeesHerListAndStrangersSeeNone() {
        UUID danjou = site("%Jeanne Danjou%");
        Panel panel = panels.listOfSite(danjou).getLast();
        Browser doctor = browser();
        doctor.signIn(
                jdbc.sql("select login from account.account where practitioner_id = :id")
                        .param("id", panel.practitionerId())
                        .query(String.class)
                        .single(),
                Accounts.DEMONSTRATION_PASSWORD);
        assertThat(doctor.get("/practitioner/registrations").body()).contains("souhaités", "Ouvrir");
        assertThat(location(doctor.post("/practitioner/registrations/" + danjou + "/open", Map.of("count", "1"))))
                .contains("opened");
        assertThat(browser()
                        .get("/secretary/sites/" + danjou + "/registrations")
                        .statusCode())
                .isEqualTo(302);
        Browser elsewhere = browser();
        elsewhere.signIn("montserrat.vila", Accounts.DEMONSTRATION_PASSWORD);
        assertThat(elsewhere
                        .get("/secretary/sites/" + danjou + "/registrations")
                        .statusCode())
                .isEqualTo(404);
        assertThat(elsewhere
                        .post(
                                "/secretary/sites/" + danjou + "/registrations/open",
                                Map.of("practitioner", panel.practitionerId().toString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser().get("/registration/mine").body()).contains("Ouvrez le lien");
    }

    private static Map<String, String> person(UUID site, String born) {
        var fields = new HashMap<String, String>(Map.of(
                "commune", "66136-est",
                "site", site.toString(),
                "who", "self",
                "birthName", "Vidal",
                "firstNames", "Claire",
                "birthDate", born,
                "sex", "female",
                "channel", "email",
                "email", "claire.demande@example.org",
                "informed", "true"));
        fields.put("said", "doctor-left");
        return fields;
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private String lastCode() {
        return jdbc.sql("select code from notice.message where code is not null order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private UUID site(String name) {
        return one("select id from directory.site where name like '" + name + "'");
    }

    private UUID one(String sql) {
        return jdbc.sql(sql).query(UUID.class).single();
    }
}
