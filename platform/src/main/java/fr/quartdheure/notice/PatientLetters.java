package fr.quartdheure.notice;

import fr.quartdheure.account.Channel;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.directory.Practitioners;
import fr.quartdheure.directory.Site;
import fr.quartdheure.directory.Sites;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.patient.Patients;
import fr.quartdheure.scheduling.Appointment;
import fr.quartdheure.scheduling.ManageTokens;
import fr.quartdheure.time.Paris;
import fr.quartdheure.web.PublicAddress;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What is written to a patient about her appointment: by e-mail where she has one, else by SMS; nothing when she left
 * neither. Each message carries a link of its own that opens the appointment.
 */
@Component
class PatientLetters {

    /** Its link leads straight to the question whether to cancel. */
    static final String REMINDER = "reminder";

    /** Its link leads to the hours that are proposed. */
    static final String REOFFER = "reoffer";

    private final Patients patients;
    private final Sites sites;
    private final Practitioners practitioners;
    private final ManageTokens tokens;
    private final Composer composer;
    private final PublicAddress address;

    PatientLetters(
            Patients patients,
            Sites sites,
            Practitioners practitioners,
            ManageTokens tokens,
            Composer composer,
            PublicAddress address) {
        this.patients = patients;
        this.sites = sites;
        this.practitioners = practitioners;
        this.tokens = tokens;
        this.composer = composer;
        this.address = address;
    }

    /**
     * @param draft of the message
     * @param link that it carries
     */
    record Letter(Draft draft, String link) {

        boolean isMail() {
            return draft.channel() == Channel.EMAIL;
        }
    }

    Optional<Letter> about(String purpose, Appointment appointment) {
        return about(purpose, appointment, appointment, List.of());
    }

    /**
     * @param mine the appointment whose patient is told and that the link opens
     * @param told the hour, practitioner and site that the text speaks of
     * @param more what else the text says, after what every text says
     */
    Optional<Letter> about(String purpose, Appointment mine, Appointment told, List<String> more) {
        UUID patientId = mine.patientId();
        Optional<Patient> patient = patientId == null ? Optional.empty() : patients.find(patientId);
        return patient.filter(one -> one.email() != null || one.phone() != null)
                .map(one -> write(purpose, mine, one, new Facts(told, more)));
    }

    private record Facts(Appointment told, List<String> more) {}

    private Letter write(String purpose, Appointment mine, Patient patient, Facts facts) {
        Site site = sites.find(facts.told().siteId()).orElseThrow();
        String who = practitioners
                .find(facts.told().practitionerId())
                .map(Practitioner::displayName)
                .orElse("");
        String moment = moment(facts.told().start());
        String link = address.base() + "/manage" + leadingTo(purpose) + tokens.issue(mine.id());
        String subject = composer.say("notice." + purpose + ".subject", moment);
        String email = patient.email();
        if (email != null) {
            var said = new ArrayList<Object>(List.of(moment, who, place(site), phone(site), link));
            said.addAll(facts.more());
            String text = composer.letter("notice." + purpose + ".text", said.toArray());
            return new Letter(new Draft(purpose, mine.id(), Channel.EMAIL, email, subject, text, null, null), link);
        }
        var said = new ArrayList<Object>(List.of(moment, site.name(), link));
        said.addAll(facts.more());
        String text = composer.sms("notice." + purpose + ".sms", said.toArray());
        String phone = java.util.Objects.requireNonNull(patient.phone());
        return new Letter(new Draft(purpose, mine.id(), Channel.SMS, phone, subject, text, null, null), link);
    }

    private static String leadingTo(String purpose) {
        return switch (purpose) {
            case REMINDER -> "?to=cancel#";
            case REOFFER -> "?to=hours#";
            default -> "#";
        };
    }

    /** "lundi 23 novembre à 9 h 15". */
    String moment(Instant instant) {
        Locale locale = composer.locale();
        var day = DateTimeFormatter.ofPattern("EEEE d MMMM", locale).format(instant.atZone(Paris.ZONE));
        return composer.say("layout.moment", day, hour(instant));
    }

    /** "9 h 15". */
    String hour(Instant instant) {
        Locale locale = composer.locale();
        var at = instant.atZone(Paris.ZONE);
        String pattern = locale.equals(Locale.ENGLISH) ? "H:mm" : at.getMinute() == 0 ? "H 'h'" : "H 'h' mm";
        return DateTimeFormatter.ofPattern(pattern, locale).format(at);
    }

    private static String place(Site site) {
        String line = site.address().line();
        return site.name() + (line == null ? "" : ", " + line) + ", "
                + site.address().town();
    }

    private static String phone(Site site) {
        String phone = site.phone();
        return phone == null ? "" : phone;
    }
}
