package fr.quartdheure.sas;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.account.Grant;
import fr.quartdheure.account.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The accounts of regulators, told by the national platform. */
class SasRegulatorsPageTest extends SasPlatform {

    private static final String PATH = "/fhir/sas/Practitioner";
    private static final String NATIONAL = "urn:oid:1.2.250.1.71.4.2.1";
    private static final String PLATFORM = "urn:oid:1.2.250.1.213.3.6";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Accounts accounts;

    @Test
    void aRegulatorIsCreatedOnce() {
        String body = body(PLATFORM, UUID.randomUUID().toString(), true);
        var created = post(PATH, "application/fhir+json", body);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String id = json(created).path("id").asString();
        assertThat(created.headers().firstValue("Location")).hasValue(address() + PATH + "/" + id);
        assertThat(json(created).path("meta").path("profile").size()).isEqualTo(1);
        var again = refused(post(PATH, "application/fhir+json", body), 422, "Practitioner.identifier");
        assertThat(again.path("code").asString()).isEqualTo("duplicate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/fhir+json;charset=UTF-8", "application/json+fhir"})
    void aNationalNumberMayHaveAnyForm(String type) {
        String number = "3456780581/" + UUID.randomUUID();
        assertThat(post(PATH, type, body(NATIONAL, number, true)).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"identifier\":[;\"other\":[;Practitioner.identifier",
                "\"value\":\"NUMBER\";\"value\":\" \";Practitioner.identifier.value",
                "\"name\":;\"nom\":;Practitioner.name",
                "\"family\":\"Loridon\";\"family\":\"\";Practitioner.name.family",
                "\"given\":[\"Zoé\"];\"given\":[];Practitioner.name.given",
                "\"given\":[\"Zoé\"];\"given\":[\"Zoé\",\"Ana\"];Practitioner.name.given",
                "\"telecom\":;\"phone\":;Practitioner.telecom",
                "\"value\":\"zoe@example.org\";\"value\":\"\";Practitioner.telecom.value",
                "\"value\":\"zoe@example.org\";\"value\":\"zoe\";Practitioner.telecom.value",
                "\"system\":\"email\";\"system\":\"phone\";Practitioner.telecom.system",
                "\"active\":true,;;Practitioner.active",
                "\"active\":true;\"active\":\"true\";Practitioner.active",
                "\"code\":\"INTRN\";\"code\":\"IDNPS\";Practitioner.identifier.type",
                "urn:oid:1.2.250.1.213.3.6\",\"value\";urn:oid:1.2.3\",\"value\";Practitioner.identifier.system",
                "\"source\":\"urn:oid:1.2.250.1.213.3.6\";\"source\":\"urn:oid:1\";Practitioner.meta.source",
            })
    void whatIsNotWholeIsRefusedWhetherNewOrKnown(String from, String to, String where) {
        String number = UUID.randomUUID().toString();
        String body = body(PLATFORM, number, true);
        String spoilt = body.replace(from.replace("NUMBER", number), to == null ? "" : to);
        assertThat(spoilt).isNotEqualTo(body);
        refused(post(PATH, "application/json", spoilt), 422, where);
        refused(update(PLATFORM, number, spoilt), 422, where);
        assertThat(post(PATH, "application/json", body).statusCode()).isEqualTo(201);
        refused(update(PLATFORM, number, spoilt), 422, where);
    }

