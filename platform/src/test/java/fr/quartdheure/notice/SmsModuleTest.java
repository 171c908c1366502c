package fr.quartdheure.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.quartdheure.account.Channel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmsModuleTest {

    private static final String LEA = "+33639981234";

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final HttpServer gateway = gateway();
    private volatile int status = 200;
    private volatile Duration slowness = Duration.ZERO;

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void anSmsIsPostedToTheGateway() {
        try (var outbox = outbox(1000)) {
            outbox.put(draft("code", LEA));
            await().atMost(Duration.ofSeconds(1)).until(() -> received.size() == 1);
            assertThat(received.getFirst())
                    .startsWith("Bearer secret ")
                    .contains("\"to\":\"" + LEA + "\"")
                    .contains("\"text\":\"Quart d'heure : 123456\"");
            await().until(() -> outbox.statuses().equals(List.of("sent")));
            assertThat(outbox.row()).containsEntry("body", null);
        }
    }

    @Test
    void aGatewayInTroubleIsTriedAgain() {
        status = 500;
        try (var outbox = outbox(1000)) {
            outbox.put(draft("booked", LEA));
            await().until(() -> outbox.row().get("failure") != null);
            assertThat(outbox.row()).containsEntry("failure", "the SMS gateway answered 500");
            status = 200;
            slowness = Duration.ofSeconds(5);
            again(outbox, Duration.ofMinutes(1));
            await().until(() -> String.valueOf(outbox.row().get("failure")).contains("Timeout"));
            slowness = Duration.ZERO;
            again(outbox, Duration.ofMinutes(5));
            await().until(() -> outbox.statuses().equals(List.of("sent")));
            assertThat(outbox.row()).containsEntry("attempts", 3);
        }
    }

    @Test
    void aNumberGetsThreeAnHourAndSixADay() {
        try (var outbox = outbox(1000)) {
            for (int hour = 0; hour < 3; hour++) {
                for (int i = 0; i < 4; i++) {
                    outbox.put(draft("code", LEA));
                }
                await().until(() -> !outbox.statuses().contains("queued"));
                outbox.clock.advance(Duration.ofMinutes(61));
            }
            assertThat(outbox.statuses().stream().filter("sent"::equals)).hasSize(6);
            assertThat(outbox.statuses().stream().filter("refused"::equals)).hasSize(6);
            assertThat(received).hasSize(6);
        }
    }

    @Test
    void otherCountriesAndPremiumNumbersAreRefused() {
        try (var outbox = outbox(1000)) {
            outbox.put(draft("code", "+882161234567"));
            assertThat(outbox.row()).containsEntry("status", "refused").containsEntry("code", null);
        }
    }

    @Test
    void theBudgetOfTheDayHolds() {
        try (var outbox = outbox(2)) {
            for (int i = 0; i < 4; i++) {
                outbox.put(draft("booked", "+3363998000" + i));
            }
            await().until(() -> received.size() == 2);
            await().until(() -> outbox.bean(Outbox.class).state().smsBudgetSpent());
            assertThat(outbox.statuses()).containsExactlyInAnyOrder("sent", "sent", "queued", "queued");
            again(outbox, Duration.ofDays(1));
            await().until(() -> outbox.statuses().stream().allMatch("sent"::equals));
        }
    }

    private static void again(RealOutbox outbox, Duration later) {
        outbox.clock.advance(later.plusSeconds(1));
        outbox.bean(Senders.class).wake(new MessageQueued(Channel.SMS));
    }

    private RealOutbox outbox(int budget) {
        var address = URI.create("http://localhost:" + gateway.getAddress().getPort() + "/sms");
        return new RealOutbox(RealOutbox.NO_MAIL, RealOutbox.sms(address, budget));
    }

    private static Draft draft(String purpose, String number) {
        return new Draft(purpose, null, Channel.SMS, number, "Code", "Quart d’heure : 123456", "123456", null);
    }

    private HttpServer gateway() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/sms", this::record);
            server.start();
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void record(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            Thread.sleep(slowness);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        received.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
