package fr.quartdheure.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.client.Clients;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People whom an organisation's software knows: one at a time, and provisional. */
class FhirPatientsPageTest extends ClientsOfFhir {

    private static final String PATH = "/fhir/Patient";

    @SuppressWarnings("NullAway.Init")
    private Clients.Issued client;

    @SuppressWarnings("NullAway.Init")
    private String token;

    @BeforeEach
    void register() {
        client = registered(organization(), EVERYTHING);
        token = accessToken(client);
    }

    @Test
    void somebodyNewIsProvisionalAndKnownByTheClientsNumber() {
        String number = number();
        var created = post(PATH, token, person("d’Oliveira", "Zoé", "1991-07-30", number));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var told = json(created);
        String id = told.path("id").asString();
        assertThat(created.headers().firstValue("Location")).hasValue(address() + PATH + "/" + id);
        assertThat(told.path("meta").path("profile").get(0).asString()).endsWith("/fr-core-patient");
        var reliability = told.path("extension").get(0);
        assertThat(reliability.path("url").asString()).endsWith("/fr-core-identity-reliability");
        assertThat(reliability
                        .path("extension")
                        .get(0)
                        .path("valueCoding")
                        .path("code")
                        .asString())
                .isEqualTo("PROV");
        assertThat(told.path("telecom").get(0).path("value").asString()).isEqualTo("+33639981234");
        assertThat(json(get(PATH + "/" + id, token))).isEqualTo(told);
        var found = json(get(PATH + "?identifier=" + encoded(SYSTEM + "|" + number), token));
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.path("entry").get(0).path("resource")).isEqualTo(told);
        assertThat(traces("create", id, client.clientId())).isEqualTo(1);
        assertThat(traces("read", id, client.clientId())).isEqualTo(2);
    }

    @Test
    void toldTwiceUnderOneNumberSheIsMadeOnce() {
        String number = number();
        String body = person("Vila", "Aina", "1958-03-07", number);
        var first = post(PATH, token, body);
        var second = post(PATH, token, body);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(json(second)).isEqualTo(json(first));
        refused(post(PATH, token, body.replace("1958", "1959")), 409, "Patient.identifier");
    }

    @Test
    void sheIsFoundByExactTraitsOnly() {
        String family = "Puig" + number().replaceAll("[0-9-]", "") + "quel";
        String number = number();
        String id = json(post(PATH, token, person(family, "Éléonore", "1974-02-11", number)))
                .path("id")
                .asString();
        String exact = "?family=" + family + "&birthdate=1974-02-11&gender=female";
        assertThat(get(PATH + exact, token).body()).contains(id);
        assertThat(get(PATH + exact + "&given=" + encoded("eleonore"), token).body())
                .contains(id);
        for (String other : List.of(
                exact.replace("1974", "1975"),
                exact.replace("female", "male"),
                exact.replace(family, family.substring(0, 4)),
                exact + "&given=Anne")) {
            assertThat(get(PATH + other, token).body()).as(other).doesNotContain(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?_count=10",
                "?family=Vila",
                "?family=Vila&birthdate=1958-03-07",
                "?birthdate=1958-03-07&gender=female",
                "?family=Vila&birthdate=ge1958-03-07&gender=female",
                "?family=Vila&birthdate=1958&gender=female",
                "?family=Vila&birthdate=1958-03-07&gender=other",
                "?family=&birthdate=1958-03-07&gender=female",
                "?family=Vila&family=Puig&birthdate=1958-03-07&gender=female",
                "?family:contains=Vi&birthdate=1958-03-07&gender=female",
                "?identifier=12",
                "?name=Vila",
                "?_id=00000000-0000-0000-0000-000000000000"
            })
    void thereIsNoListOfEverybody(String query) {
        var refusal = get(PATH + query, token);
        assertThat(refusal.statusCode()).as(refusal.body()).isIn(400, 422);
        assertThat(json(refusal).path("resourceType").asString()).isEqualTo("OperationOutcome");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"family\":\"Vila\";\"family\":\"\";Patient.name.family",
                "\"family\":\"Vila\";\"family\":\"V1la\";Patient.name.family",
                "\"given\":[\"Aina\"];\"given\":\"Aina\";Patient.name.given",
                "\"given\":[\"Aina\"];\"given\":[];Patient.name.given",
                "\"given\":[\"Aina\"];\"given\":[1,{}];Patient.name.given",
                "\"name\":;\"nom\":;Patient.name",
                "\"birthDate\":\"1958-03-07\";\"birthDate\":\"1958\";Patient.birthDate",
                "\"birthDate\":\"1958-03-07\";\"birthDate\":\"2158-03-07\";Patient.birthDate",
                "\"birthDate\":\"1958-03-07\";\"birthDate\":19580307;Patient.birthDate",
                "\"gender\":\"female\";\"gender\":\"other\";Patient.gender",
                "\"gender\":\"female\",;;Patient.gender",
                "06 39 98 12 34;0;Patient.telecom",
                "https://agenda.example.org/numbers;urn:oid:1.2.250.1.213.1.4.8;Patient.identifier",
            })
    void whatIsNotWholeIsRefused(String from, String to, String where) {
        String body = person("Vila", "Aina", "1958-03-07", number());
        String spoilt = body.replace(from, to == null ? "" : to);
        assertThat(spoilt).isNotEqualTo(body);
        refused(post(PATH, token, spoilt), 422, where);
    }
}