    @Test
    void anUpdateCreatesWhomItDoesNotKnowAndMayBeRepeated() {
        String number = UUID.randomUUID().toString();
        var first = update(PLATFORM, number, body(PLATFORM, number, true));
        assertThat(first.statusCode()).isEqualTo(201);
        var second = update(PLATFORM, number, body(PLATFORM, number, true));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.headers().firstValue("Location"))
                .isPresent()
                .isEqualTo(first.headers().firstValue("Location"));
    }

    @Test
    void theNumberMayChangeAndTheChangeBeToldTwice() {
        String before = UUID.randomUUID().toString();
        String after = "8" + before;
        var created = post(PATH, "application/json", body(PLATFORM, before, true));
        for (int time = 0; time < 2; time++) {
            var changed = update(PLATFORM, before, body(NATIONAL, after, true));
            assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
            assertThat(changed.headers().firstValue("Location"))
                    .isEqualTo(created.headers().firstValue("Location"));
        }
        String other = UUID.randomUUID().toString();
        post(PATH, "application/json", body(PLATFORM, other, true));
        refused(update(PLATFORM, other, body(NATIONAL, after, true)), 422, "Practitioner.identifier");
    }

    @Test
    void whoIsDisabledFreesTheNationalNumberAndMayComeBack() {
        String number = "99" + UUID.randomUUID();
        post(PATH, "application/json", body(NATIONAL, number, true));
        for (int time = 0; time < 2; time++) {
            assertThat(update(NATIONAL, number, body(NATIONAL, number, false)).statusCode())
                    .isEqualTo(200);
        }
        String newcomer = UUID.randomUUID().toString();
        post(PATH, "application/json", body(PLATFORM, newcomer, true));
        assertThat(update(PLATFORM, newcomer, body(NATIONAL, number, true)).statusCode())
                .isEqualTo(200);
        refused(post(PATH, "application/json", body(NATIONAL, number, true)), 422, "Practitioner.identifier");

        String returning = UUID.randomUUID().toString();
        assertThat(post(PATH, "application/json", body(PLATFORM, returning, false))
                        .statusCode())
                .isEqualTo(201);
        assertThat(update(PLATFORM, returning, body(PLATFORM, returning, true)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theAccountOfARegulatorFollowsWhatThePlatformSays() {
        String number = UUID.randomUUID().toString();
        String email = "regulation-" + number.substring(0, 8) + "@example.org";
        accounts.createWithHash(email, "Zoé Loridon", "-", null, List.of(new Grant(Role.REGULATOR, null, null)));
        post(PATH, "application/json", body(PLATFORM, number, true).replace("zoe@example.org", email));
        assertThat(accounts.find(email).orElseThrow().disabled()).isFalse();
        update(PLATFORM, number, body(PLATFORM, number, false).replace("zoe@example.org", email));
        assertThat(accounts.find(email).orElseThrow().disabled()).isTrue();
        update(PLATFORM, number, body(PLATFORM, number, true).replace("zoe@example.org", email));
        assertThat(accounts.find(email).orElseThrow().disabled()).isFalse();
        update(PLATFORM, number, body(PLATFORM, number, true));
        assertThat(accounts.find(email).orElseThrow().disabled())
                .as("her address is another one now")
                .isTrue();
    }

    @Test
    void whatCannotBeReadIsRefused() {
        String body = body(PLATFORM, UUID.randomUUID().toString(), true);
        refused(post(PATH, "application/json", "{\"resourceType\":"), 400, "");
        refused(post(PATH, "application/json", ""), 400, "");
        refused(post(PATH, "application/json", "[]"), 400, "Practitioner");
        refused(post(PATH, "application/json", body.replace("\"Practitioner\"", "\"Patient\"")), 400, "Practitioner");
        refused(post(PATH, "text/plain", body), 415, "");
        refused(post(PATH, "application/x-www-form-urlencoded", body), 415, "");
        refused(put(PATH, "application/json", body), 400, "identifier");
        refused(put(PATH + "?identifier=personne", "application/json", body), 400, "identifier");
        refused(put(PATH + "?identifier=urn:oid:1%7C2", "application/json", body), 422, "identifier");
        refused(get(PATH), 404, "");
    }

    private HttpResponse<String> update(String system, String number, String body) {
        return put(PATH + "?identifier=" + encoded(system + "|" + number), "application/json", body);
    }

    private static String body(String system, String number, boolean active) {
        return ("{\"resourceType\":\"Practitioner\",\"meta\":{\"source\":\"urn:oid:1.2.250.1.213.3.6\"},"
                        + "\"identifier\":[{\"type\":{\"coding\":[{\"system\":"
                        + "\"http://interopsante.org/fhir/CodeSystem/fr-v2-0203\",\"code\":\"%s\"}]},"
                        + "\"system\":\"%s\",\"value\":\"%s\"}],\"active\":%s,"
                        + "\"name\":[{\"family\":\"Loridon\",\"given\":[\"Zoé\"]}],"
                        + "\"telecom\":[{\"system\":\"email\",\"value\":\"zoe@example.org\"}]}")
                .formatted(system.equals(NATIONAL) ? "IDNPS" : "INTRN", system, number, active);
    }
}
