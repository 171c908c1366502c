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

/** Pages of practitioners, of administrators and the public pages of sites and practitioners, looked at in a browser. */
class StaffPagesBrowserTest extends RunningPlatform {

    private static final String FULL_DAY = """
            select a.practitioner_id, (a.start_at at time zone 'Europe/Paris')::date as day, c.login
            from scheduling.appointment a join account.account c on c.practitioner_id = a.practitioner_id
            where a.start_at > now() and a.status = 'booked'
            group by 1, 2, 3 order by count(*) desc, 2 limit 1
            """;

    private Chromium chromium;
    private Page page;

    @BeforeEach
    void open() {
        chromium = new Chromium();
        page = chromium.visitor(1440);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void aPractitionerSeesTheDayWithItsPatients() {
        var day = jdbc.sql(FULL_DAY)
                .query((row, number) -> new Day(row.getString("login"), row.getObject("day", LocalDate.class)))
                .single();
        signIn(day.login());
        page.navigate(address() + "/practitioner?day=" + day.date());
        assertThat(page.locator("main")).containsText("Réservé");
        Chromium.look(page, "own-day");
        page.navigate(address() + "/practitioner/waiting");
        assertThat(page.locator("h1")).hasText("Liste d’attente");
        Chromium.look(page, "own-waiting");
    }

    @Test
    void aRegulatorBooksForHerCallerByKeyboard() {
        UUID practitioner = one("select id from directory.practitioner where rpps = '99902000001'");
        UUID slot = one("""
                select s.id from scheduling.slot s join directory.practitioner p on p.id = s.practitioner_id
                where p.rpps = '99902000001' and s.free and s.bookable_from <= now()
                  and s.start_at > now() + interval '1 hour' order by s.start_at limit 1
                """);
        signIn("agathe.serra@example.org");
        page.navigate(address() + "/regulator/agenda?practitioner=" + practitioner + "&slot=" + slot + "&origin=sas");
        assertThat(page.locator("#new-birthName")).isFocused();
        Chromium.look(page, "regulator-agenda");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=alert]").first()).isVisible();
        Chromium.look(page, "regulator-refused");
        page.keyboard().type("Vila");
        page.locator("#new-firstNames").fill("Aina");
        page.locator("#new-birthDate").fill("07/03/1958");
        page.getByLabel("Féminin").check();
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status]").first()).containsText("C’est réservé");
        Chromium.look(page, "regulator-booked");
    }

    @Test
    void theAdministratorsPageIsAccessible() {
        signIn("olivier.martinez");
        page.navigate(address() + "/admin");
        assertThat(page.locator("h1")).isVisible();
        Chromium.look(page, "admin");
    }

    @Test
    void thePublicPagesOfSitesAndPractitionersAreAccessible() {
        UUID site = one("select id from directory.site where name like '%Jeanne Danjou%'");
        page.navigate(address() + "/sites/" + site);
        assertThat(page.locator("h1")).containsText("Jeanne Danjou");
        Chromium.look(page, "site");
        UUID booth = one("select id from directory.site where kind = 'booth' order by name limit 1");
        page.navigate(address() + "/sites/" + booth);
        Chromium.look(page, "site-booth");
        UUID practitioner = one("""
                select id from directory.practitioner where specialty = 'SM54' order by family_name limit 1
                """);
        page.navigate(address() + "/practitioners/" + practitioner);
        assertThat(page.locator("main")).containsText("Médecine générale");
        Chromium.look(page, "practitioner");
    }

    private void signIn(String login) {
        page.navigate(address() + "/login");
        page.locator("#login").fill(login);
        page.locator("#password").fill(Accounts.DEMONSTRATION_PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    private UUID one(String question) {
        return jdbc.sql(question).query(UUID.class).single();
    }

    private record Day(String login, LocalDate date) {}
}
