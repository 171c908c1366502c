package fr.quartdheure.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.patient.Sex;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.Appointments;
import fr.quartdheure.scheduling.Booking;
import fr.quartdheure.scheduling.Changes;
import fr.quartdheure.scheduling.Changes.By;
import fr.quartdheure.scheduling.FrontDesk;
import fr.quartdheure.scheduling.ManageTokens;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the wish to the earlier hour, as the patient and the secretary see it. */
class WaitlistPageTest extends RunningPlatform {

    private static final String FREE = """
            select s.id from scheduling.slot s join directory.site d on d.id = s.site_id
            where s.free and s.online and s.kind = 'scheduled' and s.mode = 'on-site'
              and s.service_code = 'general-practice' and d.name like '%Jeanne Danjou%'
              and s.bookable_from <= now() and s.start_at > now() + interval '2 days'
            order by s.start_at limit 60
            """;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private FrontDesk frontDesk;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Changes changes;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ManageTokens tokens;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Appointments appointments;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Patients patients;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Offering offering;

    private Appointment early;
    private Appointment mine;
    private Browser patient;

    @BeforeEach
    void book() {
        List<UUID> free = jdbc.sql(FREE).query(UUID.class).list();
        early = booked(free.getFirst(), "Ribes");
        mine = booked(free.getLast(), "Vidal");
        patient = browser();
        patient.get("/manage");
        patient.post("/manage/open", Map.of("token", tokens.issue(mine.id())));
    }

    @AfterEach
    void leave() {
        changes.cancel(mine.id(), "mistake", By.FRONT_DESK);
        changes.cancel(early.id(), "mistake", By.FRONT_DESK);
        offering.serve();
    }

    @Test
    void somebodyAsksIsToldAndComesEarlier() {
        assertThat(patient.get("/me").body()).contains("Prévenez-moi si une place plus tôt se libère");
        assertThat(patient.post("/me/wait", Map.of("who", "any", "notice", "180"))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/me?said=waiting"));
        assertThat(patient.get("/me?said=waiting").body()).contains("Vous êtes sur la liste d’attente");

        changes.cancel(early.id(), "patient", By.FRONT_DESK);
        offering.serve();
        assertThat(patient.get("/me").body()).contains("Une place se libère", "Je prends cette place");
        assertThat(browser().get("/demo/messages").body()).contains("Une place plus tôt");

        patient.post("/me/offer", Map.of());
        assertThat(patient.get("/me?said=taken").body()).contains("Votre rendez-vous est avancé");
        assertThat(appointments.find(mine.id()).orElseThrow().start()).isEqualTo(early.start());
    }

    @Test
    void theSecretarySeesWhoWaitsAndTakesHerOffTheList() {
        Browser secretary = browser();
        secretary.signIn("nathalie.bosch", Accounts.DEMONSTRATION_PASSWORD);
        secretary.get("/secretary/appointments/" + mine.id());
        var asked = secretary.post("/secretary/appointments/" + mine.id() + "/wait", Map.of("who", "same"));
        String list = asked.headers().firstValue("Location").orElseThrow();
        assertThat(secretary.get(list).body()).contains("Inscription faite", "Vidal", "seulement", "Ordinaire");
        secretary.post("/secretary/appointments/" + mine.id() + "/wait/end", Map.of());
        assertThat(secretary.get(list).body()).doesNotContain("Vidal");
    }

    @Test
    void strangersSeeNoList() {
        assertThat(browser()
                        .get("/secretary/sites/" + mine.siteId() + "/waitlist")
                        .statusCode())
                .isEqualTo(302);
        Browser planner = browser();
        planner.signIn("claire.soler", Accounts.DEMONSTRATION_PASSWORD);
        assertThat(planner.get("/secretary/sites/" + mine.siteId() + "/waitlist")
                        .statusCode())
                .isIn(403, 404);
        assertThat(planner.post("/secretary/appointments/" + mine.id() + "/wait", Map.of())
                        .statusCode())
                .isIn(403, 404);
        assertThat(browser().post("/me/offer", Map.of()).statusCode()).isIn(303, 403);
    }

    @Test
    void theLinkOfAReminderLeadsToTheQuestionWhetherToCancel() {
        assertThat(patient.get("/manage?to=cancel").body()).contains("name=\"to\" value=\"cancel\"");
        var opened = patient.post("/manage/open", Map.of("token", tokens.issue(mine.id()), "to", "cancel"));
        assertThat(opened.headers().firstValue("Location").orElseThrow()).contains("/me?cancel=1");
        assertThat(patient.get("/me?cancel=1").body()).contains("id=\"cancel\" open");
        patient.post("/me/cancel", Map.of());
        assertThat(appointments.find(mine.id()).orElseThrow().isActive()).isFalse();
    }

    private Appointment booked(UUID slot, String name) {
        var identity = new Identity(name, "Léa", LocalDate.parse("1990-04-01"), Sex.FEMALE);
        UUID id = patients.add(identity, name.toLowerCase(java.util.Locale.ROOT) + "@example.org", null, "secretary")
                .id();
        return ((Booking.Booked) frontDesk.book(slot, id, "consultation")).appointment();
    }
}
