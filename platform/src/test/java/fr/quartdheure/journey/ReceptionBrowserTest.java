package fr.quartdheure.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Chromium;
import fr.quartdheure.support.RunningPlatform;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A secretary at the reception, by keyboard, on the narrowest screen she may have. */
class ReceptionBrowserTest extends RunningPlatform {

    private static final int PHONE = 360;
    private static final String ARRIVED = """
            insert into scheduling.appointment (practitioner_id, site_id, service_code, reason_code, kind, mode,
              start_at, end_at, status, origin, patient_id, booked_at, arrived_at)
            select r.practitioner_id, r.site_id, 'general-practice', 'consultation', 'scheduled', 'on-site',
              now() - interval '31 minutes', now() - interval '16 minutes', 'arrived', 'secretary',
              (select id from patient.patient order by id limit 1), now(), now() - interval '40 minutes'
            from directory.practitioner_role r join directory.site s on s.id = r.site_id
            where s.name like '%Jeanne Danjou%' limit 1
            returning id
            """;

    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = new Chromium();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void aCallIsNotedByKeyboardAndTheFifteenIsShownAtOnce() {
        Page page = chromium.visitor(PHONE);
        signIn(page);
        page.locator("body").press("c");
        page.waitForURL(url -> url.contains("/secretary/calls/new"));
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().type("pons");
        assertThat(page.locator("[role=option][aria-selected=true]")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator(".person")).containsText("ans");
        Chromium.look(page, "call");

        page.locator("#call-note").fill("a mal à la poitrine");
        assertThat(page.locator("#alarm")).isVisible();
        Chromium.look(page, "call-alarm");
        page.locator("#call-note").fill("préfère le mardi");
        assertThat(page.locator("#alarm")).isHidden();
        page.locator("[name=flag-breath][value=no]").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#alarm")).isVisible();
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("#alarm")).isHidden();

        page.locator("#save").press("Enter");
        assertThat(page.locator("[role=alert] a[href='#call-reason']")).isVisible();
        Chromium.glance(page, "call-refused");
        page.locator("#call-reason").selectOption("results");
        page.locator("[name=outcome][value=call-back]").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#due-hour")).isVisible();
        page.locator("#due-day").fill("2099-01-05");
        page.locator("#save").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("Appel enregistré");
        Chromium.look(page, "calls");

        page.locator("a[href^='/secretary/call-backs']").first().press("Enter");
        Locator mine = page.locator(".call-back").filter(new Locator.FilterOptions().setHasText("préfère le mardi"));
        mine.locator("[id^=take-]").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("C’est à vous");
        Chromium.look(page, "call-backs");
        page.locator(".call-back")
                .filter(new Locator.FilterOptions().setHasText("préfère le mardi"))
                .locator("[id^=reached-]")
                .press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("Rappel fait");
        page.locator("#undo").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("C’est défait");
    }

    @Test
    void whoWaitsIsCalledInAndTheDayIsClosedWithAnAnswerForEverybody() {
        UUID id = jdbc.sql(ARRIVED).query(UUID.class).single();
        Page page = chromium.visitor(PHONE);
        signIn(page);
        page.navigate(address() + "/secretary/waiting-room");
        assertThat(page.locator(".lane.late").first()).containsText("En retard de");
        Chromium.look(page, "waiting-room");
        page.locator("#call-" + id).press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("en consultation");
        page.locator("#undo").press("Enter");
        page.locator("#left-" + id).press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("parti(e) sans être vu(e)");
        page.locator("#undo").press("Enter");
        assertThat(page.locator("#call-" + id)).isVisible();

        page.navigate(address() + "/secretary/close");
        page.locator("#close").press("Enter");
        assertThat(page.locator("[role=alert]")).containsText("La journée n’est pas close");
        Chromium.look(page, "close-refused");
        page.locator("button[value='seen:" + id + "']").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("Réponse notée");
        page.locator("#undo").press("Enter");
        assertThat(page.locator("button[value='left:" + id + "']")).isVisible();
        page.locator("button[value='left:" + id + "']").press("Enter");
        assertThat(page.locator(".settled")).containsText("Parti(e) sans être vu(e)");
        Chromium.look(page, "close");

        page.navigate(address() + "/secretary/close/rule");
        Chromium.look(page, "absence-rule");
        page.navigate(address() + "/secretary/agendas");
        page.locator("#prepare").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("Agenda préparé");
        Chromium.look(page, "agendas");
        page.locator("a[href$='/print']").first().press("Enter");
        assertThat(page.locator("h1")).isVisible();
        Chromium.look(page, "agenda-paper");
        jdbc.sql("delete from scheduling.appointment where id = :id")
                .param("id", id)
                .update();
    }

    private void signIn(Page page) {
        page.navigate(address() + "/login");
        page.locator("#login").fill("nathalie.bosch");
        page.locator("#password").fill(Accounts.DEMONSTRATION_PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/secretary"));
    }
}
