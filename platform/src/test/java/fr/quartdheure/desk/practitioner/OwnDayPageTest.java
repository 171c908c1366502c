package fr.quartdheure.desk.practitioner;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OwnDayPageTest extends RunningPlatform {

    private static final String NEXT = """
            select a.id from scheduling.appointment a
            where a.start_at > now() and a.status = 'booked' and (a.practitioner_id = :me) = :mine
            order by a.start_at limit 1
            """;

    @Test
    void thePractitionerMovesHerOwnPatientsOnlyAlong() {
        var login = jdbc.sql(
                        "select login from account.account where practitioner_id is not null order by login limit 1")
                .query(String.class)
                .single();
        UUID me = jdbc.sql("select practitioner_id from account.account where login = :login")
                .param("login", login)
                .query(UUID.class)
                .single();
        Browser browser = browser();
        browser.signIn(login, Accounts.DEMONSTRATION_PASSWORD);
        UUID own = next(me, true);

        String page = browser.get("/practitioner?day=" + dayOf(own)).body();
        var started = advance(browser, own, "in-consultation");
        var foreign = advance(browser, next(me, false), "in-consultation");

        assertThat(page).contains("La journée", "Réservé");
        assertThat(started).isEqualTo(303);
        assertThat(foreign).isEqualTo(404);
        assertThat(browser.get("/practitioner?day=" + dayOf(own)).body()).contains("En consultation");
        assertThat(browser.get("/secretary").statusCode()).isEqualTo(404);
    }

    private int advance(Browser browser, UUID id, String to) {
        return browser.post("/practitioner/appointments/" + id + "/advance", Map.of("to", to))
                .statusCode();
    }

    private UUID next(UUID me, boolean mine) {
        return jdbc.sql(NEXT)
                .param("me", me)
                .param("mine", mine)
                .query(UUID.class)
                .single();
    }

    private LocalDate dayOf(UUID id) {
        return jdbc.sql(
                        "select (start_at at time zone 'Europe/Paris')::date from scheduling.appointment where id = :id")
                .param("id", id)
                .query(LocalDate.class)
                .single();
    }
}
