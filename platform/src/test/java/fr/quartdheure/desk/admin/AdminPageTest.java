package fr.quartdheure.desk.admin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.QuartdheureApplication;
import fr.quartdheure.account.AccountCreation;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.account.Grant;
import fr.quartdheure.account.Role;
import fr.quartdheure.factor.Factors;
import fr.quartdheure.intake.Importer;
import fr.quartdheure.support.TestDatabase;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator brings communes and structures in; inhabitants then look at a site. */
class AdminPageTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PASSWORD = "trois-mots-pour-essayer";

    /** Each signs her in once, without waiting for the next code of an app. */
    private static final Queue<String> CODES = new ArrayDeque<>();

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext context;

    @SuppressWarnings("NullAway.Init")
    private static String address;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @BeforeAll
    static void start() {
        var database = TestDatabase.fresh();
        context = SpringApplication.run(
                QuartdheureApplication.class,
                "--server.port=0",
                "--quartdheure.data=" + data,
                "--spring.datasource.url=" + database.getUrl(),
                "--spring.datasource.username=" + database.getUser(),
                "--spring.datasource.password=" + database.getPassword());
        address = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        var created = context.getBean(Accounts.class)
                .create("admin", "Administration", PASSWORD, null, List.of(new Grant(Role.ADMINISTRATOR, null, null)));
        UUID account = ((AccountCreation.Created) created).accountId();
        Factors factors = context.getBean(Factors.class);
        factors.setUp(account, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        CODES.addAll(factors.renewRecoveryCodes(account));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void anImportGoesFromTheFormToTheSite() throws Exception {
        signIn();
        upload("communes", "", "code,nom,cp,population,lat,lon\n66136,Perpignan,66000,119656,42.697,2.899\n");
        assertThat(awaitJob()).contains("communes.csv");
        upload("structures", "76", """
                finess,categ,raison_sociale,code_insee,lat,lon
                660012147,124,CDS DE LA LOGE,66136,42.6995,2.8938
                """);
        assertThat(awaitJob()).contains("structures.csv");
        String home = get("/admin").body();
        assertThat(home).doesNotContain("???").contains("structures.csv");
        var jdbc = context.getBean(JdbcClient.class);
        UUID site = jdbc.sql("select id from directory.site").query(UUID.class).single();
        var page = get("/sites/" + site);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("CDS DE LA LOGE", "66000 Perpignan", "FINESS");
        assertThat(get("/sites/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(get("/sites/nonsense").statusCode()).isEqualTo(404);
        assertThat(get("/practitioners/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void everyKindThatIsOfferedHasItsImporter() {
        assertThat(context.getBeansOfType(Importer.class).values())
                .extracting(Importer::kind)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ImportKind.values()).map(ImportKind::code).toList());
    }

    @Test
    void whoBringsFiguresIsToldThatTheyAreEstimates() throws Exception {
        signIn();
        upload("communes", "", "code,nom,cp,population,lat,lon\n66136,Perpignan,66000,119656,42.697,2.899\n");
        awaitJob();
        upload("supply", "", "code,consultations_estimees\n66136,360000\n");
        String panel = awaitJob();
        assertThat(panel).contains("supply.csv").doesNotContain("import.remark");
        assertThat(context.getBean(JdbcClient.class)
                        .sql("select source from territory.supply where estimated")
                        .query(String.class)
                        .single())
                .isEqualTo("supply.csv");
    }

    @Test
    void mistakesAreToldAtTheirField() throws Exception {
        signIn();
        var unknown = upload("communes", "99", "code\n1\n");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("id=\"region-error\"", "value=\"99\"");
        assertThat(upload("communes", "", "").body()).contains("id=\"file-error\"");
    }

    private void signIn() throws Exception {
        post("/login", "login=admin&password=" + encoded(PASSWORD));
        post("/login/factor", "code=" + encoded(CODES.remove()));
    }

    private void post(String path, String form) throws Exception {
        String token = token(get(path).body());
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + encoded(token)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> upload(String kind, String region, String content) throws Exception {
        String token = token(get("/admin").body());
        String body = part("_csrf", token) + part("kind", kind) + part("region", region)
                + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + kind
                + ".csv\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--edge--\r\n";
        return browser.send(
                HttpRequest.newBuilder(URI.create(address + "/admin/imports"))
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String awaitJob() throws Exception {
        for (int i = 0; i < 200; i++) {
            String panel = get("/admin/imports/last").body();
            if (!panel.contains("every 1s")) {
                return panel;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the import does not end");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String part(String name, String value) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String token(String page) {
        var found = TOKEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
