package fr.quartdheure.desk.secretary.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rooms and the register, as the secretaries of the site see them, and nobody else. */
class RoomsPageTest extends RunningPlatform {

    private static final String SITE = "select id from directory.site where name like '%Jeanne Danjou%'";
    private static final String BUSY = """
            select s.room_id, (s.start_at at time zone 'Europe/Paris')::date as day from scheduling.slot s
            where s.site_id = :site and s.room_id is not null and s.start_at > now() + interval '1 day'
            order by s.start_at limit 1
            """;

    private UUID site;
    private Browser secretary;

    @BeforeEach
    void signIn() {
        site = jdbc.sql(SITE).query(UUID.class).single();
        secretary = browser();
        secretary.signIn("nathalie.bosch", Accounts.DEMONSTRATION_PASSWORD);
        secretary.get("/secretary/rooms");
    }

    @Test
    void aRoomOutOfOrderIsAConflictWithAFreeRoom() {
        record Busy(UUID room, LocalDate day) {}
        Busy busy = jdbc.sql(BUSY)
                .param("site", site)
                .query((row, number) ->
                        new Busy(row.getObject("room_id", UUID.class), row.getObject("day", LocalDate.class)))
                .single();
        String week = "/secretary/rooms?site=" + site + "&week=" + busy.day();
        assertThat(secretary.get(week).body())
                .contains("Aucun conflit cette semaine", "Cabinet 22", "Salle de réunion");
        var broken = secretary.post(
                "/secretary/rooms/broken",
                Map.of(
                        "site", site.toString(),
                        "room", busy.room().toString(),
                        "first", busy.day().toString(),
                        "reason", "Peinture"));
        assertThat(broken.statusCode()).isEqualTo(303);
        String page = secretary.get(week).body();
        assertThat(page).contains("est hors service", "Peinture");
        var move = Pattern.compile("href=\"(/secretary/rules/[^\"]+act=room[^\"]+)\"")
                .matcher(page);
        assertThat(move.find()).isTrue();
        assertThat(secretary.get(move.group(1).replace("&amp;", "&")).body())
                .contains("Changement de salle", "créées", "retirées");
        var id = Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"").matcher(page);
        assertThat(id.find()).isTrue();
        secretary.post("/secretary/rooms/mended", Map.of("site", site.toString(), "id", id.group(1)));
        assertThat(secretary.get(week).body()).contains("Aucun conflit cette semaine");
    }

    @Test
    void theRegisterOnlyGrows() {
        UUID room = jdbc.sql("select id from directory.room where site_id = :site and kind = 'sterilisation'")
                .param("site", site)
                .query(UUID.class)
                .single();
        var cycle = new HashMap<>(Map.of(
                "site", site.toString(),
                "room", room.toString(),
                "kind", "sterilisation",
                "at", "2026-10-05T08:30",
                "load", "=1+2",
                "temperature", "134 °C",
                "result", "good"));
        assertThat(secretary.post("/secretary/rooms/register", cycle).statusCode())
                .isEqualTo(303);
        String month = "/secretary/rooms/register?site=" + site + "&month=2026-10";
        String id = group(secretary.get(month).body(), "correct=([0-9a-f-]{36})");
        cycle.put("corrects", id);
        assertThat(secretary.post("/secretary/rooms/register", cycle).body()).contains("Dites pourquoi vous corrigez");
        cycle.put("why", "Mauvaise charge");
        cycle.put("load", "118");
        assertThat(secretary
                        .post("/secretary/rooms/register", cycle)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("said=kept");
        assertThat(secretary
                        .post("/secretary/rooms/register", cycle)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("said=twice");
        assertThat(secretary.get(month).body()).contains("Corrigé plus bas", "Mauvaise charge");
        assertThat(secretary
                        .get("/secretary/rooms/register.csv?site=" + site + "&month=2026-10")
                        .body())
                .contains("'=1+2", "118", "134 °C", id);
        assertThatThrownBy(() -> jdbc.sql("delete from upkeep.entry").update()).hasMessageContaining("never changed");
    }

    @Test
    void othersSeeNeither() {
        UUID elsewhere = jdbc.sql("select id from directory.site where name like '%Cabestany%' limit 1")
                .query(UUID.class)
                .single();
        assertThat(secretary.get("/secretary/rooms?site=" + elsewhere).statusCode())
                .isEqualTo(404);
        assertThat(secretary.get("/secretary/rooms/register?site=" + elsewhere).statusCode())
                .isEqualTo(404);
        assertThat(secretary
                        .get("/secretary/rooms/register.csv?site=" + elsewhere)
                        .statusCode())
                .isEqualTo(404);
        assertThat(secretary
                        .post(
                                "/secretary/rooms/broken",
                                Map.of("site", elsewhere.toString(), "room", elsewhere.toString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser().get("/secretary/rooms").statusCode()).isEqualTo(302);
    }

    private static String group(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
