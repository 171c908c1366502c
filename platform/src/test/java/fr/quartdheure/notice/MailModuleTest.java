package fr.quartdheure.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.quartdheure.account.Channel;
import fr.quartdheure.account.ContactProofs;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class MailModuleTest {

    private final GreenMail server = new GreenMail(new ServerSetup(freePort(), "localhost", ServerSetup.PROTOCOL_SMTP));
    private final int port = server.getSmtp().getServerSetup().getPort();

    @AfterEach
    void stop() {
        LocaleContextHolder.resetLocaleContext();
        server.stop();
    }

    @Test
    void aMailLeavesWithinASecondOfTheCommitWithItsCalendarAndIsBlanked() throws Exception {
        server.start();
        try (var outbox = new RealOutbox(RealOutbox.mail("localhost", port), RealOutbox.NO_SMS)) {
            outbox.put(draft("booked").withCalendar(new CalendarFile("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n")));
            await().atMost(Duration.ofSeconds(1)).until(() -> server.getReceivedMessages().length == 1);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getAllRecipients()[0]).hasToString("lea@example.org");
            assertThat(mail.getSubject()).isEqualTo("Votre rendez-vous à l’accueil");
            var parts = (MimeMultipart) mail.getContent();
            var spoken = (MimeMultipart) parts.getBodyPart(0).getContent();
            assertThat(spoken.getContentType()).startsWith("multipart/alternative");
            assertThat(spoken.getBodyPart(0).getContentType()).startsWith("text/plain");
            assertThat(spoken.getBodyPart(1).getContentType()).contains("text/calendar", "method=REQUEST");
            assertThat(spoken.getBodyPart(1).getDisposition()).isNull();
            var attachment = parts.getBodyPart(1);
            assertThat(attachment.getContentType()).contains("text/calendar").contains("method=REQUEST");
            assertThat(attachment.getFileName()).isEqualTo("rendez-vous.ics");
            assertThat(new String(attachment.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("BEGIN:VCALENDAR");
            await().until(() -> outbox.statuses().equals(java.util.List.of("sent")));
            assertThat(outbox.row()).containsEntry("body", null).containsEntry("calendar", null);
        }
    }

    @Test
    void aRolledBackActSendsNothing() {
        server.start();
        try (var outbox = new RealOutbox(RealOutbox.mail("localhost", port), RealOutbox.NO_SMS)) {
            outbox.transaction.executeWithoutResult(status -> {
                outbox.bean(Outbox.class).put(draft("booked"));
                status.setRollbackOnly();
            });
            outbox.put(draft("moved"));
            await().until(() -> outbox.statuses().equals(java.util.List.of("sent")));
            assertThat(server.getReceivedMessages()).hasSize(1);
        }
    }

    @Test
    void aMailWaitsForAServerThatIsDown() {
        try (var outbox = new RealOutbox(RealOutbox.mail("localhost", port), RealOutbox.NO_SMS)) {
            outbox.put(draft("booked"));
            await().until(() -> outbox.row().get("failure") != null);
            assertThat(outbox.row()).containsEntry("status", "queued").containsEntry("attempts", 1);
            server.start();
            outbox.clock.advance(Duration.ofSeconds(59));
            assertThat(outbox.bean(Messages.class).take(Channel.EMAIL, outbox.clock.instant(), Duration.ofMinutes(1)))
                    .isEmpty();
            outbox.clock.advance(Duration.ofSeconds(2));
            outbox.bean(Senders.class).wake(new MessageQueued(Channel.EMAIL));
            await().until(() -> outbox.statuses().equals(java.util.List.of("sent")));
            assertThat(server.getReceivedMessages()).hasSize(1);
        }
    }

    @Test
    void withoutSettingsMessagesStay() throws Exception {
        try (var outbox = new RealOutbox(RealOutbox.NO_MAIL, RealOutbox.NO_SMS)) {
            outbox.put(draft("booked"));
            Thread.sleep(300);
            assertThat(outbox.row()).containsEntry("status", "queued").containsEntry("attempts", 0);
            assertThat(outbox.bean(Outbox.class).state())
                    .extracting(OutboxState::queued, OutboxState::mailReady)
                    .containsExactly(1L, false);
        }
    }

    @Test
    void aCodeIsSentInTheLanguageOfTheRequestAndCanBeGivenBack() throws Exception {
        server.start();
        try (var outbox = new RealOutbox(RealOutbox.mail("localhost", port), RealOutbox.NO_SMS)) {
            var proofs = outbox.bean(ContactProofs.class);
            LocaleContextHolder.setLocale(Locale.ENGLISH);
            UUID proof = proofs.request(Channel.EMAIL, "lea@example.org", null);
            await().until(() -> server.getReceivedMessages().length == 1);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo("Your confirmation code");
            String text = com.icegreen.greenmail.util.GreenMailUtil.getBody(mail);
            var code =
                    java.util.regex.Pattern.compile("Your code is: ([0-9]{6})").matcher(text);
            assertThat(code.find()).as(text).isTrue();
            assertThat(proofs.check(proof, code.group(1)))
                    .isInstanceOf(fr.quartdheure.account.ProofOutcome.Proved.class);
            await().until(() -> outbox.row().get("code") == null);
        }
    }

    @Test
    void aCodeThatExpiredIsNotSent() throws Exception {
        try (var outbox = new RealOutbox(RealOutbox.mail("localhost", port), RealOutbox.NO_SMS)) {
            outbox.bean(ContactProofs.class).request(Channel.EMAIL, "lea@example.org", null);
            await().until(() -> outbox.row().get("failure") != null);
            server.start();
            outbox.clock.advance(Duration.ofMinutes(11));
            outbox.bean(Senders.class).wake(new MessageQueued(Channel.EMAIL));
            await().until(() -> outbox.statuses().equals(java.util.List.of("failed")));
            assertThat(outbox.row()).containsEntry("body", null).containsEntry("code", null);
            assertThat(server.getReceivedMessages()).isEmpty();
        }
    }

    private static Draft draft(String purpose) {
        return new Draft(
                purpose,
                UUID.randomUUID(),
                Channel.EMAIL,
                "lea@example.org",
                "Votre rendez-vous à l’accueil",
                "Lundi à 9 h 20.",
                null,
                null);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
