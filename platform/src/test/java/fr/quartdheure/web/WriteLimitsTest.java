package fr.quartdheure.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WriteLimitsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final WriteLimits limits = new WriteLimits(new WebSettings(false, 60), clock, WebTesting.problems());

    @Test
    void sixty_writes_pass_and_the_next_is_told_when_to_come_back() throws Exception {
        for (int left = 59; left >= 0; left--) {
            var answer = post("/api/v1/appointments", "192.0.2.1");
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getHeader("RateLimit-Remaining")).isEqualTo(String.valueOf(left));
        }
        var refused = post("/api/v1/appointments", "192.0.2.1");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).matches("[1-9]\\d*");
        assertThat(refused.getHeader("RateLimit-Limit")).isEqualTo("60");
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(post("/api/v1/appointments", "192.0.2.2").getStatus()).isEqualTo(200);
    }

    @Test
    void who_waits_as_told_is_served() throws Exception {
        exhaust("/book/slot", "192.0.2.3");
        var refused = post("/book/slot", "192.0.2.3");
        assertThat(refused.getStatus()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(Long.parseLong(String.valueOf(refused.getHeader("Retry-After")))));
        assertThat(post("/book/slot", "192.0.2.3").getStatus()).isEqualTo(200);
    }

    @Test
    void an_encoded_path_is_the_same_path() throws Exception {
        exhaust("/api/v1/appointments", "192.0.2.4");
        var request = new MockHttpServletRequest("POST", "/%61pi/v1/appointments");
        request.setServletPath("/api/v1/appointments");
        request.setRemoteAddr("192.0.2.4");
        assertThat(send(request).getStatus()).isEqualTo(429);
    }

    @Test
    void reading_and_staff_pages_are_not_limited() throws Exception {
        exhaust("/api/v1/appointments", "192.0.2.5");
        var reading = new MockHttpServletRequest("GET", "/api/v1/slots");
        reading.setServletPath("/api/v1/slots");
        reading.setRemoteAddr("192.0.2.5");
        assertThat(send(reading).getStatus()).isEqualTo(200);
        assertThat(post("/secretary/book", "192.0.2.5").getStatus()).isEqualTo(200);
    }

    @Test
    void measurements_lift_the_limits() throws Exception {
        var lifted = new WriteLimits(new WebSettings(true, 1), clock, WebTesting.problems());
        for (int i = 0; i < 3; i++) {
            var answer = new MockHttpServletResponse();
            lifted.doFilter(request("/api/v1/appointments", "192.0.2.6"), answer, new MockFilterChain());
            assertThat(answer.getStatus()).isEqualTo(200);
        }
    }

    private void exhaust(String path, String address) throws Exception {
        for (int i = 0; i < 60; i++) {
            post(path, address);
        }
    }

    private MockHttpServletResponse post(String path, String address) throws Exception {
        return send(request(path, address));
    }

    private MockHttpServletResponse send(MockHttpServletRequest request) throws Exception {
        var answer = new MockHttpServletResponse();
        limits.doFilter(request, answer, new MockFilterChain());
        return answer;
    }

    private static MockHttpServletRequest request(String path, String address) {
        var request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        return request;
    }
}
