package fr.quartdheure.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedPageTest extends RunningPlatform {

    private static final Pattern ADDRESS = Pattern.compile("value=\"http://[^/]+(/calendars/[^\"]+\\.ics)\"");
    private static final String OWNER = """
            select a.login, a.practitioner_id from account.account a
            where a.practitioner_id in (select practitioner_id from scheduling.appointment
              where status = 'booked' and start_at > now() and patient_id is not null)
            order by a.login limit 1
            """;

    private String login = "";
    private UUID me = new UUID(0, 0);

    @BeforeEach
    void whoHasPatients() {
        jdbc.sql(OWNER)
                .query((row, number) -> {
                    login = row.getString("login");
                    me = row.getObject("practitioner_id", UUID.class);
                    return number;
                })
                .list();
    }

    @Test
    void whatItTellsIsHersToChoose() throws Exception {
        Browser browser = signedIn();
        String feed = make(browser);
        var names = jdbc.sql("""
                        select distinct p.birth_name from scheduling.appointment a
                        join patient.patient p on p.id = a.patient_id where a.practitioner_id = :me
                        """).param("me", me).query(String.class).list();

        var closed = read(feed);
        assertThat(closed.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(closed.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(closed.headers().firstValue("Set-Cookie")).isEmpty();
        Calendar calendar = parsed(closed.body());
        calendar.validate();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).hasSize(expected());
        assertThat(events)
                .allMatch(event -> List.of("Rendez-vous", "Temps bloqué")
                        .contains(event.getSummary().getValue()));
        assertThat(names).isNotEmpty().noneMatch(closed.body()::contains);
        assertThat(traces()).isZero();

        tell(browser, "reason");
        assertThat(read(feed).body()).doesNotContain("SUMMARY:Rendez-vous");
        assertThat(names).noneMatch(unfolded(read(feed).body())::contains);
        tell(browser, "name");
        assertThat(unfolded(read(feed).body())).contains(names.getFirst());
        assertThat(traces()).isOne();
    }

    @Test
    void nothingIsSentTwiceAndMovesKeepTheirName() throws Exception {
        Browser browser = signedIn();
        String feed = make(browser);
        UUID one = jdbc.sql("""
                        select id from scheduling.appointment where practitioner_id = :me and status = 'booked'
                          and start_at between now() and now() + interval '60 days' order by start_at desc limit 1
                        """).param("me", me).query(UUID.class).single();
        var first = read(feed);
        String version = first.headers().firstValue("ETag").orElseThrow();

        assertThat(browser().get(feed, "If-None-Match", version).statusCode()).isEqualTo(304);
        var packed = browser().get(feed, "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");

        jdbc.sql("update scheduling.appointment set status = 'cancelled', sequence = sequence + 1 where id = :id")
                .param("id", one)
                .update();
        var changed = browser().get(feed, "If-None-Match", version);
        assertThat(changed.statusCode()).isEqualTo(200);
        VEvent event = parsed(changed.body()).<VEvent>getComponents(Component.VEVENT).stream()
                .filter(found -> found.getUid().orElseThrow().getValue().equals(one + "@quartdheure"))
                .findFirst()
                .orElseThrow();
        assertThat(event.getProperty(Property.STATUS).orElseThrow().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getProperty(Property.SEQUENCE).orElseThrow().getValue())
                .isEqualTo("1");
        assertThat(changed.body()).contains("REFRESH-INTERVAL;VALUE=DURATION:PT15M", "X-PUBLISHED-TTL:PT15M");
    }

    @Test
    void aWithdrawnAddressIsAsOneThatNeverWas() {
        Browser browser = signedIn();
        String first = make(browser);
        String second = make(browser);

        assertThat(read(first).statusCode()).isEqualTo(404);
        assertThat(read(second).statusCode()).isEqualTo(200);
        var page = browser.get("/practitioner/calendars").body();
        assertThat(page).contains("Dernière lecture", "Thunderbird").doesNotContain(second);
        var kept = jdbc.sql("select encode(hash, 'escape') from calendar.feed")
                .query(String.class)
                .list();
        assertThat(kept).noneMatch(hash -> second.contains(hash));

        jdbc.sql("update account.account set disabled = true where login = :login")
                .param("login", login)
                .update();
        var disabled = read(second);
        jdbc.sql("update account.account set disabled = false where login = :login")
                .param("login", login)
                .update();
        browser.post("/practitioner/calendars/feed/revoke", Map.of());
        var revoked = read(second);
        var wrong = read("/calendars/" + "A".repeat(43) + ".ics");

        assertThat(List.of(disabled.statusCode(), revoked.statusCode(), wrong.statusCode()))
                .containsOnly(404);
        assertThat(revoked.body()).isEqualTo(wrong.body()).isEqualTo(disabled.body());
    }

    private Browser signedIn() {
        Browser browser = browser();
        browser.signIn(login, Accounts.DEMONSTRATION_PASSWORD);
        browser.get("/practitioner/calendars");
        return browser;
    }

    private static String make(Browser browser) {
        var page = browser.post("/practitioner/calendars/feed", Map.of());
        var found = ADDRESS.matcher(page.body());
        assertThat(found.find()).as("an address on the page").isTrue();
        return found.group(1);
    }

    private static void tell(Browser browser, String detail) {
        browser.post("/practitioner/calendars/feed/detail", Map.of("detail", detail));
    }

    private HttpResponse<String> read(String feed) {
        return browser().get(feed, "User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Thunderbird/128.0");
    }

    private int expected() {
        return jdbc.sql("""
                select count(*) from scheduling.appointment where practitioner_id = :me
                  and status not in ('held', 'awaiting-code', 'expired')
                  and start_at >= now() - interval '30 days' and start_at < now() + interval '90 days'
                  and (status <> 'cancelled' or start_at > now() - interval '2 days')
                """).param("me", me).query(Integer.class).single();
    }

    private long traces() {
        return jdbc.sql("select count(*) from audit.trace where reason = 'calendar-feed'")
                .query(Long.class)
                .single();
    }

    private static Calendar parsed(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static String unfolded(String text) {
        return text.replace("\r\n ", "");
    }
}
