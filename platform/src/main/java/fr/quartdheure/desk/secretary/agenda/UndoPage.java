package fr.quartdheure.desk.secretary.agenda;

import fr.quartdheure.desk.secretary.DayBoardPage;
import fr.quartdheure.desk.secretary.DeskAccess;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.undo.DeskActs;
import fr.quartdheure.undo.Undone;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One key takes back what was done last. */
@Controller
class UndoPage {

    private final Screens screens;
    private final DeskAccess access;
    private final DeskActs acts;
    private final Clock clock;

    UndoPage(Screens screens, DeskAccess access, DeskActs acts, Clock clock) {
        this.screens = screens;
        this.access = access;
        this.acts = acts;
        this.clock = clock;
    }

    @PostMapping("/secretary/sites/{siteId}/undo")
    ResponseEntity<byte[]> undo(HttpServletRequest request, @PathVariable UUID siteId, @ModelAttribute Asked asked) {
        return access.site(siteId)
                .map(site -> {
                    String said = switch (acts.undo()) {
                        case Undone.Done _done -> "undone";
                        case Undone.Nothing _nothing -> "undo-nothing";
                        case Undone.Overtaken _late -> "undo-overtaken";
                    };
                    return DayBoardPage.see(asked.errand(site, clock).plainBoard() + "&said=" + said);
                })
                .orElseGet(() -> screens.show(request, DayBoardPage.ABSENT));
    }
}
