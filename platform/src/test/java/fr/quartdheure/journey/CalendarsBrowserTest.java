package fr.quartdheure.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Chromium;
import fr.quartdheure.support.RunningPlatform;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A doctor shares her agenda and follows a calendar elsewhere by keyboard on a phone; her secretary sees the clash. */
class CalendarsBrowserTest extends RunningPlatform {

    private static final int PHONE = 360;
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String BOOKED = """
            select a.id, a.site_id, a.start_at, a.end_at, k.login from scheduling.appointment a
            join directory.site s on s.id = a.site_id
            join account.account k on k.practitioner_id = a.practitioner_id
            where s.name like '%Jeanne Danjou%' and a.status = 'booked' and a.start_at > now() + interval '2 days'
            order by a.start_at limit 1
            """;

    private Chromium chromium;
    private HttpServer elsewhere;
    private volatile String calendar = "";

    private record Booked(UUID id, UUID site, Instant start, Instant end, String login) {}

    @SuppressWarnings("NullAway.Init")
    CalendarsBrowserTest() {}

    @BeforeEach
    void open() throws Exception {
        chromium = new Chromium();
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            byte[] bytes = calendar.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterEach
    void close() {
        elsewhere.stop(0);
        chromium.close();
    }

    @Test
    void sharedFollowedAndSeenToClash() {
        Booked one = booked();
        calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//E//FR\r\nBEGIN:VEVENT\r\nUID:e\r\nDTSTART:"
                + FORM.format(one.start()) + "\r\nDTEND:" + FORM.format(one.end())
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        Page page = chromium.visitor(PHONE);
        signIn(page, one.login());
        page.navigate(address() + "/practitioner/calendars");
        Chromium.look(page, "calendars-empty");

        page.locator("#feed-make").press("Enter");
        assertThat(page.locator("#feed-address")).hasValue(java.util.regex.Pattern.compile(".*/calendars/.{43}\\.ics"));
        Chromium.look(page, "calendars-made");
        page.locator("input[value=name]").check();
        page.locator("#feed-tell").press("Enter");
        assertThat(page.locator("[role=status] b")).containsText("enregistré");

        page.locator("#follow-label").fill("Clinique");
        page.locator("#follow-url").fill("http://example.org/a.ics");
        page.locator("#follow").press("Enter");
        assertThat(page.locator("#said-url")).containsText("https");
        Chromium.look(page, "calendars-refused");
        page.locator("#follow-url")
                .fill("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/a.ics");
        page.locator("#follow").press("Enter");
        assertThat(page.locator("[role=status] b")).containsText("suivi");
        untilClashing(page);
        Chromium.look(page, "calendars-clash");
        page.navigate(address() + "/practitioner");
        assertThat(page.locator(".notice.warn a[href='/practitioner/calendars']"))
                .isVisible();

        secretarySees(one);
        page.navigate(address() + "/practitioner/calendars");
        page.locator("form[action$='/leave'] button").press("Enter");
        assertThat(page.locator("[role=status] b")).containsText("libres");
        page.locator("#feed-revoke").press("Enter");
        assertThat(page.locator("#feed-make")).isVisible();
    }

    private void secretarySees(Booked one) {
        Page page = chromium.visitor(PHONE);
        signIn(page, "nathalie.bosch");
        page.navigate(address() + "/secretary/sites/" + one.site());
        page.locator(".notice.warn a[href^='/secretary/calendars']").press("Enter");
        assertThat(page.locator("a[href$='move=" + one.id() + "']")).isVisible();
        Chromium.look(page, "calendars-clashes");
    }

    /** It is read within seconds of being followed. */
    private static void untilClashing(Page page) {
        for (int turn = 0; turn < 30 && page.locator("#clashes").count() == 0; turn++) {
            page.waitForTimeout(500);
            page.navigate(page.url().split("\\?")[0]);
        }
        assertThat(page.locator("#clashes")).isVisible();
    }

    @Test
    void openDataAndTheAdministratorsPages() {
        Page page = chromium.visitor(PHONE);
        page.navigate(address() + "/opendata");
        Chromium.look(page, "opendata");
        page.navigate(address() + "/opendata?lang=en");
        assertThat(page.locator("h1")).hasText("Open data");
        signIn(page, "olivier.martinez");
        page.navigate(address() + "/admin/calendars?lang=fr");
        Chromium.look(page, "calendars-teams");
        page.locator(".people a").first().press("Enter");
        assertThat(page.locator("#follow")).isVisible();
        assertThat(page.locator("#feed")).hasCount(0);
    }

    private Booked booked() {
        return jdbc.sql(BOOKED)
                .query((row, number) -> new Booked(
                        row.getObject("id", UUID.class),
                        row.getObject("site_id", UUID.class),
                        row.getTimestamp("start_at").toInstant(),
                        row.getTimestamp("end_at").toInstant(),
                        row.getString("login")))
                .single();
    }

    private void signIn(Page page, String login) {
        page.navigate(address() + "/login");
        page.locator("#login").fill(login);
        page.locator("#password").fill(Accounts.DEMONSTRATION_PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }
}
