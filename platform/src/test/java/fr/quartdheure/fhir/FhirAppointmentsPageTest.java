package fr.quartdheure.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.client.Clients;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Appointments booked, moved, cancelled and read by other software. */
class FhirAppointmentsPageTest extends ClientsOfFhir {

    private static final String PATH = "/fhir/Appointment";

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
    void aSlotIsBookedAndToldAsTheProfileWantsIt() {
        String slot = slot();
        String patient = patient(token);
        String number = number();
        var booked = post(PATH, token, appointment(slot, patient, number, "booked"));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        var told = json(booked);
        String id = told.path("id").asString();
        assertThat(booked.headers().firstValue("Location")).hasValue(address() + PATH + "/" + id);
        assertThat(booked.headers().firstValue("ETag")).hasValue("W/\"1\"");
        assertThat(told.path("meta").path("profile").get(0).asString()).endsWith("/fr-core-appointment");
        assertThat(told.path("meta").path("versionId").asString()).isEqualTo("1");
        assertThat(told.path("status").asString()).isEqualTo("booked");
        assertThat(told.path("identifier").get(0).path("value").asString()).isEqualTo(number);
        assertThat(told.path("slot").get(0).path("reference").asString()).isEqualTo("Slot/" + slot);
        assertThat(told.path("participant").toString()).contains("Patient/" + patient, "Practitioner/", "Location/");
        assertThat(json(get(PATH + "/" + id, token))).isEqualTo(told);
        assertThat(origin(id)).isEqualTo("client");
        assertThat(traces("create", patient, client.clientId())).isEqualTo(1);
        assertThat(traces("book", patient, client.clientId())).isEqualTo(1);
        assertThat(traces("read", patient, client.clientId())).isEqualTo(1);
    }

    @Test
    void theSecretaryReadsWhichSoftwareBookedAndThePatientIsTold() {
        UUID hers = jdbc.sql("""
                        select coalesce(g.organization_id, t.organization_id) from account.account a
                        join account.role_grant g on g.account_id = a.id
                        left join directory.site t on t.id = g.site_id
                        where a.login = 'nathalie.bosch' and g.role = 'secretary' limit 1
                        """).query(UUID.class).single();
        var software = registered(hers, EVERYTHING);
        String own = accessToken(software);
        var slot = freeSlots(hers, 1).getFirst();
        String id = json(post(PATH, own, appointment(slot, patient(own), number(), "booked")))
                .path("id")
                .asString();
        var secretary = browser();
        secretary.signIn("nathalie.bosch", "quinze-minutes-a-pied");
        String name = clients.find(software.clientId()).orElseThrow().name();
        assertThat(secretary.get("/secretary/appointments/" + id).body()).contains("Pris par le logiciel", name);
        int messages = jdbc.sql("select count(*) from notice.message where appointment_id = :id::uuid")
                .param("id", id)
                .query(Integer.class)
                .single();
        assertThat(messages).isEqualTo(1);
    }

    @Test
    void itIsToldUnderOneNumberAsOftenAsOneLikes() {
        String slot = slot();
        String patient = patient(token);
        String body = appointment(slot, patient, number(), "booked");
        var first = post(PATH, token, body);
        var second = post(PATH, token, body);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(json(second)).isEqualTo(json(first));
        assertThat(appointmentsOf(patient)).isEqualTo(1);
        var other = body.replace(slot, slots(3).getLast());
        refused(post(PATH, token, other), 409, "Appointment.identifier");
        assertThat(appointmentsOf(patient)).isEqualTo(1);
    }

