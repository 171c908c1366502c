package fr.quartdheure.notice;

import fr.quartdheure.account.Channel;
import fr.quartdheure.time.Paris;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Hands SMS to the operator's gateway, within the day's budget. */
@Component
class SmsCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(SmsCarrier.class);

    private final SmsSettings settings;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient client;
    private volatile @Nullable LocalDate alertedOn;

    SmsCarrier(SmsSettings settings, Outbox outbox, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
        this.client = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean ready() {
        if (!settings.present()) {
            return false;
        }
        boolean affordable = outbox.smsToday() < settings.dailyBudget();
        if (!affordable) {
            alert();
        }
        return affordable;
    }

    @Override
    public Delivery carry(QueuedMessage message) {
        if (!ready()) {
            return new Delivery.Later("the day's SMS are used up");
        }
        try {
            HttpResponse<Void> answer = client.send(request(message), BodyHandlers.discarding());
            int status = answer.statusCode();
            if (status / 100 == 2) {
                return new Delivery.Done();
            }
            return status == 400 || status == 422
                    ? new Delivery.Impossible("the SMS gateway refused the number or the text (" + status + ")")
                    : new Delivery.Later("the SMS gateway answered " + status);
        } catch (IOException e) {
            return new Delivery.Later("SMS gateway: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery.Later("stopped while sending");
        }
    }

    private HttpRequest request(QueuedMessage message) {
        String body = json.writeValueAsString(Map.of("to", message.recipient(), "text", plain(message.body())));
        var request = HttpRequest.newBuilder(Objects.requireNonNull(settings.url()))
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                // A gateway that knows it sends one SMS for all tries of one message.
                .header("Idempotency-Key", "message-" + message.id())
                .POST(BodyPublishers.ofString(body));
        if (!settings.token().isBlank()) {
            request.header("Authorization", "Bearer " + settings.token());
        }
        return request.build();
    }

    /** One character outside the GSM alphabet more than halves what fits into an SMS. */
    private static String plain(String text) {
        return text.replace('’', '\'')
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace("…", "...");
    }

    private void alert() {
        LocalDate today = Paris.dayOf(clock.instant());
        if (!today.equals(alertedOn)) {
            alertedOn = today;
            LOG.error(
                    "The {} SMS of today are used up: further ones wait until tomorrow."
                            + " Raise quartdheure.sms.daily-budget if that is right.",
                    settings.dailyBudget());
        }
    }
}
