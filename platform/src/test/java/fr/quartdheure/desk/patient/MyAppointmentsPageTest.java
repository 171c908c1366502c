package fr.quartdheure.desk.patient;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Sex;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.BookingRequest;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.Confirmation;
import fr.quartdheure.scheduling.Holding;
import fr.quartdheure.scheduling.Holds;
import fr.quartdheure.scheduling.PublicBooking;
import fr.quartdheure.scheduling.Visitor;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code /me/all} over HTTP: who gets in, what she sees and does, and what nobody does. */
class MyAppointmentsPageTest extends RunningPlatform {

    private static final String FREE = """
            select s.id from scheduling.slot s
            where s.free and s.online and s.kind = 'scheduled' and s.mode = 'on-site'
              and s.service_code = 'general-practice'
              and s.bookable_from <= now() and s.start_at > now() + :days * interval '1 day'
            order by s.start_at, s.id limit 1
            """;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Holds holds;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private PublicBooking booking;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Appointments appointments;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Changes changes;

    private final List<UUID> booked = new ArrayList<>();
    private final String claire = "claire-" + UUID.randomUUID() + "@example.org";

    @AfterEach
    void leave() {
        booked.forEach(id -> changes.cancel(id, "mistake", Changes.By.FRONT_DESK));
    }

    @Test
    void theDoorAnswersTheSameWhetherAnybodyBookedWithIt() {
        booked(claire, "Claire", "1955-08-14", "self");
        Browser known = browser();
        Browser unknown = browser();
        HttpResponse<String> one = ask(known, claire);
        HttpResponse<String> other = ask(unknown, "nobody-" + UUID.randomUUID() + "@example.org");
        assertThat(one.statusCode()).isEqualTo(other.statusCode()).isEqualTo(303);
        assertThat(location(one)).isEqualTo(location(other)).endsWith("/me/all/code");
        unknown.get("/me/all/code");
        enter(unknown, lastCode());
        assertThat(unknown.get("/me/all").body()).contains("Aucun rendez-vous avec ce contact");
    }

