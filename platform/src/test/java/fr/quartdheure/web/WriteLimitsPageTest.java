package fr.quartdheure.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.RunningPlatform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What one address may write in a minute, over HTTP and from an address that no other test comes from. */
class WriteLimitsPageTest extends RunningPlatform {

    private static final int A_MINUTE = 60;

    @Test
    void theSixtyFirstWriteOfAMinuteIsRefusedAndSaysWhenToComeBack() throws IOException {
        String first = write("127.0.0.61");
        assertThat(first).startsWith("HTTP/1.1 422").contains("RateLimit-Limit: 60", "RateLimit-Remaining: 59");
        String last = first;
        for (int number = 0; number < A_MINUTE + 5 && !last.startsWith("HTTP/1.1 429"); number++) {
            last = write("127.0.0.61");
        }

        assertThat(last)
                .startsWith("HTTP/1.1 429")
                .contains("Retry-After: ", "RateLimit-Remaining: 0", "application/problem+json", "too-many-writes");
        assertThat(write("127.0.0.62")).startsWith("HTTP/1.1 422");
    }

    private String write(String from) throws IOException {
        var home = address();
        try (var socket =
                new Socket(InetAddress.getByName("127.0.0.1"), home.getPort(), InetAddress.getByName(from), 0)) {
            String request = String.join(
                    "\r\n",
                    "POST /api/v1/holds HTTP/1.1",
                    "Host: localhost:" + home.getPort(),
                    "Connection: close",
                    "Content-Type: application/json",
                    "Content-Length: 2",
                    "",
                    "{}");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
