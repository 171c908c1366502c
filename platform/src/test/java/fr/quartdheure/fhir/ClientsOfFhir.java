package fr.quartdheure.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.client.ClientPlatform;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Software of an organisation that books by FHIR. */
abstract class ClientsOfFhir extends ClientPlatform {

    static final String SYSTEM = "https://agenda.example.org/numbers";

    HttpResponse<String> get(String path, String token) {
        return send(request(path).header("Authorization", "Bearer " + token).GET());
    }

    HttpResponse<String> post(String path, String token, String body, String... headers) {
        var request = request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> put(String path, String token, String body, String... headers) {
        var request = request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Somebody new, known to the organisation of the token. */
    String patient(String token) {
        var created = post("/fhir/Patient", token, person("Vila", "Aina", "1958-03-07", number()));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return json(created).path("id").asString();
    }

    static String number() {
        return UUID.randomUUID().toString();
    }

    static String person(String family, String given, String born, String number) {
        return ("{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"%s\",\"value\":\"%s\"}],"
                        + "\"name\":[{\"use\":\"official\",\"family\":\"%s\",\"given\":[\"%s\"]}],"
                        + "\"telecom\":[{\"system\":\"phone\",\"value\":\"06 39 98 12 34\"}],"
                        + "\"gender\":\"female\",\"birthDate\":\"%s\"}")
                .formatted(SYSTEM, number, family, given, born);
    }

    static String appointment(String slot, String patient, String number, String status) {
        return ("{\"resourceType\":\"Appointment\",\"identifier\":[{\"system\":\"%s\",\"value\":\"%s\"}],"
                        + "\"status\":\"%s\",\"slot\":[{\"reference\":\"Slot/%s\"}],"
                        + "\"participant\":[{\"actor\":{\"reference\":\"Patient/%s\"},\"status\":\"accepted\"}]}")
                .formatted(SYSTEM, number, status, slot, patient);
    }

    /** Free hours of one service at sites of an organisation, far enough apart that none is in another's way. */
    List<String> freeSlots(UUID organization, int count) {
        return jdbc.sql("""
                        with chosen as (
                          select s.service_code, s.practitioner_id from scheduling.slot s
                          join directory.site t on t.id = s.site_id
                          where t.organization_id = :organization and s.free and s.start_at > now() + interval '1 day'
                          group by 1, 2 order by count(*) desc, 1, 2 limit 1)
                        select s.id::text from scheduling.slot s
                        join chosen c on c.service_code = s.service_code and c.practitioner_id = s.practitioner_id
                        join directory.site t on t.id = s.site_id and t.organization_id = :organization
                        where s.free and s.start_at > now() + interval '1 day' order by s.start_at limit :count
                        """)
                .param("organization", organization)
                .param("count", count)
                .query(String.class)
                .list();
    }

    /** A refusal says in both languages what is wrong and where, and nothing of our inside. */
    static JsonNode refused(HttpResponse<String> answer, int status, String where) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
        var outcome = json(answer);
        assertThat(outcome.path("resourceType").asString()).isEqualTo("OperationOutcome");
        var issue = outcome.path("issue").get(0);
        assertThat(issue.path("details").path("text").asString()).isNotBlank();
        assertThat(issue.path("diagnostics").asString()).isNotBlank();
        assertThat(issue.path("expression").path(0).asString("")).isEqualTo(where);
        assertThat(answer.body()).doesNotContain("Exception", "at fr.", "org.springframework", "select ");
        return issue;
    }

    int traces(String act, String patient, UUID client) {
        return jdbc.sql("""
                        select count(*) from audit.trace
                        where act = :act and subject_kind = 'patient' and :patient::uuid = any (subject_ids)
                          and role = 'client' and account_id = :client and organization_id is not null
                          and address is not null
                        """)
                .param("act", act)
                .param("patient", patient)
                .param("client", client)
                .query(Integer.class)
                .single();
    }
}
