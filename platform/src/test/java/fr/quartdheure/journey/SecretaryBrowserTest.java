package fr.quartdheure.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Chromium;
import fr.quartdheure.support.RunningPlatform;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The telephone rings: a secretary books without touching the mouse, and a colleague's open board follows. */
class SecretaryBrowserTest extends RunningPlatform {

    private static final int DESK = 1440;
    private static final String LOGIN = "nathalie.bosch";
    private static final String BOOKED_LATER = """
            select a.id, (a.start_at at time zone 'Europe/Paris')::date::text as day
            from scheduling.appointment a join patient.patient p on p.id = a.patient_id
            where a.site_id = :site and a.status = 'booked' and a.start_at > now() + interval '3 days'
              and (p.email is not null or p.phone is not null)
            order by a.start_at limit 1
            """;

    private Chromium chromium;
    private Page page;

    @BeforeEach
    void open() {
        chromium = new Chromium();
        page = chromium.visitor(DESK);
        signIn(page);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void aCallerIsBookedByKeyboardAndAColleagueSeesIt() {
        Chromium.look(page, "board");
        writeDownCaller();
        Page colleague = chromium.visitor(DESK);
        signIn(colleague);
        colleague.navigate(page.url());

        page.keyboard().press("n");
        page.keyboard().type("quilardet");
        assertThat(page.locator("[role=option][aria-selected=true]")).isVisible();
        Chromium.glance(page, "board-callers");
        page.keyboard().press("Enter");
        assertThat(page.locator("a.cell.free:focus")).isVisible();
        Chromium.look(page, "board-seeking");
        page.keyboard().press("ArrowDown");
        String slot = page.locator("a.cell.free:focus").getAttribute("id");
        page.keyboard().press("Enter");
        assertThat(page.locator("#panel button[type=submit]")).isFocused();
        Chromium.glance(page, "board-confirm");
        page.keyboard().press("Enter");

        assertThat(page.locator(".toast")).containsText("rendez-vous confirmé");
        Chromium.glance(page, "board-booked");
        assertThat(booked(slot)).isEqualTo("booked");
        assertThat(colleague.locator("#" + slot)).hasCount(0);
        assertThat(colleague.locator("#board table")).containsText("Quillardet");
        undo(slot);
    }

    private void writeDownCaller() {
        String board = page.url();
        page.navigate(address() + "/secretary/sites/" + site() + "/patients/new");
        page.locator("#new-birthName").fill("Quillardet");
        page.locator("#new-firstNames").fill("Odile");
        page.locator("#new-birthDate").fill("03/04/1951");
        page.locator("input[name=sex][value=female]").check();
        page.locator("#new-phone").fill("04 68 00 00 07");
        page.locator("main form button[type=submit]").press("Enter");
        assertThat(page.locator("[data-seeking]")).containsText("Quillardet");
        page.navigate(board);
    }

    private void undo(String slot) {
        page.locator(".toast button").press("Enter");
        assertThat(page.locator(".toast")).containsText("C’est défait");
        assertThat(page.locator("#" + slot)).isVisible();
    }

    @Test
    void everyPanelIsAccessible() {
        Locator booked = page.locator("#board table a.cell:not(.free)").first();
        booked.press("Enter");
        assertThat(page.locator("#panel dl")).isVisible();
        Chromium.look(page, "appointment");
        page.locator("#panel a[href*='/cancel']").press("Enter");
        assertThat(page.locator("#panel input[type=radio]").first()).isFocused();
        Chromium.glance(page, "appointment-cancel");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        Chromium.glance(page, "board-keys");
        page.keyboard().press("Escape");
    }

    @Test
    void somebodyIsPutOnTheWaitingListByKeyboard() {
        page.navigate(address() + "/secretary/sites/" + site() + "/waitlist");
        assertThat(page.locator(".empty")).isVisible();
        Chromium.look(page, "waitlist-empty");
        var booked = jdbc.sql(BOOKED_LATER)
                .param("site", site())
                .query((row, number) -> new Booked(row.getObject("id", UUID.class), row.getString("day")))
                .single();
        page.navigate(address() + "/secretary/appointments/" + booked.id() + "?day=" + booked.day());
        page.locator("button[name=who][value=same]").press("Enter");
        page.waitForURL("**/waitlist?said=waiting");
        assertThat(page.locator("main .notice")).containsText("Inscription faite");
        Chromium.look(page, "waitlist");
        page.locator("main table form button").press("Enter");
        assertThat(page.locator("main .notice")).containsText("Retrait fait");
        assertThat(page.locator(".empty")).isVisible();
    }

    private record Booked(UUID id, String day) {}

    @Test
    void aNewcomerIsWrittenDownWithoutLosingWhatWasTyped() {
        String form = address() + "/secretary/sites/" + site() + "/patients/new";
        page.navigate(form);
        page.locator("#new-firstNames").fill("Zoé");
        page.locator("main form button[type=submit]").press("Enter");
        assertThat(page.locator(".field.bad").first()).isVisible();
        assertThat(page.locator("#new-firstNames")).hasValue("Zoé");
        Chromium.look(page, "newcomer-errors");
        page.navigate(address() + "/secretary/sites/" + site() + "/patients?q=xyzzyq");
        Chromium.look(page, "callers-none");
    }

    private void signIn(Page who) {
        who.navigate(address() + "/login");
        who.locator("#login").fill(LOGIN);
        who.locator("#password").fill(Accounts.DEMONSTRATION_PASSWORD);
        who.keyboard().press("Enter");
        who.waitForURL("**/secretary/sites/**");
    }

    private UUID site() {
        String path = page.url().replaceFirst("\\?.*", "");
        return UUID.fromString(path.substring(path.indexOf("/sites/") + 7).substring(0, 36));
    }

    private String booked(String slot) {
        return jdbc.sql(
                        "select status from scheduling.appointment where slot_id = :slot order by created_at desc limit 1")
                .param("slot", UUID.fromString(slot.replaceFirst("^(card-)?slot-", "")))
                .query(String.class)
                .single();
    }
}
