package fr.quartdheure.waitlist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Sex;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.BookingRequest;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.Confirmation;
import fr.quartdheure.scheduling.Holding;
import fr.quartdheure.scheduling.Holds;
import fr.quartdheure.scheduling.ManageTokens;
import fr.quartdheure.scheduling.PublicBooking;
import fr.quartdheure.scheduling.Visitor;
import fr.quartdheure.support.Chromium;
import fr.quartdheure.support.RunningPlatform;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All appointments of a family on a phone, in by a code and out again; an earlier hour offered there and by a link. */
class MyAppointmentsBrowserTest extends RunningPlatform {

    private static final int PHONE = 360;
    private static final String FREE = """
            select s.id from scheduling.slot s join directory.site d on d.id = s.site_id
            where s.free and s.online and s.kind = 'scheduled' and s.mode = 'on-site'
              and s.service_code = 'general-practice' and d.name like '%Jeanne Danjou%'
              and s.bookable_from <= now() and s.start_at > now() + interval '2 days'
            order by s.start_at limit 60
            """;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Holds holds;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private PublicBooking booking;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Changes changes;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ManageTokens tokens;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Offering offering;

    private final List<Appointment> booked = new ArrayList<>();
    private final String claire = "claire-" + UUID.randomUUID() + "@example.org";
    private Chromium chromium;
    private Page page;

    @BeforeEach
    void open() {
        chromium = new Chromium();
        page = chromium.visitor(PHONE);
    }

    @AfterEach
    void close() {
        chromium.close();
        booked.forEach(one -> changes.cancel(one.id(), "mistake", Changes.By.FRONT_DESK));
        offering.serve();
    }

    @Test
    void aFamilyIsFoundByACodeTakesAnEarlierHourAndCloses() {
        Appointment early = booked(0, "autre-" + claire, "Rose", "1940-02-03", "self");
        booked(-1, claire, "Claire", "1955-08-14", "self");
        booked(-2, claire, "Jules", "2018-05-06", "child");
        Appointment cancelled = booked(-3, claire, "Claire", "1955-08-14", "self");
        changes.cancel(cancelled.id(), "practitioner", Changes.By.FRONT_DESK);

        enterByCode();
        assertThat(page.locator("article")).hasCount(2);
        Chromium.look(page, "mine-list");
        page.navigate(address() + "/me/all?lang=en");
        assertThat(page.locator("h1")).hasText("My appointments");
        Chromium.glance(page, "mine-list-en");
        page.navigate(address() + "/me/all?lang=fr");

        page.locator("article a", new Page.LocatorOptions().setHasText("Détails"))
                .last()
                .press("Enter");
        Chromium.look(page, "mine-one");
        button("M’inscrire sur la liste d’attente", "Prévenez-moi si une place plus tôt se libère");
        freed(early, "/me/all");
        Chromium.look(page, "mine-offer");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Je prends cette place"))
                .press("Enter");
        assertThat(page.locator("h1")).hasText("Votre rendez-vous est avancé");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tous mes rendez-vous"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fermer mes rendez-vous"))
                .press("Enter");
        assertThat(page.locator("[role=status]")).hasText("Vos rendez-vous sont refermés sur cet appareil.");
        page.goBack();
        assertThat(page.locator("article")).hasCount(0);
    }

    @Test
    void theLinkOfAMessageShowsTheWishAndTheOffer() {
        Appointment early = booked(0, "autre-" + claire, "Rose", "1940-02-03", "self");
        Appointment mine = booked(-1, claire, "Claire", "1955-08-14", "self");
        page.navigate(address() + "/manage#" + tokens.issue(mine.id()));
        assertThat(page.locator("h1")).hasText("Mon rendez-vous");
        page.getByText("Prévenez-moi si une place plus tôt se libère").click();
        Chromium.look(page, "me-wait");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("M’inscrire sur la liste d’attente"))
                .press("Enter");
        assertThat(page.locator("h1")).hasText("Vous êtes sur la liste d’attente");
        freed(early, "/me");
        Chromium.look(page, "me-offer");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Je garde mon rendez-vous"))
                .press("Enter");
        assertThat(page.locator("h1")).hasText("Vous gardez votre rendez-vous");
        Chromium.look(page, "me-declined");
    }

    private void enterByCode() {
        page.navigate(address() + "/me/all");
        Chromium.look(page, "mine-door");
        page.locator("#contact").fill("claire");
        page.locator("#contact").press("Enter");
        assertThat(page.locator("#contact")).isFocused();
        Chromium.glance(page, "mine-door-refused");
        page.locator("#contact").fill(claire);
        page.locator("#contact").press("Enter");
        assertThat(page.locator("#code")).isFocused();
        Chromium.look(page, "mine-code");
        page.locator("#code").fill(code());
        page.locator("#code").press("Enter");
        assertThat(page.locator("h1")).hasText("Mes rendez-vous");
    }

    private void button(String name, String within) {
        page.getByText(within).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .press("Enter");
        assertThat(page.locator("h1")).hasText("Vous êtes sur la liste d’attente");
    }

    private void freed(Appointment early, String path) {
        changes.cancel(early.id(), "patient", Changes.By.FRONT_DESK);
        offering.serve();
        page.navigate(address() + path);
    }

    /** @param place among the free hours; from the end when negative */
    private Appointment booked(int place, String email, String firstName, String born, String onBehalf) {
        List<UUID> free = jdbc.sql(FREE).query(UUID.class).list();
        UUID slot = free.get(Math.floorMod(place, free.size()));
        var visitor = new Visitor(UUID.randomUUID().toString(), "192.0.2.8", true);
        Appointment hold = ((Holding.Held) holds.hold(slot, "consultation", visitor)).appointment();
        booking.identify(
                hold.id(),
                visitor,
                new BookingRequest(
                        new Identity("Vidal", firstName, LocalDate.parse(born), Sex.FEMALE),
                        Contact.of(Channel.EMAIL, email),
                        onBehalf,
                        null,
                        false));
        Appointment one = ((Confirmation.Confirmed) booking.confirm(hold.id(), code())).appointment();
        booked.add(one);
        return one;
    }

    private String code() {
        return jdbc.sql("select code from notice.message where code is not null order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
