package fr.quartdheure.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Chromium;
import fr.quartdheure.support.RunningPlatform;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hours given, moved and taken back: by keyboard, by mouse, and on a phone. */
class AgendaBrowserTest extends RunningPlatform {

    private Chromium chromium;
    private Page page;
    private UUID site;
    private LocalDate day;

    @BeforeEach
    void open() {
        chromium = new Chromium();
        page = chromium.visitor(1440);
        page.navigate(address() + "/login");
        page.locator("#login").fill("nathalie.bosch");
        page.locator("#password").fill(Accounts.DEMONSTRATION_PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL("**/secretary/sites/**");
        String there = page.url().replaceAll(".*/sites/", "");
        site = UUID.fromString(there.substring(0, 36));
        day = jdbc.sql("""
                        select (s.start_at at time zone 'Europe/Paris')::date from scheduling.slot s
                        where s.site_id = :site and s.free and s.start_at > now() + interval '6 days'
                          and s.service_code = 'general-practice' and exists (
                            select from scheduling.appointment a where a.site_id = s.site_id and a.status = 'booked'
                              and a.service_code = s.service_code
                              and a.start_at::date = s.start_at::date)
                        order by s.start_at limit 1
                        """).param("site", site).query(LocalDate.class).single();
        page.navigate(address() + "/secretary/sites/" + site + "?day=" + day);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void anAppointmentMovesByKeyboardAndComesBackWithOneKey() {
        var appointment = page.locator("#board table a[data-move]").first();
        String id = appointment.getAttribute("id");
        String hour = page.locator("#" + id + " .hours").textContent();
        appointment.focus();
        page.keyboard().press("d");
        assertThat(page.locator("a.cell.free:focus")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator("#panel button[type=submit]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".toast")).containsText("rendez-vous déplacé");
        page.keyboard().press("z");
        assertThat(page.locator(".toast")).containsText("C’est défait");
        assertThat(page.locator("#" + id + " .hours")).hasText(hour);
    }

    @Test
    void anAppointmentIsDraggedOntoAFreeHour() {
        page.locator("#board table a[data-move]")
                .first()
                .dragTo(page.locator("#board table a.cell.free").first());
        assertThat(page.locator("#panel")).containsText("Déplacer le rendez-vous de");
        Chromium.glance(page, "board-dragged");
        page.keyboard().press("Escape");
    }

    @Test
    void theWeekTheSeriesAndTheBlockedTimeHoldOnAPhone() {
        page.navigate(address() + "/secretary/sites/" + site + "/week?day=" + day);
        Chromium.look(page, "week");
        page.locator("table.loads th a").first().press("Enter");
        assertThat(page.locator("table.board, .day-cards").first()).isAttached();
        Chromium.look(page, "week-of-one");
        page.navigate(address() + "/secretary/sites/" + site + "/blocks/new?day=" + day);
        Chromium.look(page, "block");
        page.navigate(address() + "/secretary/sites/" + site + "/windows?day=" + day);
        Chromium.look(page, "window");
        UUID slot = jdbc.sql("""
                        select id from scheduling.slot where site_id = :site and free and kind = 'scheduled'
                          and start_at > now() + interval '6 days' order by start_at limit 1
                        """).param("site", site).query(UUID.class).single();
        UUID patient = jdbc.sql("""
                        select k.patient_id from patient.known_at k
                        join directory.site s on s.organization_id = k.organization_id
                        where s.id = :site order by k.patient_id offset 60 limit 1
                        """).param("site", site).query(UUID.class).single();
        page.navigate(address() + "/secretary/slots/" + slot + "/series?at=" + site + "&patient=" + patient);
        Chromium.look(page, "series");
        page.locator("#count").fill("12");
        page.locator("main form[method=get] button").press("Enter");
        assertThat(page.locator("#plan")).isVisible();
        Chromium.look(page, "series-planned");
        page.navigate(address() + "/secretary/slots/" + slot + "/others?at=" + site);
        Chromium.look(page, "others");
    }
}
