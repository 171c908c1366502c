package fr.quartdheure.desk.opendata;

import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.opendata.DataSet;
import fr.quartdheure.opendata.OpenDataSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /opendata}: the files and their dictionary. */
@Controller
public class OpenDataPage {

    private final Screens screens;
    private final OpenDataSettings settings;

    OpenDataPage(Screens screens, OpenDataSettings settings) {
        this.screens = screens;
        this.settings = settings;
    }

    public record View(List<DataSet> sets, OpenDataSettings settings) {}

    @GetMapping("/opendata")
    ResponseEntity<byte[]> show(HttpServletRequest request) {
        return screens.show(request, "desk/opendata/opendata.jte", new View(List.of(DataSet.values()), settings));
    }
}
