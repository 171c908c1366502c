package fr.quartdheure.desk.patient.mine;

import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.account.ContactReading;
import fr.quartdheure.account.ContactVisits;
import fr.quartdheure.account.ContactVisits.Entering;
import fr.quartdheure.account.ProofOutcome;
import fr.quartdheure.desk.ui.Screens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The way in: a contact, then the code that was sent to it. Nobody is looked up before the code is back, so that the
 * door answers in the same words and time whether anything stands behind it.
 */
@Controller
public class DoorPage {

    private final Screens screens;
    private final ContactVisits visits;

    DoorPage(Screens screens, ContactVisits visits) {
        this.screens = screens;
        this.visits = visits;
    }

    @PostMapping("/me/all/contact")
    ResponseEntity<?> ask(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String contact) {
        Channel channel = contact.contains("@") ? Channel.EMAIL : Channel.SMS;
        return switch (Contact.read(channel, contact)) {
            case ContactReading.Refused refused ->
                door(request, 422, new Door(contact, refused.reason().messageKey(), null));
            case ContactReading.Understood understood -> {
                Optional<String> token = visits.ask(understood.contact());
                if (token.isEmpty()) {
                    yield door(request, 429, new Door(contact, null, "mine.door.often"));
                }
                VisitCookie.open(request, response, token.get());
                yield see("/me/all/code");
            }
        };
    }

    @GetMapping("/me/all/contact")
    ResponseEntity<Void> back() {
        return see("/me/all");
    }

    @GetMapping("/me/all/code")
    ResponseEntity<?> code(HttpServletRequest request) {
        Optional<Contact> asked = VisitCookie.token(request).flatMap(visits::findAsked);
        return asked.isEmpty() ? see("/me/all") : code(request, 200, new Code(asked.get(), null, 0));
    }

    @PostMapping("/me/all/code")
    ResponseEntity<?> enter(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String code) {
        String token = VisitCookie.token(request).orElse("");
        Optional<Contact> asked = visits.findAsked(token);
        if (asked.isPresent() && !code.replaceAll("\\s", "").matches("\\d{6}")) {
            return code(request, 422, new Code(asked.get(), "code.refused.form", 0));
        }
        return switch (visits.enter(token, code)) {
            case Entering.Entered entered -> {
                VisitCookie.open(request, response, entered.token());
                yield see("/me/all");
            }
            case Entering.Refused refused -> refuse(request, asked, refused.why());
        };
    }

    @PostMapping("/me/all/close")
    ResponseEntity<Void> close(HttpServletRequest request, HttpServletResponse response) {
        VisitCookie.token(request).ifPresent(visits::end);
        VisitCookie.close(request, response);
        return see("/me/all?said=closed");
    }

    private ResponseEntity<?> refuse(HttpServletRequest request, Optional<Contact> asked, ProofOutcome why) {
        return switch (why) {
            case ProofOutcome.Wrong wrong ->
                asked.map(contact -> code(request, 422, new Code(contact, "code.refused.wrong", wrong.attemptsLeft())))
                        .orElseGet(() -> over(request));
            case ProofOutcome.Exhausted _none -> door(request, 410, new Door("", null, "mine.door.exhausted"));
            case ProofOutcome.Expired _late -> over(request);
            case ProofOutcome.Unknown _unknown -> over(request);
            case ProofOutcome.Proved _proved -> over(request);
        };
    }

    private ResponseEntity<byte[]> over(HttpServletRequest request) {
        return door(request, 410, new Door("", null, "mine.door.over"));
    }

    private ResponseEntity<byte[]> code(HttpServletRequest request, int status, Code it) {
        return screens.show(request, HttpStatusCode.valueOf(status), "desk/patient/mine/code.jte", it);
    }

    private ResponseEntity<byte[]> door(HttpServletRequest request, int status, Door it) {
        return screens.show(request, HttpStatusCode.valueOf(status), "desk/patient/mine/door.jte", it);
    }

    static ResponseEntity<Void> see(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /**
     * @param contact as it was typed
     * @param refusalKey what is wrong with it
     * @param saidKey why the reader stands before the door again
     */
    public record Door(
            String contact,
            @Nullable String refusalKey,
            @Nullable String saidKey) {}

    /** @param attemptsLeft for {@code code.refused.wrong} */
    public record Code(Contact contact, @Nullable String refusalKey, int attemptsLeft) {

        public boolean byText() {
            return contact.channel() == Channel.SMS;
        }
    }
}
