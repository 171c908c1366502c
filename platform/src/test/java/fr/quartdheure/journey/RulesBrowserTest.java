package fr.quartdheure.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.scheduling.ManageTokens;
import fr.quartdheure.support.Chromium;
import fr.quartdheure.support.RunningPlatform;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Hours of a doctor are changed by keyboard on a phone, undone, and her day is offered to be moved. */
class RulesBrowserTest extends RunningPlatform {

    private static final int PHONE = 360;
    private static final String BOOKED = """
            select a.id, a.practitioner_id, (a.start_at at time zone 'Europe/Paris')::date as day
            from scheduling.appointment a join directory.site s on s.id = a.site_id
            join patient.patient p on p.id = a.patient_id
            where s.name like '%Jeanne Danjou%' and a.status = 'booked' and a.service_code = 'general-practice'
              and a.start_at > now() + interval '3 days' and (p.email is not null or p.phone is not null)
            order by a.start_at desc limit 1
            """;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ManageTokens tokens;

    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = new Chromium();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    private record Booked(UUID id, UUID practitioner, LocalDate day) {}

    private Booked booked() {
        return jdbc.sql(BOOKED)
                .query((row, number) -> new Booked(
                        row.getObject("id", UUID.class),
                        row.getObject("practitioner_id", UUID.class),
                        row.getObject("day", LocalDate.class)))
                .single();
    }

    @Test
    void hoursAreAddedSeenBeforeAndUndoneByKeyboard() {
        Booked one = booked();
        Page page = chromium.visitor(PHONE);
        signIn(page);
        page.navigate(address() + "/secretary/rules");
        Chromium.look(page, "rules-teams");
        page.locator("a[href$='" + one.practitioner() + "']").first().press("Enter");
        assertThat(page.locator(".rule-list li").first()).isVisible();
        Chromium.look(page, "rules-week");

        page.locator("#add").press("Enter");
        page.locator("#rule-weekday").selectOption("7");
        page.locator("#rule-starts").fill("12:00");
        page.locator("#rule-ends").fill("09:00");
        page.locator("#look").press("Enter");
        assertThat(page.locator("[role=alert] a[href='#rule-ends']")).isVisible();
        Chromium.look(page, "rules-refused");
        page.locator("#rule-starts").fill("09:00");
        page.locator("#rule-ends").fill("12:00");
        page.locator("#look").press("Enter");
        assertThat(page.locator(".counts")).containsText("créées");
        Chromium.look(page, "rules-preview");
        page.locator("#save").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("Plage ajoutée");

        page.locator("#undo").press("Enter");
        assertThat(page.locator(".counts")).containsText("retirées");
        page.locator("#save").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("Changement annulé");
        Chromium.look(page, "rules-undone");
    }

    @Test
    void aDrawnStretchBecomesAForm() {
        Page page = chromium.visitor(1440);
        signIn(page);
        page.navigate(address() + "/secretary/rules/" + booked().practitioner());
        var week = page.locator("svg.week").boundingBox();
        page.mouse().move(week.x + week.width * 0.95, week.y + week.height * 0.3);
        page.mouse().down();
        page.mouse().move(week.x + week.width * 0.95, week.y + week.height * 0.6);
        page.mouse().up();
        assertThat(page.locator("#rule-weekday")).hasValue("7");
        assertThat(page.locator("#rule-starts")).not().hasValue("");
    }

    @Test
    void aDayFallsOutAndEverybodyIsOfferedAnother() {
        Booked one = booked();
        Page page = chromium.visitor(PHONE);
        signIn(page);
        page.navigate(address() + "/secretary/absence");
        Chromium.look(page, "recall-empty");
        page.locator("#practitioner").selectOption(one.practitioner().toString());
        page.locator("#rule-first").fill(one.day().toString());
        page.locator("form[method=get] button[type=submit]").press("Enter");
        assertThat(page.locator("#recall")).isVisible();
        Chromium.look(page, "recall-planned");
        page.locator("#recall").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("messages écrits");
        Chromium.look(page, "recall-sheet");

        Page patient = chromium.visitor(PHONE);
        patient.navigate(address() + "/manage?to=hours#" + tokens.issue(one.id()));
        assertThat(patient.locator("h1")).containsText("Choisissez une autre heure");
        Chromium.look(patient, "new-hours");
        patient.locator("#none").press("Enter");
        assertThat(patient.locator("[role=status]")).containsText("vous rappelle");
        patient.locator("form[action^='/me/hours/'] .btn.wide").first().press("Enter");
        assertThat(patient.locator("h1")).isVisible();

        page.reload();
        assertThat(page.locator("main")).containsText("Déplacé");
        Chromium.look(page, "recall-answered");
        page.locator(".btn.danger").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("rouvertes");
    }

    @Test
    void aRoomIsOutOfOrderAndTheRegisterGrows() {
        Page page = chromium.visitor(PHONE);
        signIn(page);
        page.navigate(address() + "/secretary/rooms");
        assertThat(page.locator("#board li").first()).isVisible();
        Chromium.look(page, "rooms");
        page.locator("#rule-reason").fill("Fuite d’eau");
        page.locator("form[action$='/broken'] button").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("hors service");
        Chromium.look(page, "rooms-broken");
        page.locator("form[action$='/mended'] button").first().press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("de nouveau");

        page.locator("a[href*='/rooms/register']").press("Enter");
        page.locator("input[name=kind][value=sterilisation]").check();
        page.locator("form[action$='/register'] button[type=submit]").press("Enter");
        assertThat(page.locator("[role=alert] a[href='#rule-load']")).isVisible();
        page.locator("#rule-load").fill("2026-118");
        page.locator("#rule-temperature").fill("134 °C");
        page.locator("form[action$='/register'] button[type=submit]").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("Noté");
        Chromium.look(page, "rooms-register");
    }

    private void signIn(Page page) {
        page.navigate(address() + "/login");
        page.locator("#login").fill("nathalie.bosch");
        page.locator("#password").fill(Accounts.DEMONSTRATION_PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }
}
