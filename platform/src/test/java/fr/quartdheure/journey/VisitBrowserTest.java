package fr.quartdheure.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Chromium;
import fr.quartdheure.support.RunningPlatform;
import fr.quartdheure.time.Paris;
import fr.quartdheure.visit.Asking;
import fr.quartdheure.visit.DayPlanning;
import fr.quartdheure.visit.RoundOpening;
import fr.quartdheure.visit.RoundOpening.Opened;
import fr.quartdheure.visit.Urgency;
import fr.quartdheure.visit.VisitRound;
import fr.quartdheure.visit.Wanted;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A round from the telephone call to the last door: the secretary by keyboard, the professional on a phone. */
class VisitBrowserTest extends RunningPlatform {

    private static final int PHONE = 360;
    private static final String FREE_TODAY = """
            select r.practitioner_id from directory.practitioner_role r
            join directory.site s on s.id = r.site_id
            where s.name like '%Jeanne Danjou%'
              and not exists (select from scheduling.occupation o where o.resource_id = r.practitioner_id
                and o.during && tstzrange(current_date - 1, current_date + 2))
            order by r.practitioner_id limit 1
            """;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private RoundOpening opening;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Asking asking;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private DayPlanning planning;

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
    void aCallBecomesAPlannedVisitByKeyboard() {
        LocalDate sunday = LocalDate.now(Paris.ZONE)
                .with(TemporalAdjusters.next(DayOfWeek.SUNDAY))
                .plusWeeks(40);
        Page page = chromium.visitor(1440);
        signIn(page, "nathalie.bosch");
        page.navigate(address() + "/secretary/visits?day=" + sunday);
        Chromium.look(page, "visits-empty");

        page.locator("#practitioner").focus();
        page.keyboard().press("ArrowDown");
        page.locator(".send button[type=submit]").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("Tournée ouverte");

        ask(page, "12 rue Haute", "Cabestany");
        ask(page, "3 rue Basse", "Bompas");
        page.locator("#plan").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("tout est placé");
        assertThat(page.locator(".stop")).hasCount(2);
        page.locator(".stop summary").first().press("Enter");
        assertThat(page.locator(".stop details[open] p")).containsText("Passer d’abord chez");
        Chromium.look(page, "visits-planned");

        page.locator(".stop a[href*='/place']").first().press("Enter");
        page.locator("form[method=get] button[type=submit]").press("Enter");
        assertThat(page.locator("#meant")).isVisible();
        Chromium.look(page, "visits-by-hand");
        page.goBack();
        page.goBack();
        page.locator("a[href$='/sheet']").press("Enter");
        assertThat(page.locator(".sheet-stops li")).hasCount(2);
        Chromium.look(page, "visits-sheet");
    }

    private static void ask(Page page, String street, String commune) {
        page.locator("body").press("n");
        page.keyboard().type("pons");
        assertThat(page.locator("[role=option][aria-selected=true]")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator("#ask-address")).isFocused();
        page.locator("#ask-address").fill(street);
        page.locator("#place").fill("");
        page.locator("#place").pressSequentially(commune);
        assertThat(page.locator("#communes [role=option]").first()).isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.locator("form[action$='/ask'] button[type=submit]").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("Visite demandée");
    }

    @Test
    void whatIsRefusedIsLinkedToItsField() {
        Page page = chromium.visitor(PHONE);
        signIn(page, "nathalie.bosch");
        page.navigate(address() + "/secretary/visits");
        page.locator("body").press("n");
        page.keyboard().type("pons");
        assertThat(page.locator("[role=option][aria-selected=true]")).isVisible();
        page.keyboard().press("Enter");
        page.locator("#ask-minutes").fill("3");
        page.locator("form[action$='/ask'] button[type=submit]").press("Enter");
        assertThat(page.locator("[role=alert] a[href='#ask-minutes']")).isVisible();
        Chromium.look(page, "visits-refused");
    }

    @Test
    void aRoundIsFollowedOnAPhone() {
        LocalDate today = LocalDate.now(Paris.ZONE);
        UUID site = one("select id from directory.site where name like '%Jeanne Danjou%'");
        UUID who = one(FREE_TODAY);
        give(site, who, today);
        Page page = chromium.visitor(PHONE);
        signIn(
                page,
                jdbc.sql("select login from account.account where practitioner_id = :id")
                        .param("id", who)
                        .query(String.class)
                        .single());
        page.navigate(address() + "/practitioner/round");
        assertThat(page.locator("#go")).hasText("Je pars");
        assertThat(page.locator(".next-up a[href^='geo:']")).isVisible();
        Chromium.look(page, "own-round");

        page.locator("#go").press("Enter");
        assertThat(page.locator("#go")).hasText("Je suis arrivé(e)");
        page.locator("#go").press("Enter");
        assertThat(page.locator("#go")).hasText("C’est fait");
        page.locator(".tick").first().press("Enter");
        assertThat(page.locator(".tick[aria-pressed=true]")).hasCount(1);
        Chromium.look(page, "own-round-there");
        page.locator("#go").press("Enter");
        assertThat(page.locator(".notice.ok")).containsText("Toutes les visites sont terminées");
        page.locator("#undo").press("Enter");
        assertThat(page.locator("#go")).hasText("C’est fait");
    }

    /** Two residents in one stop, whatever the hour is now. */
    private void give(UUID site, UUID who, LocalDate today) {
        UUID organization = jdbc.sql("select organization_id from directory.site where id = :site")
                .param("site", site)
                .query(UUID.class)
                .single();
        var opened = opening.open(new VisitRound(
                UUID.randomUUID(),
                organization,
                who,
                site,
                today,
                LocalTime.of(8, 0),
                LocalTime.of(18, 0),
                null,
                null,
                null,
                null,
                List.of()));
        org.assertj.core.api.Assertions.assertThat(opened).isInstanceOf(Opened.Open.class);
        UUID request = asking.ask(
                organization,
                new Wanted(
                        "Ehpad fictif",
                        "1 rue Fictive",
                        "66028",
                        null,
                        null,
                        "+33468000000",
                        today,
                        LocalTime.of(9, 0),
                        LocalTime.of(12, 0),
                        40,
                        Urgency.ROUTINE,
                        null,
                        null,
                        null,
                        null),
                jdbc.sql("select id from patient.patient order by id limit 2")
                        .query(UUID.class)
                        .list());
        planning.load(organization, today, request);
    }

    private void signIn(Page page, String login) {
        page.navigate(address() + "/login");
        page.locator("#login").fill(login);
        page.locator("#password").fill(Accounts.DEMONSTRATION_PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    private UUID one(String question) {
        return jdbc.sql(question).query(UUID.class).single();
    }
}
