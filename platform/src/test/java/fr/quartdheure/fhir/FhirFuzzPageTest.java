package fr.quartdheure.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever anybody writes into an address, the fault is never ours. */
class FhirFuzzPageTest extends FhirPlatform {

    private static final int REQUESTS = 3000;
    private static final List<String> NAMES = List.of(
            "_id",
            "_count",
            "_cursor",
            "_include",
            "_include:iterate",
            "_summary",
            "_total",
            "_format",
            "_lastUpdated",
            "start",
            "status",
            "schedule",
            "schedule.actor",
            "schedule.actor:Practitioner.identifier",
            "specialty",
            "service-type",
            "name",
            "name:contains",
            "family",
            "given",
            "identifier",
            "address-city",
            "address-postalcode",
            "organization",
            "location",
            "practitioner",
            "practitioner:Patient",
            "actor",
            "role",
            "type",
            ":",
            "a%00b",
            "once",
            "");
    private static final List<String> VALUES = List.of(
            "",
            "1",
            "-1",
            "99999999999",
            "free",
            "ge2026-11-23",
            "le9999-12-31",
            "0000-00-00",
            "2026-11-23T25:61",
            "ge2026-11-23T09:00:00+99:00",
            "Schedule/1",
            "Practitioner/",
            "/",
            "//",
            "|",
            "||",
            "%7C",
            "%",
            "%zz",
            "%00",
            "%F0%9F%98%80",
            "%C3",
            "%5C",
            "%5C,",
            ",,,",
            "'",
            "%22",
            "%25",
            "_",
            "*",
            "NaN",
            "null",
            "~",
            "%1F",
            "00000000-0000-0000-0000-000000000000",
            "00000000-0000-0000-0000-000000000000.x",
            "Slot:schedule",
            "MTc5NTQxNzIwMDAwMF8x",
            "OTk5OTk5OTk5OTk5OTk5XzAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMA",
            "json",
            "urn:oid:1.2.250.1.71.4.2.1%7C8",
            "%D0%B6".repeat(60),
            "a".repeat(3000));

    @Test
    void noAddressIsOurFault() throws IOException {
        var random = new Random(20261123);
        var failed = new ArrayList<String>();
        int understood = 0;
        for (int number = 0; number < REQUESTS; number++) {
            String target = target(random);
            String status = status(pick(random, List.of("GET", "GET", "GET", "HEAD", "POST", "PUT")), target);
            if (!status.matches("HTTP/1.1 [234].*")) {
                failed.add(status + " " + target);
            }
            understood += status.startsWith("HTTP/1.1 200") ? 1 : 0;
        }
        assertThat(failed).isEmpty();
        assertThat(understood).as("some of it was even understood").isGreaterThan(REQUESTS / 20);
    }

    private static String target(Random random) {
        var target = new StringBuilder("/fhir/").append(pick(random, TYPES));
        if (random.nextInt(5) == 0) {
            target.append('/').append(pick(random, VALUES));
        }
        int parameters = random.nextInt(4);
        for (int number = 0; number < parameters; number++) {
            target.append(number == 0 ? '?' : '&')
                    .append(pick(random, NAMES))
                    .append('=')
                    .append(pick(random, VALUES));
        }
        return target.toString();
    }

    /** As no client library would let it pass. */
    private String status(String method, String target) throws IOException {
        try (var socket = new Socket(address().getHost(), address().getPort())) {
            var request = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + (method.startsWith("P") ? "Content-Length: 0\r\n" : "") + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("nothing");
        }
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
