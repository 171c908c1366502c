package fr.quartdheure.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scopes mean. */
class ScopesTest {

    @Test
    void whatIsNotNamedIsRefused() {
        var scopes = Scopes.of("system/Appointment.rs system/Slot.s");
        assertThat(scopes.allow("Appointment", Permission.READ)).isTrue();
        assertThat(scopes.allow("Appointment", Permission.SEARCH)).isTrue();
        assertThat(scopes.allow("Appointment", Permission.CREATE)).isFalse();
        assertThat(scopes.allow("Appointment", Permission.UPDATE)).isFalse();
        assertThat(scopes.allow("Slot", Permission.READ)).isFalse();
        assertThat(scopes.allow("Patient", Permission.READ)).isFalse();
        assertThat(scopes.allow("Unheard", Permission.READ)).isFalse();
    }

    @Test
    void severalOfOneKindAddUpAndAreWrittenInOneOrder() {
        assertThat(Scopes.of("system/Slot.rs system/Appointment.u  system/Appointment.c")
                        .text())
                .isEqualTo("system/Appointment.cu system/Slot.rs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "system/*.rs",
                "system/Appointment.*",
                "system/Appointment.",
                "system/Appointment.sr",
                "system/Appointment.rr",
                "system/Appointment.read",
                "system/Appointment.rs?date=ge2026",
                "system/Observation.rs",
                "patient/Appointment.rs",
                "user/Appointment.rs",
                "system/appointment.rs",
                "openid",
                "system/Slot.rs\u0000",
                "system/Slot.rs;system/Patient.rs"
            })
    void whatIsNotUnderstoodIsNoScope(String text) {
        assertThat(Scopes.parse(text)).isEmpty();
    }

    @Test
    void aTokenDoesNoMoreThanItsClientMayByNow() {
        var asked = Scopes.of("system/Appointment.cruds system/Patient.rs");
        var now = Scopes.of("system/Appointment.rs system/Slot.rs");
        assertThat(asked.and(now).text()).isEqualTo("system/Appointment.rs");
        assertThat(now.cover(Scopes.of("system/Appointment.s"))).isTrue();
        assertThat(now.cover(asked)).isFalse();
    }
}
