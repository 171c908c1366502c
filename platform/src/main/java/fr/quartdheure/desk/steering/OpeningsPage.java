package fr.quartdheure.desk.steering;

import fr.quartdheure.atlas.opening.Benefit;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.planning.Area;
import fr.quartdheure.planning.Figures;
import fr.quartdheure.planning.OpeningAnswer;
import fr.quartdheure.planning.OpeningQuestion;
import fr.quartdheure.planning.Openings;
import fr.quartdheure.planning.Picture;
import fr.quartdheure.planning.Prospect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /steering/openings}: where the next centres should open, the ones that stand being kept. */
@Controller
public class OpeningsPage {

    private static final String TEMPLATE = "desk/steering/openings.jte";

    private final Screens screens;
    private final Steering steering;
    private final Openings openings;

    OpeningsPage(Screens screens, Steering steering, Openings openings) {
        this.screens = screens;
        this.steering = steering;
        this.openings = openings;
    }

    @GetMapping("/steering/openings")
    ResponseEntity<byte[]> show(HttpServletRequest request, @ModelAttribute OpeningForm form) {
        Prospect today = steering.today();
        Picture picture = today.picture();
        Area area = steering.area(picture, form.areaKey());
        var question = form.isAsked() ? form.question(area) : null;
        View view = question == null
                ? new View(
                        form,
                        area,
                        steering.areas(picture),
                        null,
                        null,
                        null,
                        null,
                        picture.offer().isWhole())
                : answered(form, question, today);
        return form.isAsked() && question == null
                ? screens.show(request, HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATE, view)
                : screens.show(request, TEMPLATE, view);
    }

    private View answered(OpeningForm form, OpeningQuestion question, Prospect today) {
        Picture picture = today.picture();
        int[] communes = steering.communes(picture, question.area());
        OpeningAnswer answer = openings.answer(question, today);
        Figures then = answer instanceof OpeningAnswer.Found found
                ? steering.of(picture, found.openings()).figures(communes)
                : null;
        return new View(
                form,
                question.area(),
                steering.areas(picture),
                question,
                answer,
                today.figures(communes),
                then,
                picture.offer().isWhole());
    }

    /**
     * The question and, once it was asked, its answer.
     *
     * @param then the figures with the openings
     * @param isWhole whether the offer counts every doctor, so that shares under a threshold mean something
     */
    public record View(
            OpeningForm form,
            Area area,
            List<Area> areas,
            @Nullable OpeningQuestion question,
            @Nullable OpeningAnswer answer,
            @Nullable Figures today,
            @Nullable Figures then,
            boolean isWhole) {

        public List<String> benefits() {
            return Arrays.stream(Benefit.values()).map(OpeningsPage::code).toList();
        }

        /** The map with the chosen openings. */
        public String mapQuery(OpeningAnswer.Found found) {
            return Asked.query(area, Indicator.APL, found.openings());
        }
    }

    static String code(Benefit benefit) {
        return benefit.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
