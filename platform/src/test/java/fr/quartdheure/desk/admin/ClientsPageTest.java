package fr.quartdheure.desk.admin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.client.ClientPlatform;
import fr.quartdheure.client.Clients;
import fr.quartdheure.support.Browser;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An administrator lets other software in, and shows it out. */
class ClientsPageTest extends ClientPlatform {

    private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*value=\"([A-Za-z0-9_-]{43})\"");
    private static final Pattern ID = Pattern.compile("<code>([0-9a-f-]{36})</code>");

    @Test
    void theSecretIsShownOnceAndWorks() {
        var admin = administrator();
        String name = "Agenda du centre " + UUID.randomUUID();
        var created = admin.post("/admin/clients", form(name));
        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(created.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var client = new Clients.Issued(UUID.fromString(first(ID, created.body())), first(SECRET, created.body()));
        assertThat(askToken(form(client)).statusCode()).isEqualTo(200);
        assertThat(admin.get("/admin/clients/" + client.clientId()).body())
                .contains(name)
                .doesNotContain(client.secret());
        assertThat(admin.get("/admin/clients").body()).contains(name);
        assertThat(traces("create", client.clientId())).isEqualTo(1);
    }

    @Test
    void aFormThatIsNotWholeSaysWhatIsMissing() {
        var admin = administrator();
        var form = new HashMap<>(form("Un logiciel " + UUID.randomUUID()));
        form.put("name", " ");
        assertThat(admin.post("/admin/clients", form).body()).contains("name-error");
        form.put("name", "Un logiciel " + UUID.randomUUID());
        form.put("organization", UUID.randomUUID().toString());
        assertThat(admin.post("/admin/clients", form).body()).contains("organization-error");
        form.put("organization", organization().toString());
        form.remove("scope");
        assertThat(admin.post("/admin/clients", form).body()).contains("scopes-error");
        form.put("scope", "system/*.cruds");
        var refused = admin.post("/admin/clients", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        form.put("scope", "system/Appointment.r");
        assertThat(admin.post("/admin/clients", form).statusCode()).isEqualTo(200);
        assertThat(admin.post("/admin/clients", form).body()).as("again").contains("name-error");
    }

    @Test
    void itIsDisabledEnabledAndGivenAnotherSecret() {
        var admin = administrator();
        var client = registered(organization(), EVERYTHING);
        String path = "/admin/clients/" + client.clientId();
        admin.get(path);
        assertThat(admin.post(path + "/disable", Map.of()).statusCode()).isEqualTo(303);
        assertThat(askToken(form(client)).statusCode()).isEqualTo(401);
        assertThat(admin.post(path + "/enable", Map.of()).statusCode()).isEqualTo(303);
        assertThat(askToken(form(client)).statusCode()).isEqualTo(200);
        var rotated = admin.post(path + "/secret", Map.of("overlap", "0"));
        assertThat(askToken(form(client)).statusCode()).isEqualTo(401);
        var renewed = new Clients.Issued(client.clientId(), first(SECRET, rotated.body()));
        assertThat(askToken(form(renewed)).statusCode()).isEqualTo(200);
        assertThat(admin.post(path + "/secret", Map.of("overlap", "25")).statusCode())
                .isEqualTo(422);
        assertThat(admin.post(path + "/scopes", Map.of("scope", "system/Appointment.s"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(json(askToken(form(renewed))).path("scope").asString()).isEqualTo("system/Appointment.s");
        for (String act : new String[] {"disable", "enable", "rotate", "change"}) {
            assertThat(traces(act, client.clientId())).as(act).isEqualTo(1);
        }
    }

    @Test
    void nobodyElseSeesThem() {
        var secretary = browser();
        secretary.signIn("nathalie.bosch", "quinze-minutes-a-pied");
        assertThat(secretary.get("/admin/clients").statusCode()).isEqualTo(404);
        assertThat(browser().get("/admin/clients").headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/login"));
        assertThat(administrator().get("/admin/clients/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    private Browser administrator() {
        var admin = browser();
        admin.signIn("olivier.martinez", "quinze-minutes-a-pied");
        admin.get("/admin/clients");
        return admin;
    }

    private Map<String, String> form(String name) {
        return Map.of("name", name, "organization", organization().toString(), "scope", "system/Appointment.rs");
    }

    private int traces(String act, UUID client) {
        return jdbc.sql("""
                        select count(*) from audit.trace
                        where act = :act and subject_kind = 'client' and subject_ids = array[:client::uuid]
                          and role = 'administrator'
                        """)
                .param("act", act)
                .param("client", client)
                .query(Integer.class)
                .single();
    }

    private static String first(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }
}
