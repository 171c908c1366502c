package fr.quartdheure.desk.demo;

import fr.quartdheure.database.Birth;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.notice.KeptMessage;
import fr.quartdheure.notice.Outbox;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The mails and SMS that a demonstration would have sent, for whoever plays the patient. */
@Controller
class DemoMessagesPage {

    private final Screens screens;
    private final Outbox outbox;
    private final Birth birth;

    DemoMessagesPage(Screens screens, Outbox outbox, Birth birth) {
        this.screens = screens;
        this.outbox = outbox;
        this.birth = birth;
    }

    @GetMapping("/demo/messages")
    ResponseEntity<?> messages(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        boolean isBrowser = accept != null && accept.contains("text/html");
        if (!isBrowser) {
            return json(request);
        }
        return birth.isDemo()
                ? screens.show(
                        request,
                        "desk/demo/messages.jte",
                        outbox.listKept().stream().map(ShownMessage::of).toList())
                : absent(request);
    }

    @GetMapping("/demo/messages.json")
    ResponseEntity<?> json(HttpServletRequest request) {
        if (!birth.isDemo()) {
            return absent(request);
        }
        List<KeptMessage> messages = outbox.listKept();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(messages);
    }

    private ResponseEntity<byte[]> absent(HttpServletRequest request) {
        return screens.show(request, Problem.of(404, "problem.absent"));
    }
}
