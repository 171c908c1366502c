package fr.quartdheure.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7,192.0.2.7",
        "::ffff:192.0.2.7,192.0.2.7",
        "2001:db8:1:2:3:4:5:6,2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::9,2001:db8:1:2:0:0:0:0/64",
        "::1,0:0:0:0:0:0:0:0/64"
    })
    void a_household_counts_as_one(String remote, String counted) {
        assertThat(ClientAddress.of(remote)).isEqualTo(counted);
    }

    /** A name would be looked up on the network: whoever sends it would choose whom we ask. */
    @Test
    void a_name_is_never_looked_up() {
        assertThat(ClientAddress.of("localhost")).isEqualTo("localhost");
    }

    @Test
    void it_is_the_address_that_the_request_came_from() {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("198.51.100.4");
        request.addHeader("X-Forwarded-For", "203.0.113.9");
        assertThat(ClientAddress.of(request)).isEqualTo("198.51.100.4");
    }
}
