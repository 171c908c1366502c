package fr.quartdheure.desk.steering;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What to open year after year, over HTTP and without any script. */
class PlanPageTest extends RunningPlatform {

    private static final String ASKED = "/steering/plan?area=department-66&inhabitants=500&benefit=covered";

    private Browser planner;

    @BeforeEach
    void signIn() {
        planner = browser();
        planner.signIn("claire.soler", Accounts.DEMONSTRATION_PASSWORD);
    }

    @Test
    void theQuestionIsAskedBeforeAnythingIsComputed() {
        assertThat(planner.get("/steering/plan").body())
                .contains("value=\"3, 3, 2\"", "aria-current=\"page\">Plan d’ouverture")
                .doesNotContain("id=\"answer\"");
    }

    @Test
    void aPlanTellsYearByYearWhatOpensAndWhatItBrings() {
        String page = planner.get(ASKED + "&years=2,1&doctors=6&least=1&most=3").body();

        assertThat(page)
                .contains("Année 1", "Année 2", "id=\"answer\"", "prouvé", "/steering?area=department-66")
                .doesNotContain("Année 3", "Habitants sous 2,5");
        assertThat(page.split("name=\"change\" value=\"opening_", -1)).hasSize(1 + 3);
    }

    @Test
    void theSameOpeningsAreFoundWithoutYears() {
        assertThat(planner.get("/steering/openings?area=department-66&openings=3&inhabitants=500")
                        .body())
                .contains("id=\"answer\"");
    }

    @Test
    void impossiblePlansAreExplained() {
        assertThat(planner.get(ASKED + "&years=2,1&doctors=20&least=1&most=3").body())
                .contains("il faut de 3 à 9 généralistes")
                .doesNotContain("professionals");
        assertThat(planner.get("/steering/plan?area=department-66&years=3&doctors=6&inhabitants=900000")
                        .body())
                .contains("Pas assez de communes candidates");
    }

    @Test
    void wrongNumbersAreSaidBesideTheirField() {
        var answer = planner.get(ASKED + "&years=many&doctors=6&least=1&most=3");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"years-error\"", "value=\"many\"");
        assertThat(planner.get(ASKED + "&years=2&doctors=6&least=4&most=3").body())
                .contains("id=\"most-error\"");
    }
}
