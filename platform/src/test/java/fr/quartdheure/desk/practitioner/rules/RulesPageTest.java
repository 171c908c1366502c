package fr.quartdheure.desk.practitioner.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may see and change which agenda, and what a change says of itself. */
class RulesPageTest extends RunningPlatform {

    private static final String AT = """
            select r.practitioner_id from directory.practitioner_role r join directory.site s on s.id = r.site_id
            where s.name like :name and not exists (
              select from directory.practitioner_role o join directory.site t on t.id = o.site_id
              where o.practitioner_id = r.practitioner_id and t.name not like :name)
            order by r.practitioner_id limit 1
            """;
    private static final String ROOM_TAKEN = """
            select r.site_id || '.' || r.room_id as place, r.weekday, r.starts, r.ends
            from scheduling.availability_rule r join directory.site s on s.id = r.site_id
            where s.name like '%Jeanne Danjou%' and r.room_id is not null and r.practitioner_id <> :other
            order by r.id limit 1
            """;

    private UUID at(String name) {
        return jdbc.sql(AT).param("name", name).query(UUID.class).single();
    }

    private Browser signedIn(String login) {
        Browser browser = browser();
        browser.signIn(login, Accounts.DEMONSTRATION_PASSWORD);
        return browser;
    }

    @Test
    void nobodySeesAnAgendaThatIsNotHers() {
        UUID danjou = at("%Jeanne Danjou%");
        UUID elsewhere = at("%Cabestany%");
        Browser secretary = signedIn("nathalie.bosch");
        assertThat(secretary.get("/secretary/rules/" + danjou).statusCode()).isEqualTo(200);
        assertThat(secretary.get("/secretary/rules/" + elsewhere).statusCode()).isEqualTo(404);
        assertThat(secretary
                        .get("/secretary/rules/" + elsewhere + "/preview?act=away&first=2030-01-01")
                        .statusCode())
                .isEqualTo(404);
        assertThat(secretary
                        .post("/secretary/rules/" + elsewhere + "/save", Map.of("edition", "0", "act", "away"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser().get("/secretary/rules/" + danjou).statusCode()).isEqualTo(302);
        assertThat(signedIn("claire.soler").get("/secretary/rules").statusCode())
                .isIn(403, 404);
    }

    @Test
    void aTakenRoomIsRefusedWithWhoAndWhatToDo() {
        UUID who = at("%Jeanne Danjou%");
        String question = jdbc.sql(ROOM_TAKEN)
                .param("other", who)
                .query((row, number) -> "/preview?act=add&on=2030-01-01&minutes=15&every=1&mode=on-site&kind=scheduled"
                        + "&shown=public&service=general-practice&place=" + row.getString("place") + "&weekday="
                        + row.getInt("weekday") + "&starts=" + row.getString("starts") + "&ends="
                        + row.getString("ends"))
                .single();
        String page = signedIn("nathalie.bosch")
                .get("/secretary/rules/" + who + question)
                .body();
        assertThat(page).contains("se chevauchent", "est déjà prise le", "Choisissez une autre heure");
        assertThat(page).doesNotContain("id=\"save\"");
    }

    @Test
    void anOldPageChangesNothingAndSaysSo() {
        UUID who = at("%Jeanne Danjou%");
        Browser secretary = signedIn("nathalie.bosch");
        var away = Map.of("act", "away", "first", "2031-05-05", "reason", "leave");
        String base = "/secretary/rules/" + who;
        String preview = secretary
                .get(base + "/preview?act=away&first=2031-05-05&reason=leave")
                .body();
        String edition = edition(preview);
        assertThat(preview).contains("Rien ne change dans les 60 prochains jours");
        var first = with(away, edition);
        assertThat(secretary.post(base + "/save", first).statusCode()).isEqualTo(303);
        assertThat(secretary.post(base + "/save", first).body()).contains("modifié ces heures entre-temps");
        assertThat(secretary.get(base + "?lang=en").body()).contains("Absences and closures", "Undo this change");
        String undo = secretary.get(base + "?lang=fr").body();
        var link = Pattern.compile("preview\\?act=undo&(?:amp;)?id=([0-9a-f-]{36})")
                .matcher(undo);
        assertThat(link.find()).isTrue();
        String again =
                secretary.get(base + "/preview?act=undo&id=" + link.group(1)).body();
        secretary.post(base + "/save", with(Map.of("act", "undo", "id", link.group(1)), edition(again)));
        assertThat(secretary.get(base).body()).contains("Aucune absence à venir");
    }

    @Test
    void aSiteClosesAndOpensAgain() {
        UUID site = jdbc.sql("select id from directory.site where name like '%Jeanne Danjou%'")
                .query(UUID.class)
                .single();
        Browser secretary = signedIn("nathalie.bosch");
        String base = "/secretary/closures/" + site;
        assertThat(secretary.get(base + "/preview?act=close&first=2031-05-05").body())
                .contains("Écrivez la raison");
        String preview = secretary
                .get(base + "/preview?act=close&first=2031-05-05&reason=Travaux")
                .body();
        var saved = secretary.post(
                base + "/save",
                with(Map.of("act", "close", "first", "2031-05-05", "reason", "Travaux"), edition(preview)));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(secretary.get(base).body()).contains("Travaux", "Annuler cette fermeture");
        var id = Pattern.compile("act=reopen&(?:amp;)?id=([0-9a-f-]{36})")
                .matcher(secretary.get(base).body());
        assertThat(id.find()).isTrue();
        String reopen =
                secretary.get(base + "/preview?act=reopen&id=" + id.group(1)).body();
        secretary.post(base + "/save", with(Map.of("act", "reopen", "id", id.group(1)), edition(reopen)));
        assertThat(secretary.get(base).body()).contains("Aucune fermeture à venir");
    }

    private static Map<String, String> with(Map<String, String> form, String edition) {
        var all = new java.util.HashMap<>(form);
        all.put("edition", edition);
        return all;
    }

    private static String edition(String page) {
        var found = Pattern.compile("name=\"edition\" value=\"(\\d+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
