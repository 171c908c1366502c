package fr.quartdheure.cpts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The community as its coordinator, its members' secretaries and the planner see it. */
class CptsPageTest extends RunningPlatform {

    private static final String SHARED = """
            select s.id from scheduling.slot s join scheduling.rule_offered_to o on o.rule_id = s.rule_id
            join directory.site d on d.id = s.site_id
            where s.free and s.start_at > now() and d.name like 'Centre médical municipal%'
            order by s.start_at limit 1
            """;

    @Test
    void theCoordinatorChoosesTheTerritoryInvitesAndWritesMissions() {
        String base = "/steering/cpts/" + cpts();
        Browser coordinator = signedIn("helene.puig");
        assertThat(coordinator.get(base).body()).contains("Perpignan", "Taille 3", "Plages communes du matin");
        assertThat(location(coordinator.post(base + "/communes", Map.of("codes", "66058; 66002\n00000"))))
                .contains("said=unknown")
                .contains("00000");
        assertThat(location(coordinator.post(base + "/communes", Map.of("codes", "rien"))))
                .endsWith("said=no-code");
        assertThat(location(coordinator.post(base + "/communes/66058/remove", Map.of())))
                .endsWith("said=removed");
        assertThat(location(coordinator.post(base + "/territory", Map.of("codes", "66136 66002 00000"))))
                .contains("said=unknown", "00000");
        assertThat(coordinator.get(base).body()).contains("data-chosen=\"66002,66136\"");
        assertThat(location(coordinator.post(base + "/territory", Map.of("codes", ""))))
                .contains("said=no-code");
        assertThat(coordinator.get(base).body()).contains("data-chosen=\"66002,66136\"");
        assertThat(location(coordinator.post(base + "/invite", Map.of("site", site("%Elne%")))))
                .endsWith("said=invited");
        assertThat(location(coordinator.post(base + "/invite", Map.of("site", site("%Elne%")))))
                .endsWith("said=already");
        assertThat(location(coordinator.post(base + "/missions", Map.of("title", " ", "kind", "crisis"))))
                .endsWith("said=mission-title");
        assertThat(location(coordinator.post(
                        base + "/missions", Map.of("title", "Canicule", "kind", "crisis", "starts", "2026-06-01"))))
                .endsWith("said=mission");
        assertThat(coordinator.get(base).body()).contains("Canicule", "invité", "depuis le 1 juin 2026");
        String invited = jdbc.sql("select id from cpts.membership where state = 'invited'")
                .query(String.class)
                .single();
        assertThat(coordinator
                        .post(base + "/members/" + invited + "/accept", Map.of())
                        .statusCode())
                .as("the site answers for itself")
                .isEqualTo(404);
        Browser administrator = signedIn("olivier.martinez");
        administrator.get(base);
        assertThat(location(administrator.post(base + "/members/" + invited + "/accept", Map.of())))
                .endsWith("said=joined");
    }

    @Test
    void aPlannerReadsAndChangesNothing() {
        String base = "/steering/cpts/" + cpts();
        Browser planner = signedIn("claire.soler");
        assertThat(planner.get(base).body()).contains("Taille").doesNotContain("Inviter un lieu");
        assertThat(planner.post(base + "/territory", Map.of("codes", "66002")).statusCode())
                .isEqualTo(404);
        assertThat(planner.post(base + "/communes", Map.of("codes", "66002")).statusCode())
                .isEqualTo(404);
        assertThat(planner.post("/steering/cpts", Map.of("name", "À moi")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aMembersSecretarySeesAndFillsWhatIsSharedAndAStrangerDoesNot() {
        String slot = jdbc.sql(SHARED).query(String.class).single();
        String danjou = site("%Jeanne Danjou%");
        Browser member = signedIn("nathalie.bosch");
        assertThat(member.get("/secretary/community?place=Cabestany").body())
                .contains("CPTS fictive de la Têt au littoral", "Où habite l’appelant");
        assertThat(member.get("/secretary/slots/" + slot + "?at=" + danjou).statusCode())
                .isEqualTo(200);
        Browser stranger = signedIn("montserrat.vila");
        assertThat(stranger.get("/secretary/community").body()).doesNotContain("Têt au littoral");
        assertThat(stranger.get("/secretary/slots/" + slot + "?at=" + site("%de Céret%"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser().get("/secretary/community").statusCode()).isEqualTo(302);
    }

    private Browser signedIn(String login) {
        Browser browser = browser();
        browser.signIn(login, Accounts.DEMONSTRATION_PASSWORD);
        browser.get("/");
        return browser;
    }

    private UUID cpts() {
        return jdbc.sql("select id from directory.organization where name like 'CPTS fictive%'")
                .query(UUID.class)
                .single();
    }

    private String site(String name) {
        return jdbc.sql("select id from directory.site where name like :name order by name limit 1")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
