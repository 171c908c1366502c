package fr.quartdheure.desk.steering;

import fr.quartdheure.atlas.opening.Benefit;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.planning.Area;
import fr.quartdheure.planning.Picture;
import fr.quartdheure.planning.PlanAnswer;
import fr.quartdheure.planning.PlanQuestion;
import fr.quartdheure.planning.Plans;
import fr.quartdheure.planning.Prospect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /steering/plan}: which centres should open in which year, and with how many doctors each. */
@Controller
public class PlanPage {

    private static final String TEMPLATE = "desk/steering/plan.jte";

    private final Screens screens;
    private final Steering steering;
    private final Plans plans;

    PlanPage(Screens screens, Steering steering, Plans plans) {
        this.screens = screens;
        this.steering = steering;
        this.plans = plans;
    }

    @GetMapping("/steering/plan")
    ResponseEntity<byte[]> show(HttpServletRequest request, @ModelAttribute PlanForm form) {
        Prospect today = steering.today();
        Picture picture = today.picture();
        Area area = steering.area(picture, form.areaKey());
        PlanQuestion question = form.isAsked() ? form.question(area) : null;
        PlanAnswer answer = question == null ? null : plans.answer(question, today);
        var view = new View(
                form, area, steering.areas(picture), answer, picture.offer().isWhole());
        return form.isAsked() && question == null
                ? screens.show(request, HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATE, view)
                : screens.show(request, TEMPLATE, view);
    }

    /**
     * The question and, once it was asked, its answer.
     *
     * @param isWhole whether the offer counts every doctor, so that numbers under a threshold mean something
     */
    public record View(
            PlanForm form,
            Area area,
            List<Area> areas,
            @Nullable PlanAnswer answer,
            boolean isWhole) {

        public List<String> benefits() {
            return Arrays.stream(Benefit.values()).map(OpeningsPage::code).toList();
        }

        /** The map with all openings. */
        public String mapQuery(PlanAnswer.Found found) {
            return Asked.query(area, Indicator.APL, found.openings());
        }
    }
}