    @Test
    void sheSeesHersAndHerChildsWithoutTheReason() {
        booked(claire, "Claire", "1955-08-14", "self");
        booked(
                claire,
                "Jules",
                LocalDate.now(java.time.Clock.systemUTC()).minusYears(8).toString(),
                "child");
        HttpResponse<String> list = opened(claire).get("/me/all");
        assertThat(list.body())
                .contains("Claire Vidal", "Jules Vidal", "votre enfant", "Carnet de santé", "Carte Vitale")
                .doesNotContain("Vaccination");
        assertThat(list.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(list.headers().firstValue("Refresh")).hasValue("1805;url=/me/all");
        assertThat(jdbc.sql("""
                        select count(*) from audit.trace where act = 'read' and subject_kind = 'appointment'
                          and role = 'inhabitant' and subject_ids @> array[:id]::uuid[]
                        """)
                        .param("id", booked.getFirst())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void anothersAppointmentIsNotThere() {
        booked(claire, "Claire", "1955-08-14", "self");
        UUID hers = booked("paul-" + UUID.randomUUID() + "@example.org", "Paul", "1970-01-01", "self")
                .id();
        Browser mine = opened(claire);
        assertThat(mine.get("/me/all/" + booked.getFirst()).statusCode()).isEqualTo(200);
        for (String act : List.of("", "/move", "/calendar.ics")) {
            assertThat(mine.get("/me/all/" + hers + act).statusCode()).as(act).isEqualTo(404);
        }
        for (String act : List.of("/cancel", "/wait", "/wait/end", "/offer", "/offer/end", "/move/" + hers)) {
            assertThat(mine.post("/me/all/" + hers + act, Map.of()).statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(appointments.find(hers).orElseThrow().isActive()).isTrue();
        assertThat(browser().get("/me/all/" + hers).statusCode())
                .as("a stranger")
                .isEqualTo(303);
    }

    @Test
    void sheCancelsOneMovesAnotherAndWaitsForAnEarlierHour() {
        UUID first = booked(claire, "Claire", "1955-08-14", "self").id();
        UUID second = booked(claire, "Claire", "1955-08-14", "self").id();
        Browser mine = opened(claire);
        mine.get("/me/all/" + first + "?cancel=1");
        assertThat(mine.post("/me/all/" + first + "/cancel", Map.of()).body()).contains("Rendez-vous annulé");
        assertThat(appointments.find(first).orElseThrow().isActive()).isFalse();
        assertThat(appointments.find(second).orElseThrow().isActive()).isTrue();
        assertThat(mine.get("/me/all").body()).contains("annulé à votre demande", "Reprendre un rendez-vous avec");

        assertThat(location(mine.post("/me/all/" + second + "/wait", Map.of("who", "any"))))
                .endsWith("/me/all/" + second + "?said=waiting");
        assertThat(mine.get("/me/all").body()).contains("Vous êtes sur la liste d’attente");
        String other =
                mine.get("/me/all/" + second + "/move").body().replaceFirst("(?s).*?/move/([0-9a-f-]{36})\".*", "$1");
        assertThat(location(mine.post("/me/all/" + second + "/move/" + other, Map.of())))
                .endsWith("?said=booked");
        assertThat(mine.get("/me/all/" + second + "/calendar.ics").body()).contains("BEGIN:VEVENT");
    }

    @Test
    void whatIsClosedStaysClosedForWhoGoesBack() {
        booked(claire, "Claire", "1955-08-14", "self");
        Browser mine = opened(claire);
        String code = lastCode();
        mine.get("/me/all");
        assertThat(location(mine.post("/me/all/close", Map.of()))).endsWith("/me/all?said=closed");
        assertThat(mine.get("/me/all").body()).doesNotContain("Claire Vidal");
        assertThat(mine.post("/me/all/code", Map.of("code", code)).statusCode()).isEqualTo(410);
        assertThat(mine.get("/me/all/" + booked.getFirst()).statusCode()).isEqualTo(303);
    }

    @Test
    void whatIsNoContactOrCodeIsSaid() {
        Browser mine = browser();
        assertThat(ask(mine, "claire").statusCode()).isEqualTo(422);
        assertThat(ask(mine, "04 68 00 00 00").body()).contains("ne reçoit pas de SMS");
        ask(mine, claire);
        mine.get("/me/all/code");
        assertThat(enter(mine, "12").body()).contains("Le code a 6 chiffres");
        String wrong = lastCode().equals("000000") ? "000001" : "000000";
        assertThat(enter(mine, wrong).body()).contains("Il reste 4 essais");
        for (int i = 0; i < 4; i++) {
            ask(browser(), claire);
        }
        assertThat(ask(browser(), claire).statusCode())
                .as("the sixth within the hour")
                .isEqualTo(429);
    }

    private Browser opened(String email) {
        Browser browser = browser();
        ask(browser, email);
        browser.get("/me/all/code");
        assertThat(location(enter(browser, lastCode()))).endsWith("/me/all");
        return browser;
    }

    private static HttpResponse<String> ask(Browser browser, String contact) {
        browser.get("/me/all");
        return browser.post("/me/all/contact", Map.of("contact", contact));
    }

    private static HttpResponse<String> enter(Browser browser, String code) {
        return browser.post("/me/all/code", Map.of("code", code));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private Appointment booked(String email, String firstName, String born, String onBehalf) {
        var visitor = new Visitor(UUID.randomUUID().toString(), "192.0.2.7", true);
        UUID slot = jdbc.sql(FREE)
                .param("days", 4 + booked.size())
                .query(UUID.class)
                .single();
        Appointment hold = ((Holding.Held) holds.hold(slot, "vaccination", visitor)).appointment();
        booking.identify(
                hold.id(),
                visitor,
                new BookingRequest(
                        new Identity("Vidal", firstName, LocalDate.parse(born), Sex.FEMALE),
                        Contact.of(Channel.EMAIL, email),
                        onBehalf,
                        null,
                        false));
        var confirmed = (Confirmation.Confirmed) booking.confirm(hold.id(), lastCode());
        booked.add(confirmed.appointment().id());
        return confirmed.appointment();
    }

    private String lastCode() {
        return jdbc.sql("select code from notice.message where code is not null order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
