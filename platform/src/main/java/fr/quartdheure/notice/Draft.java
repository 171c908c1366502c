package fr.quartdheure.notice;

import fr.quartdheure.account.Channel;
import fr.quartdheure.account.IssuedCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to put into the outbox.
 *
 * @param purpose what it is for, such as "code" or "booked"
 * @param recipient a contact in its normal form
 * @param code the code that the text carries, which the demonstration shows in big digits
 * @param calendar the calendar file to attach, with its METHOD
 */
record Draft(
        String purpose,
        @Nullable UUID appointmentId,
        Channel channel,
        String recipient,
        String subject,
        String body,
        @Nullable String code,
        @Nullable String calendar) {

    /** Codes are worth nothing after ten minutes and tempt to flood somebody's phone. */
    static final String CODE = "code";

    static Draft ofCode(IssuedCode issued, @Nullable UUID appointmentId, String subject, String body) {
        return new Draft(CODE, appointmentId, issued.channel(), issued.contact(), subject, body, issued.code(), null);
    }

    Draft withCalendar(CalendarFile file) {
        return new Draft(purpose, appointmentId, channel, recipient, subject, body, code, file.text());
    }
}
