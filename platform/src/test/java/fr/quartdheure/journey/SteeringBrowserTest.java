package fr.quartdheure.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Chromium;
import fr.quartdheure.support.RunningPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of planners, looked at in a browser. */
class SteeringBrowserTest extends RunningPlatform {

    private Chromium chromium;
    private Page page;

    @BeforeEach
    void signIn() {
        chromium = new Chromium();
        page = chromium.visitor(1440);
        page.navigate(address() + "/login");
        page.locator("#login").fill("claire.soler");
        page.locator("#password").fill(Accounts.DEMONSTRATION_PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void coverageIsReadByCareAndByHour() {
        page.navigate(address() + "/steering/coverage");
        assertThat(page.locator("#week")).containsText("Médecin généraliste");
        Chromium.look(page, "coverage");
    }

    @Test
    void hospitalsAreReadByCareAndTakenOffTheMap() {
        page.navigate(address() + "/steering/coverage?care=emergency-department");
        assertThat(page.locator("#week ~ p")).containsText("jour et nuit");
        Chromium.look(page, "coverage-emergency");
        page.navigate(address() + "/steering/coverage?care=hospital");
        assertThat(page.locator("[aria-labelledby=week]")).containsText("sans horaires connus");
        Chromium.glance(page, "coverage-hospital");

        page.navigate(address() + "/steering?indicator=emergency-department&area=department-66");
        page.locator("[data-steering-map][data-drawn]").waitFor();
        assertThat(page.locator("path.place.hospital")).hasCount(7);
        assertThat(page.locator("path.place.emergency-department")).hasCount(5);
        Chromium.look(page, "steering-emergency");
        page.locator("[data-layer=hospital]").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("path.place.hospital")).hasCount(0);
        assertThat(page.locator("path.place.emergency-department")).hasCount(5);
        page.keyboard().press("Space");
        assertThat(page.locator("path.place.hospital")).hasCount(7);
    }

    @Test
    void whatNobodyImportedIsSaid() {
        jdbc.sql("create table if not exists public.set_aside as select * from territory.establishment")
                .update();
        jdbc.sql("delete from territory.establishment where kind = 'perinatal-centre'")
                .update();
        try {
            page.navigate(address() + "/steering/coverage?care=perinatal-centre");
            assertThat(page.locator("td.unknown")).hasText("pas importé");
            Chromium.look(page, "coverage-not-imported");
            page.navigate(address() + "/steering?area=department-66");
            page.locator("[data-steering-map][data-drawn]").waitFor();
            assertThat(page.locator(".layers")).containsText("pas importé");
            Chromium.glance(page, "steering-not-imported");
        } finally {
            jdbc.sql("insert into territory.establishment table public.set_aside on conflict do nothing")
                    .update();
            jdbc.sql("drop table public.set_aside").update();
        }
    }

    @Test
    void aPlanIsMadeYearByYear() {
        page.navigate(address() + "/steering/plan");
        Chromium.glance(page, "plan-asked");
        page.locator("main form .btn").first().click();
        assertThat(page.locator("#answer")).isVisible();
        Chromium.look(page, "plan");
        page.navigate(address() + "/steering/plan?years=many");
        assertThat(page.locator("#years-error")).isVisible();
        Chromium.glance(page, "plan-wrong");
    }
}