    @Test
    void theConditionalUpdateBooksMovesAndCancels() {
        var slots = slots(2);
        String patient = patient(token);
        String number = number();
        String path = PATH + "?identifier=" + encoded(SYSTEM + "|" + number);
        var booked = put(path, token, appointment(slots.getFirst(), patient, number, "booked"));
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
        var moved = put(path, token, appointment(slots.getLast(), patient, number, "booked"), "If-Match", "W/\"1\"");
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        assertThat(moved.headers().firstValue("ETag")).hasValue("W/\"2\"");
        assertThat(json(moved).path("id")).isEqualTo(json(booked).path("id"));
        assertThat(json(moved).path("slot").get(0).path("reference").asString()).endsWith(slots.getLast());
        var same = put(path, token, appointment(slots.getLast(), patient, number, "booked"));
        assertThat(same.headers().firstValue("ETag")).hasValue("W/\"2\"");
        refused(
                put(path, token, appointment(slots.getLast(), patient, number, "cancelled"), "If-Match", "W/\"1\""),
                412,
                "");
        var cancelled =
                put(path, token, appointment(slots.getLast(), patient, number, "cancelled"), "If-Match", "W/\"2\"");
        assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);
        assertThat(json(cancelled).path("status").asString()).isEqualTo("cancelled");
        assertThat(json(cancelled).path("cancelationReason").toString()).contains("oth");
        assertThat(isFree(slots.getFirst())).isTrue();
        assertThat(isFree(slots.getLast())).isTrue();
        assertThat(put(path, token, appointment(slots.getLast(), patient, number, "cancelled"))
                        .statusCode())
                .isEqualTo(200);
        refused(put(path, token, appointment(slots.getLast(), patient, number, "booked")), 422, "Appointment.status");
        assertThat(traces("move", patient, client.clientId())).isEqualTo(1);
        assertThat(traces("cancel", patient, client.clientId())).isEqualTo(1);
    }

    @Test
    void whatIsTakenIsRefusedWithOthersThatAreFree() {
        String slot = slot();
        post(PATH, token, appointment(slot, patient(token), number(), "booked"));
        var refusal = post(PATH, token, appointment(slot, patient(token), number(), "booked"));
        refused(refusal, 409, "Appointment.slot");
        var issues = json(refusal).path("issue");
        for (int i = 1; i < issues.size(); i++) {
            assertThat(issues.get(i).path("severity").asString()).isEqualTo("information");
            String reference = issues.get(i).path("diagnostics").asString();
            assertThat(reference).startsWith("Slot/");
            assertThat(isFree(reference.substring("Slot/".length()))).isTrue();
        }
        assertThat(appointmentsAt(slot)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"status\":\"booked\";\"status\":\"proposed\";422;Appointment.status",
                "\"status\":\"booked\",;;422;Appointment.status",
                "\"status\":\"booked\";\"status\":\"cancelled\";422;Appointment.status",
                "\"status\":\"booked\";\"status\":7;422;Appointment.status",
                "Slot/;Slot/0;422;Appointment.slot",
                "Slot/;Schedule/;422;Appointment.slot",
                "\"slot\":[;\"Slot\":[;422;Appointment.slot",
                "\"slot\":[{;\"slot\":{\"x\":[{;400;",
                "Patient/;RelatedPerson/;422;Appointment.participant",
                "\"status\":\"booked\";\"status\":\"booked\",\"start\":\"2026-01-01T09:00:00Z\";422;Appointment.start",
                "\"status\":\"booked\";\"status\":\"booked\",\"start\":\"nine\";422;Appointment.start",
                "\"status\":\"booked\";\"status\":\"booked\",\"reasonCode\":[{\"coding\":[{\"code\":\"nothing\"}]}];422;Appointment.reasonCode",
                "\"status\":\"booked\";\"status\":\"booked\",\"reasonCode\":\"nothing\";422;Appointment.reasonCode",
                "\"Appointment\";\"Encounter\";400;Appointment",
                "\"value\":;\"label\":;422;Appointment.identifier",
            })
    void whatIsNotWholeIsRefused(String from, String to, int status, String where) {
        String slot = slot();
        String patient = patient(token);
        String body = appointment(slot, patient, number(), "booked");
        String spoilt = body.replace(from, to == null ? "" : to);
        assertThat(spoilt).isNotEqualTo(body);
        refused(post(PATH, token, spoilt), status, where == null ? "" : where);
        assertThat(isFree(slot)).isTrue();
        assertThat(post(PATH, token, body).statusCode()).isEqualTo(201);
    }

    @Test
    void whoeverIsBusyThenIsNotBooked() {
        String patient = patient(token);
        String slot = slot();
        String beside = jdbc.sql("""
                        select s.id::text from scheduling.slot s join scheduling.slot a on a.id = :slot::uuid
                        join directory.site t on t.id = s.site_id and t.organization_id = :organization
                        where s.free and s.practitioner_id <> a.practitioner_id
                          and tstzrange(s.start_at, s.end_at) && tstzrange(a.start_at, a.end_at) limit 1
                        """)
                .param("slot", slot)
                .param("organization", organization())
                .query(String.class)
                .single();
        assertThat(post(PATH, token, appointment(slot, patient, number(), "booked"))
                        .statusCode())
                .isEqualTo(201);
        refused(post(PATH, token, appointment(beside, patient, number(), "booked")), 422, "Appointment.participant");
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() {
        String slot = slot();
        String patient = patient(token);
        String number = number();
        String id = json(post(PATH, token, appointment(slot, patient, number, "booked")))
                .path("id")
                .asString();
        String stranger = tokenFor(otherOrganization(), EVERYTHING);
        refused(get(PATH + "/" + id, stranger), 404, "");
        refused(get("/fhir/Patient/" + patient, stranger), 404, "");
        refused(put(PATH + "/" + id, stranger, appointment(slot, patient, number, "cancelled")), 404, "");
        assertThat(json(get(PATH + "?_id=" + id, stranger)).path("total").asInt())
                .isZero();
        assertThat(json(get(PATH + "?patient=" + patient, stranger))
                        .path("total")
                        .asInt())
                .isZero();
        refused(
                post(PATH, stranger, appointment(slot, patient(stranger), number(), "booked")),
                422,
                "Appointment.slot");
        String theirs = freeSlots(otherOrganization(), 1).getFirst();
        refused(post(PATH, stranger, appointment(theirs, patient, number(), "booked")), 422, "Appointment.participant");
        String colleague = tokenFor(organization(), EVERYTHING);
        var seen = json(get(PATH + "/" + id, colleague));
        assertThat(seen.path("status").asString()).isEqualTo("booked");
        assertThat(seen.has("identifier")).as("the number is another client's").isFalse();
    }

    @Test
    void onlyWhatTheScopesAllowIsDone() {
        String slot = slot();
        String patient = patient(token);
        String body = appointment(slot, patient, number(), "booked");
        String id = json(post(PATH, token, body)).path("id").asString();
        String reader = tokenFor(organization(), "system/Appointment.r system/Slot.rs");
        assertThat(get(PATH + "/" + id, reader).statusCode()).isEqualTo(200);
        refused(get(PATH, reader), 403, "");
        refused(post(PATH, reader, body), 403, "");
        refused(put(PATH + "/" + id, reader, body), 403, "");
        refused(put(PATH + "?identifier=" + encoded(SYSTEM + "|1"), reader, body), 403, "");
        refused(get("/fhir/Patient/" + patient, reader), 403, "");
        refused(get("/fhir/Patient?identifier=" + encoded(SYSTEM + "|1"), reader), 403, "");
        String changer = tokenFor(organization(), "system/Appointment.u");
        refused(put(PATH + "?identifier=" + encoded(SYSTEM + "|" + number()), changer, body), 403, "");
        refused(get(PATH + "/" + id, changer), 403, "");
        for (String path : List.of(PATH, PATH + "/" + id, "/fhir/Patient/" + patient)) {
            var nobody = send(request(path).GET());
            refused(nobody, 401, "");
            assertThat(nobody.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"fhir\"");
            var wrong = get(path, "nothing");
            refused(wrong, 401, "");
            assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("invalid_token");
        }
        assertThat(get("/fhir/Slot?_count=1", reader).statusCode()).isEqualTo(200);
        refused(get("/fhir/Slot?_count=1", "nothing"), 401, "");
    }

    @Test
    void aClientThatIsShutOutIsRefusedAtTheNextCall() {
        assertThat(get(PATH + "?_count=1", token).statusCode()).isEqualTo(200);
        clients.setDisabled(client.clientId(), true);
        refused(get(PATH + "?_count=1", token), 401, "");
    }

    @Test
    void aSearchNarrowsByEachParameterAndPages() {
        var slots = slots(3);
        String patient = patient(token);
        String number = number();
        String first = json(post(PATH, token, appointment(slots.get(0), patient, number, "booked")))
                .path("id")
                .asString();
        for (String slot : slots.subList(1, 3)) {
            assertThat(post(PATH, token, appointment(slot, patient, number(), "booked"))
                            .statusCode())
                    .isEqualTo(201);
        }
        var one = json(get(PATH + "/" + first, token));
        String practitioner = reference(one, "Practitioner/");
        String location = reference(one, "Location/");
        String day = one.path("start").asString().substring(0, 10);
        for (String query : List.of(
                "patient=" + patient,
                "patient=Patient/" + patient + "&status=booked",
                "actor=Patient/" + patient + "&practitioner=" + practitioner,
                "patient=" + patient + "&actor=Practitioner/" + practitioner + "&location=" + location,
                "patient=" + patient + "&date=ge" + day + "&_lastUpdated=gt2026-01-01")) {
            var found = json(get(PATH + "?" + query, token));
            assertThat(found.path("total").asInt()).as(query).isEqualTo(3);
            assertThat(found.path("entry").get(0).path("fullUrl").asString()).isEqualTo(address() + PATH + "/" + first);
        }
        for (String query : List.of(
                "patient=" + patient + "&status=cancelled",
                "patient=" + patient + "&status=proposed",
                "patient=" + UUID.randomUUID(),
                "patient=" + patient + "&date=lt" + day,
                "patient=" + patient + "&location=" + UUID.randomUUID(),
                "patient=" + patient + "&_lastUpdated=lt2026-01-01",
                "identifier=" + encoded(SYSTEM + "|" + number()))) {
            assertThat(json(get(PATH + "?" + query, token)).path("total").asInt())
                    .as(query)
                    .isZero();
        }
        assertThat(json(get(PATH + "?identifier=" + encoded(SYSTEM + "|" + number), token))
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        pagesLeadThroughAll(patient, 3);
        for (String query : List.of("status=reserved", "date=tomorrow", "colour=red", "_count=x", "patient=*")) {
            assertThat(get(PATH + "?" + query, token).statusCode()).as(query).isEqualTo(400);
        }
    }

    private void pagesLeadThroughAll(String patient, int all) {
        var seen = new HashSet<String>();
        String next = PATH + "?patient=" + patient + "&_count=2";
        for (int page = 0; page < 3 && !next.isEmpty(); page++) {
            var found = json(get(next, token));
            found.path("entry").forEach(entry -> seen.add(entry.path("fullUrl").asString()));
            next = "";
            for (JsonNode link : found.path("link")) {
                if (link.path("relation").asString().equals("next")) {
                    next = link.path("url")
                            .asString()
                            .substring(address().toString().length());
                }
            }
        }
        assertThat(seen).hasSize(all);
        assertThat(next).isEmpty();
    }

    @Test
    void aReadingOfManyLeavesOneTrace() {
        var slots = slots(2);
        String one = patient(token);
        String other = patient(token);
        post(PATH, token, appointment(slots.getFirst(), one, number(), "booked"));
        post(PATH, token, appointment(slots.getLast(), other, number(), "booked"));
        get(PATH + "?actor=Patient/" + one + ",Patient/" + other, token);
        assertThat(traces("read", one, client.clientId())).isEqualTo(1);
        assertThat(traces("read", other, client.clientId())).isEqualTo(1);
        int readings = jdbc.sql("select count(*) from audit.trace where account_id = :client and act = 'read'")
                .param("client", client.clientId())
                .query(Integer.class)
                .single();
        assertThat(readings).isEqualTo(1);
    }

    @Test
    void itIsNotDeletedAndOtherMethodsAreRefused() {
        refused(
                send(request(PATH + "/" + UUID.randomUUID())
                        .header("Authorization", "Bearer " + token)
                        .DELETE()),
                405,
                "");
        var patch = send(request(PATH + "/" + UUID.randomUUID())
                .header("Authorization", "Bearer " + token)
                .method("PATCH", BodyPublishers.ofString("[]")));
        assertThat(patch.statusCode()).isBetween(400, 499);
    }

    @Test
    void theMetadataTellsWhatIsServed() {
        var told = json(send(request("/fhir/metadata").GET())).path("rest").get(0);
        assertThat(told.path("security").toString()).contains("/oauth2/token");
        for (JsonNode resource : told.path("resource")) {
            if (resource.path("type").asString().equals("Appointment")) {
                assertThat(resource.path("conditionalUpdate").asBoolean()).isTrue();
                assertThat(resource.path("interaction").toString()).contains("create", "read", "update", "search-type");
                return;
            }
        }
        assertThat(told).as("no Appointment in it").isNull();
    }

    private List<String> slots(int count) {
        return freeSlots(organization(), count);
    }

    private String slot() {
        return slots(1).getFirst();
    }

    private boolean isFree(String slot) {
        return jdbc.sql("select free from scheduling.slot where id = :slot::uuid")
                .param("slot", slot)
                .query(Boolean.class)
                .single();
    }

    private String origin(String id) {
        return jdbc.sql("select origin from scheduling.appointment where id = :id::uuid")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private int appointmentsOf(String patient) {
        return jdbc.sql("select count(*) from scheduling.appointment where patient_id = :patient::uuid")
                .param("patient", patient)
                .query(Integer.class)
                .single();
    }

    private int appointmentsAt(String slot) {
        return jdbc.sql("select count(*) from scheduling.appointment where slot_id = :slot::uuid and status = 'booked'")
                .param("slot", slot)
                .query(Integer.class)
                .single();
    }

    private static String reference(JsonNode appointment, String type) {
        for (JsonNode one : appointment.path("participant")) {
            String written = one.path("actor").path("reference").asString();
            if (written.startsWith(type)) {
                return written.substring(type.length());
            }
        }
        throw new AssertionError("no " + type);
    }
}
