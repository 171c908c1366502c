package fr.quartdheure.desk.steering;

import fr.quartdheure.atlas.queue.Load;
import fr.quartdheure.atlas.queue.Promise;
import fr.quartdheure.atlas.queue.Queue;
import fr.quartdheure.atlas.queue.Staffing;
import fr.quartdheure.desk.ui.Screens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** {@code /steering/staffing}: how many doctors keep the promised wait, booth by booth and pooled. */
@Controller
public class StaffingPage {

    private static final String TEMPLATE = "desk/steering/staffing.jte";

    private final Screens screens;

    StaffingPage(Screens screens) {
        this.screens = screens;
    }

    @GetMapping("/steering/staffing")
    ResponseEntity<String> show(HttpServletRequest request, @ModelAttribute StaffingForm form) {
        var wrong = form.wrongField();
        return wrong.isEmpty()
                ? screens.show(request, TEMPLATE, new View(form, rows(form)))
                : screens.show(request, HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATE, new View(form, List.of()));
    }

    private static List<Row> rows(StaffingForm form) {
        int booths = form.booths();
        int equipped = booths + form.more();
        var rows = new ArrayList<Row>();
        rows.add(row("alone", booths, booths, queue(form, 1)));
        rows.add(row("pooled", booths, 1, queue(form, booths)));
        if (equipped > booths) {
            rows.add(row("pooled", equipped, 1, queue(form, equipped)));
        }
        return rows;
    }

    private static Queue queue(StaffingForm form, int booths) {
        return Staffing.fewest(
                new Load(booths * form.arrivals(), form.service()), new Promise(form.mean(), Promise.NONE));
    }

    private static Row row(String how, int booths, int queues, Queue queue) {
        return new Row(how, booths, queues * queue.servers(), queue.meanWait(), queue.p90Wait(), queue.occupancy());
    }

    /**
     * What one way to staff the booths needs and gives.
     *
     * @param how "alone", each booth its own doctors, or "pooled", one queue for all
     * @param doctors in all, at the same time
     * @param mean wait in minutes
     * @param p90 minutes that nine of ten do not exceed
     * @param occupancy share of their time that doctors consult, 0 to 1
     */
    public record Row(String how, int booths, int doctors, double mean, double p90, double occupancy) {}

    /** The question and its answer. */
    public record View(StaffingForm form, List<Row> rows) {}
}
