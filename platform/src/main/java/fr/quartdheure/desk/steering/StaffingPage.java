package fr.quartdheure.desk.steering;

import fr.quartdheure.desk.ui.Page;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.scheduling.BookedHours;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /steering/staffing}: how many doctors keep the promised wait through the day, booth by booth and pooled. */
@Controller
public class StaffingPage {

    private static final String TEMPLATE = "desk/steering/staffing.jte";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Screens screens;
    private final BoothDays boothDays;

    StaffingPage(Screens screens, BoothDays boothDays) {
        this.screens = screens;
        this.boothDays = boothDays;
    }

    @GetMapping("/steering/staffing")
    ResponseEntity<byte[]> show(HttpServletRequest request, @RequestParam Map<String, String> asked) {
        var form = new StaffingForm(asked, boothDays.today());
        return form.wrongField().isEmpty()
                ? screens.show(request, TEMPLATE, new View(form, StaffingAnswer.of(form)))
                : screens.show(request, HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATE, new View(form, null));
    }

    /** One row a half-hour, plain numbers; 404 for a question that the page would refuse. */
    @GetMapping("/steering/staffing.csv")
    ResponseEntity<String> file(@RequestParam Map<String, String> asked) {
        var form = new StaffingForm(asked, boothDays.today());
        if (form.wrongField().isPresent()) {
            return ResponseEntity.notFound().build();
        }
        StaffingAnswer answer = StaffingAnswer.of(form);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("staffing.csv")
                                .build()
                                .toString())
                .body(StaffingCsv.write(form.curve(), answer.plan(asked.getOrDefault("network", "pooled"))));
    }

    /** An input of one half-hour. */
    public record HalfHour(String name, String hour, String value) {}

    /** The question and its answer. */
    public record View(StaffingForm form, @Nullable StaffingAnswer answer) {

        public Optional<BookedHours.Observed> observed() {
            return form.known().observed();
        }

        /** The curve as it is computed with, or as it was typed when something is to be corrected. */
        public List<HalfHour> halfHours(Page page) {
            var halfHours = new ArrayList<HalfHour>();
            StaffingCurve curve = form.shownCurve();
            for (int place = 0; place < curve.arrivals().size(); place++) {
                String name = curve.name(place);
                String value = answer == null
                        ? form.arrivalsText(name)
                        : number(page, curve.arrivals().get(place));
                halfHours.add(new HalfHour(name, page.hour(curve.from(place)), value));
            }
            return halfHours;
        }

        /** What was typed, when there are no hours to show it at. */
        public Map<String, String> kept() {
            return form.asked().entrySet().stream()
                    .filter(one -> one.getKey().matches("a[0-9]{4}"))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        public String total(Page page) {
            return answer == null
                    ? form.text("totalAsked")
                    : number(page, answer.curve().total());
        }

        public StaffingChart chart(StaffingAnswer found) {
            return new StaffingChart(found.rows());
        }

        /** The file of one network, of the figures that are shown. */
        public String file(String network) {
            var query = new StringBuilder("/steering/staffing.csv?network=" + network);
            form.asked().forEach((name, value) -> {
                if (!name.equals("network") && !name.equals("lang")) {
                    query.append('&').append(encoded(name)).append('=').append(encoded(value));
                }
            });
            return query.toString();
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        /** As the reader writes it, in the form that the page reads again. */
        private static String number(Page page, double value) {
            var format = NumberFormat.getNumberInstance(page.locale());
            format.setGroupingUsed(false);
            format.setMaximumFractionDigits(4);
            return format.format(value);
        }
    }
}
