package fr.quartdheure.desk.patient;

import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.account.ContactProofs;
import fr.quartdheure.account.ContactReading;
import fr.quartdheure.account.ProofOutcome;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.scheduling.Holding;
import fr.quartdheure.scheduling.Holds;
import fr.quartdheure.scheduling.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When too much of a practitioner's day is held without a name, a contact is proved before one more hour is kept. */
@RestController
public class ContactPage {

    private final Screens screens;
    private final ContactProofs proofs;
    private final Holds holds;

    ContactPage(Screens screens, ContactProofs proofs, Holds holds) {
        this.screens = screens;
        this.proofs = proofs;
        this.holds = holds;
    }

    @GetMapping("/book/contact")
    ResponseEntity<byte[]> show(
            @RequestParam UUID slot,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        return form(request, 200, new View(slot, reason, back, null, "", null));
    }

    @PostMapping("/book/contact")
    ResponseEntity<byte[]> ask(
            @RequestParam UUID slot,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String contact,
            HttpServletRequest request) {
        Channel channel = contact.contains("@") ? Channel.EMAIL : Channel.SMS;
        return switch (Contact.read(channel, contact)) {
            case ContactReading.Refused refused ->
                form(
                        request,
                        422,
                        new View(
                                slot,
                                reason,
                                back,
                                null,
                                contact,
                                refused.reason().messageKey()));
            case ContactReading.Understood understood -> {
                UUID proof = proofs.request(channel, understood.contact().value(), null);
                yield form(request, 200, new View(slot, reason, back, proof, contact, null));
            }
        };
    }

    @PostMapping("/book/contact/code")
    ResponseEntity<?> prove(
            @RequestParam UUID slot,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String back,
            @RequestParam UUID proof,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (proofs.check(proof, code)) {
            case ProofOutcome.Proved _proved -> hold(slot, reason, back, request, response);
            case ProofOutcome.Wrong _wrong ->
                form(request, 422, new View(slot, reason, back, proof, "", "code.refused.again"));
            case ProofOutcome.Exhausted _none -> screens.show(request, Problem.of(410, "book.exhausted"));
            case ProofOutcome.Expired _over -> screens.show(request, Problem.of(410, "book.over"));
            case ProofOutcome.Unknown _unknown -> screens.show(request, Problem.of(410, "book.over"));
        };
    }

    private ResponseEntity<?> hold(
            UUID slot, String reason, String back, HttpServletRequest request, HttpServletResponse response) {
        Visitor visitor = Visitors.of(request, response);
        var proved = new Visitor(visitor.key(), visitor.address(), true);
        return switch (holds.hold(slot, reason, proved)) {
            case Holding.Held held ->
                HoldPage.seeOther("/book/" + held.appointment().id() + "/identity", back);
            case Holding.TooMany many -> screens.show(request, Problem.of(429, "book.tooMany", many.limit()));
            case Holding.Taken _taken -> screens.show(request, Problem.of(409, "book.gone"));
            case Holding.NotBookable _gone -> screens.show(request, Problem.of(404, "book.gone"));
            case Holding.NoSuchReason _none -> screens.show(request, HoldPage.NO_SUCH_REASON);
            case Holding.ProofNeeded _needed -> screens.show(request, Problem.of(409, "book.gone"));
        };
    }

    private ResponseEntity<byte[]> form(HttpServletRequest request, int status, View view) {
        return screens.show(request, HttpStatusCode.valueOf(status), "desk/patient/contact.jte", view);
    }

    /** @param proof set once a code was sent */
    public record View(
            UUID slot,
            String reason,
            String back,
            @Nullable UUID proof,
            String contact,
            @Nullable String refusalKey) {}
}
