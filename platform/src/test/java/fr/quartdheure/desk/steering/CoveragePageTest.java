package fr.quartdheure.desk.steering;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is near which care, over HTTP and without any script. */
class CoveragePageTest extends RunningPlatform {

    private static final String CLOSE_ALL = """
            update scheduling.slot set bookable_from = 'infinity' where start_at < now() + interval '3 days'
            """;
    private static final String REOPEN = """
            update scheduling.slot set bookable_from = '-infinity' where bookable_from = 'infinity'
            """;

    private Browser planner;

    @BeforeEach
    void signIn() {
        planner = browser();
        planner.signIn("claire.soler", Accounts.DEMONSTRATION_PASSWORD);
    }

    @Test
    void strangersAreAskedToSignIn() {
        assertThat(browser().get("/steering/coverage").statusCode()).isEqualTo(302);
    }

    @Test
    void everyServiceHasItsRowAndTheWeekItsHours() {
        String page = planner.get("/steering/coverage?area=department-66&care=physiotherapy")
                .body();

        assertThat(page)
                .contains("Médecin généraliste", "Pédicure-podologue", "Borne de téléconsultation", "45 min")
                .contains("à quelles heures", "lun.", "20–21", "class=\"m5\"")
                .contains("aria-current=\"page\">Couverture", "<option value=\"physiotherapy\" selected")
                .contains("/steering/communes/66");
    }

    @Test
    void anUnknownCareIsAnsweredWithTheOneMostAskedFor() {
        assertThat(planner.get("/steering/coverage?care=nonsense").body())
                .contains("<option value=\"general-practice\" selected");
    }

    @Test
    void theFileCountsWhatThePageShows() {
        var answer = planner.get("/steering/coverage.csv?area=department-66");

        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("coverage-department-66.csv");
        var lines = List.of(answer.body().split("\r\n"));
        assertThat(lines.getFirst()).startsWith("measure,care,population,within_5,share_5");
        assertThat(lines).hasSize(1 + 12 + 3 + 9 + 1);
        for (String line : lines.subList(1, lines.size())) {
            var within = Arrays.stream(line.split(",")).skip(3).toList();
            assertThat(Long.parseLong(within.get(0)))
                    .as(line)
                    .isLessThanOrEqualTo(Long.parseLong(within.get(4)))
                    .isLessThanOrEqualTo(Long.parseLong(line.split(",")[2]));
        }
    }

    @Test
    void onlySlotsThatCanBeBookedNowAreFree() {
        assertThat(within15("free-on-site,general-practice,")).isPositive();
        assertThat(within15("free-on-site,general-practice,"))
                .isLessThanOrEqualTo(within15("standing,general-practice,"));
        jdbc.sql(CLOSE_ALL).update();
        try {
            assertThat(within15("free-on-site,general-practice,")).isZero();
            assertThat(within15("free-at-booth,booth,")).isZero();
            assertThat(within15("standing,general-practice,")).isPositive();
        } finally {
            jdbc.sql(REOPEN).update();
        }
    }

    private long within15(String start) {
        String row = Arrays.stream(planner.get("/steering/coverage.csv?area=department-66")
                        .body()
                        .split("\r\n"))
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(row.split(",")[7]);
    }
}
