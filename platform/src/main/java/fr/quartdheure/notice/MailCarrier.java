package fr.quartdheure.notice;

import fr.quartdheure.account.Channel;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mail to the operator's SMTP server. */
@Component
class MailCarrier implements Carrier {

    private static final String SENDER = "Quart d’heure";

    private final MailSettings settings;
    private final JavaMailSenderImpl server;

    MailCarrier(MailSettings settings) {
        this.settings = settings;
        this.server = server(settings);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean ready() {
        return settings.present();
    }

    @Override
    public Delivery carry(QueuedMessage message) {
        try {
            server.send(letter(message));
            return new Delivery.Done();
        } catch (MailSendException e) {
            return e.getFailedMessages().values().stream().anyMatch(MailCarrier::noSuchAddress)
                    ? new Delivery.Impossible("the server knows no such address")
                    : new Delivery.Later(reason(e));
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            return new Delivery.Later(reason(e));
        }
    }

    private MimeMessage letter(QueuedMessage message) throws MessagingException, UnsupportedEncodingException {
        MimeMessage letter = server.createMimeMessage();
        String calendar = message.calendar();
        var helper = new MimeMessageHelper(letter, calendar != null, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from(), SENDER);
        helper.setTo(message.recipient());
        helper.setSubject(message.subject());
        if (calendar == null) {
            helper.setText(message.body());
        } else {
            letter.setContent(withCalendar(message.body(), calendar));
        }
        letter.setHeader("Auto-Submitted", "auto-generated");
        // The same at each try: should the answer of a server get lost, the mailbox shows one message, not two.
        letter.setHeader(
                "Message-ID",
                "<message-" + message.id() + "-" + message.createdAt().toEpochMilli() + "@"
                        + settings.from().substring(settings.from().indexOf('@') + 1) + ">");
        return letter;
    }

    /**
     * The calendar twice, as the programs want it: beside the text, where Outlook, Gmail and Thunderbird find an
     * invitation, its update and its cancellation by the METHOD of its type; and as a file to be opened by hand.
     */
    private static MimeMultipart withCalendar(String body, String calendar) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(body, StandardCharsets.UTF_8.name());
        var spoken = new MimeMultipart("alternative", text);
        String method = CalendarFile.methodOf(calendar);
        if (!method.equals("PUBLISH")) {
            spoken.addBodyPart(part(calendar, method));
        }
        var first = new MimeBodyPart();
        first.setContent(spoken);
        var file = part(calendar, method);
        file.setFileName("rendez-vous.ics");
        file.setDisposition(Part.ATTACHMENT);
        return new MimeMultipart("mixed", first, file);
    }

    private static MimeBodyPart part(String calendar, String method) throws MessagingException {
        var part = new MimeBodyPart();
        String type = "text/calendar; charset=UTF-8; method=" + method;
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(calendar.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static boolean noSuchAddress(Throwable failure) {
        return failure instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null
                && refused.getInvalidAddresses().length > 0;
    }

    /** Without the texts of the server, which may repeat the address. */
    private static String reason(Exception failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "mail server: " + root.getClass().getSimpleName();
    }

    private static JavaMailSenderImpl server(MailSettings settings) {
        var server = new JavaMailSenderImpl();
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = server.getJavaMailProperties();
        String millis = String.valueOf(settings.timeout().toMillis());
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.tls() == MailSettings.Tls.IMPLICIT));
        boolean startTls = settings.tls() == MailSettings.Tls.STARTTLS;
        properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
        if (!settings.user().isBlank()) {
            server.setUsername(settings.user());
            server.setPassword(settings.password());
            properties.put("mail.smtp.auth", "true");
        }
        return server;
    }
}
