package fr.quartdheure.desk.steering;

import fr.quartdheure.extract.Archive;
import fr.quartdheure.extract.Siting;
import fr.quartdheure.planning.CareKind;
import fr.quartdheure.planning.Coverages;
import fr.quartdheure.planning.Prospect;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /steering/archive.zip}: what the figures of a page can be computed again from, with the commands for it. */
@Controller
class ArchivePage {

    private final Steering steering;
    private final Coverages coverages;

    ArchivePage(Steering steering, Coverages coverages) {
        this.steering = steering;
        this.coverages = coverages;
    }

    /** The openings and the plan are asked in the words of their own pages. */
    @GetMapping("/steering/archive.zip")
    void write(
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") List<String> change,
            @RequestParam(defaultValue = "") String care,
            @ModelAttribute OpeningForm openings,
            @ModelAttribute PlanForm plan)
            throws IOException {
        Prospect today = steering.today();
        Asked asked = steering.asked(today.picture(), area, "", change);
        CareKind chosen = coverages.kinds().contains(new CareKind(care)) ? new CareKind(care) : CareKind.CENTRE;
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("quart-dheure-" + asked.area().key() + ".zip")
                        .build()
                        .toString());
        new Archive(
                        steering.of(today.picture(), asked.changes()),
                        asked.area(),
                        steering.communes(today.picture(), asked.area()),
                        chosen,
                        siting(asked, today, openings, plan))
                .write(response.getOutputStream());
    }

    private static @Nullable Siting siting(Asked asked, Prospect today, OpeningForm openings, PlanForm plan) {
        var question = openings.isAsked() ? openings.question(asked.area()) : null;
        if (question != null) {
            return Siting.of(question, today);
        }
        var planned = plan.isAsked() ? plan.question(asked.area()) : null;
        return planned == null ? null : Siting.of(planned, today);
    }
}
