package fr.quartdheure.notice;

import fr.quartdheure.account.Channel;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.registration.ComeBack;
import fr.quartdheure.registration.PlaceOffer;
import fr.quartdheure.registration.PlaceOffered;
import fr.quartdheure.registration.PlaceOffers;
import fr.quartdheure.registration.Registration;
import fr.quartdheure.registration.RegistrationRequest;
import fr.quartdheure.registration.Registrations;
import fr.quartdheure.registration.RequestTokens;
import fr.quartdheure.registration.Requests;
import fr.quartdheure.registration.StillWanted;
import fr.quartdheure.registration.TakenOn;
import fr.quartdheure.time.Paris;
import fr.quartdheure.web.PublicAddress;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes to somebody who looks for a médecin traitant: a place is kept for her, she is taken on, does she still want
 * one.
 * Nothing is written to whoever left neither an e-mail nor a mobile number: the secretary calls her.
 */
@Component
class RegistrationMessages {

    private final Requests requests;
    private final PlaceOffers offers;
    private final Registrations registrations;
    private final RequestTokens tokens;
    private final Patients patients;
    private final Practitioners practitioners;
    private final Sites sites;
    private final Composer composer;
    private final PublicAddress address;
    private final Outbox outbox;

    RegistrationMessages(
            Requests requests,
            PlaceOffers offers,
            Registrations registrations,
            RequestTokens tokens,
            Patients patients,
            Practitioners practitioners,
            Sites sites,
            Composer composer,
            PublicAddress address,
            Outbox outbox) {
        this.requests = requests;
        this.offers = offers;
        this.registrations = registrations;
        this.tokens = tokens;
        this.patients = patients;
        this.practitioners = practitioners;
        this.sites = sites;
        this.composer = composer;
        this.address = address;
        this.outbox = outbox;
    }

    @EventListener
    void on(PlaceOffered offered) {
        PlaceOffer offer = offers.find(offered.offerId()).orElseThrow();
        var lastDay = Paris.dayOf(offer.expiresAt().minusSeconds(1));
        String until =
                DateTimeFormatter.ofPattern("EEEE d MMMM", composer.locale()).format(lastDay);
        tell("place", offer.requestId(), doctor(offer.practitionerId()), site(offer.siteId()), until);
    }

    @EventListener
    void on(TakenOn taken) {
        Registration one = registrations.find(taken.registrationId()).orElseThrow();
        tell("taken", one.requestId(), doctor(one.practitionerId()), site(one.siteId()), "");
    }

    @EventListener
    void on(StillWanted asked) {
        tell("still", asked.requestId(), "", "", "");
    }

    @EventListener
    void on(ComeBack asked) {
        String doctor = registrations
                .findOfRequest(asked.requestId())
                .map(one -> doctor(one.practitionerId()))
                .orElse("");
        tell("back", asked.requestId(), doctor, "", "");
    }

    private void tell(String what, UUID requestId, String doctor, String site, String until) {
        RegistrationRequest request = requests.find(requestId).orElseThrow();
        Patient patient = patients.find(request.patientId()).orElseThrow();
        String email = patient.email();
        String phone = patient.phone();
        boolean mobile = phone != null && phone.matches("\\+33[67].*|\\+(?!33).*");
        if (email == null && !mobile) {
            return;
        }
        String link = address.base() + "/registration/manage#" + tokens.issue(requestId);
        String key = "notice.registration." + what;
        String subject = composer.say(key + ".subject", doctor, site);
        outbox.put(
                email != null
                        ? draft(
                                Channel.EMAIL,
                                email,
                                subject,
                                composer.letter(key + ".text", doctor, site, until, link))
                        : draft(
                                Channel.SMS,
                                Objects.requireNonNull(phone),
                                subject,
                                composer.sms(key + ".sms", doctor, site, until, link)));
    }

    private static Draft draft(Channel channel, String recipient, String subject, String text) {
        return new Draft("registration", null, channel, recipient, subject, text, null, null);
    }

    private String doctor(UUID practitionerId) {
        return practitioners.find(practitionerId).map(Practitioner::displayName).orElse("");
    }

    private String site(UUID siteId) {
        return sites.find(siteId).map(Site::name).orElse("");
    }
}
