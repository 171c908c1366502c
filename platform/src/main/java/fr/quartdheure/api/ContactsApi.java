package fr.quartdheure.api;

import fr.quartdheure.account.Channel;
import fr.quartdheure.account.Contact;
import fr.quartdheure.account.ContactProofs;
import fr.quartdheure.account.ContactReading;
import fr.quartdheure.account.ProofOutcome;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/contacts}: proves a contact before a hold, where anonymous holds are already too many. */
@RestController
class ContactsApi {

    private final ContactProofs proofs;

    ContactsApi(ContactProofs proofs) {
        this.proofs = proofs;
    }

    @PostMapping(path = "/api/v1/contacts", produces = "application/json")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProofAsked ask(@RequestBody ContactGiven given) {
        Contact contact = read(given);
        return new ProofAsked(proofs.request(contact.channel(), contact.value(), null), "awaiting-code");
    }

    @PostMapping(path = "/api/v1/contacts/{id}/confirmation", produces = "application/json")
    ProofAsked confirm(@PathVariable UUID id, @RequestBody CodeGiven given) {
        return switch (proofs.check(id, Bodies.required("code", given.code()))) {
            case ProofOutcome.Proved _proved -> new ProofAsked(id, "proved");
            case ProofOutcome.Wrong wrong ->
                throw new Refused(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "code-wrong",
                        Map.of("attemptsLeft", wrong.attemptsLeft()),
                        wrong.attemptsLeft());
            case ProofOutcome.Exhausted _exhausted -> throw new Refused(HttpStatus.GONE, "code-exhausted");
            case ProofOutcome.Expired _expired -> throw new Refused(HttpStatus.GONE, "code-expired");
            case ProofOutcome.Unknown _unknown -> throw new Refused(HttpStatus.NOT_FOUND, "not-found");
        };
    }

    static Contact read(ContactGiven given) {
        boolean email = given.email() != null && !given.email().isBlank();
        String typed = Bodies.required("contact", email ? given.email() : given.phone());
        return switch (Contact.read(email ? Channel.EMAIL : Channel.SMS, typed)) {
            case ContactReading.Understood understood -> understood.contact();
            case ContactReading.Refused _refused ->
                throw Bodies.malformed(email ? "contact.email" : "contact.phone", typed);
        };
    }

    record ContactGiven(@Nullable String email, @Nullable String phone) {}

    record CodeGiven(@Nullable String code) {}

    record ProofAsked(UUID id, String status) {}
}
