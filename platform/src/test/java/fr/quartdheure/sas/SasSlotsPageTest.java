package fr.quartdheure.sas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every line of the guide on what the search of free slots answers, in both modes. */
class SasSlotsPageTest extends SasPlatform {

    private static final String SAS_FR = "http://sas.fr/fhir/StructureDefinition/";
    private static final String ESANTE = "https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/";

    @Test
    void aPractitionerWithOnePlace() {
        var bundle = found(period(".000+00:00") + of(ONE_PLACE) + INCLUDES);
        assertThat(profile(bundle)).isEqualTo(SAS_FR + "BundleAgregateur");
        assertThat(bundle.path("type").asString()).isEqualTo("searchset");
        var slots = resources(bundle, "Slot");
        assertThat(slots).isNotEmpty().hasSize(bundle.path("total").asInt());
        assertThat(codes(slots, "security")).containsExactly("PUBLIC", "SNP");
        assertThat(consultations(slots)).containsExactly("AMB", "VR");
        assertThat(resources(bundle, "Practitioner")).hasSize(1);
        assertThat(resources(bundle, "PractitionerRole")).hasSize(1);
        assertThat(resources(bundle, "Schedule")).hasSize(1);
        complete(bundle);
        slots.forEach(slot -> wellFormed(slot, SAS_FR + "FrSlotAgregateur"));
        resources(bundle, "Practitioner").forEach(one -> practitioner(one, ONE_PLACE));
        resources(bundle, "PractitionerRole").forEach(SasSlotsPageTest::role);
    }

    @Test
    void aPractitionerWithTwoPlacesHasARoleAndAScheduleAtEach() {
        var bundle = found(period("") + of(TWO_PLACES) + INCLUDES);
        assertThat(resources(bundle, "Practitioner")).hasSize(1);
        assertThat(resources(bundle, "PractitionerRole")).hasSize(2);
        assertThat(resources(bundle, "Schedule")).hasSize(2);
        var used = resources(bundle, "Slot").stream()
                .map(slot -> slot.path("schedule").path("reference").asString())
                .collect(Collectors.toSet());
        assertThat(used).hasSize(2);
        complete(bundle);
        resources(bundle, "PractitionerRole").forEach(SasSlotsPageTest::role);
    }

    @Test
    void severalPractitionersAtOnceWithABlankAfterTheComma() {
        var bundle =
                found(period(".000") + of(ONE_PLACE, OTHER, ANOTHER, ONE_CPTS).replace("%2C", "%2C%20") + INCLUDES);
        assertThat(resources(bundle, "Practitioner")).hasSize(3);
        assertThat(codes(resources(bundle, "Slot"), "security")).containsExactly("PRO", "PUBLIC", "SNP");
        complete(bundle);
    }

    @Test
    void withoutIncludesThereAreSlotsOnly() {
        var bundle = found(period("") + of(ONE_PLACE));
        assertThat(resources(bundle, "Slot"))
                .isNotEmpty()
                .hasSize(bundle.path("entry").size());
    }

    @Test
    void slotsOfACptsAreNotShownInTheOtherModeAndConversely() {
        assertThat(found(period("") + of(ONE_CPTS) + INCLUDES).path("total").asInt())
                .isZero();
        assertThat(found(period("") + of(ONE_PLACE) + CPTS_INCLUDES)
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void slotsOfTwoCpts() {
        var bundle = found(period(".000") + of(SLOTS_OF_TWO_CPTS) + CPTS_INCLUDES);
        assertThat(profile(bundle)).isEqualTo(ESANTE + "sas-cpts-bundle-aggregator");
        var slots = resources(bundle, "Slot");
        assertThat(slots).isNotEmpty().hasSize(bundle.path("total").asInt());
        assertThat(codes(slots, "security")).containsExactly("CPTS");
        slots.forEach(slot -> wellFormed(slot, ESANTE + "sas-cpts-slot-aggregator"));
        assertThat(slots.stream().map(slot -> services(slot).size()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(1, 2);
        assertThat(resources(bundle, "Practitioner")).hasSize(1);
        cpts(bundle, 2);
        complete(bundle);
    }

    @Test
    void oneSlotSharedByTwoCptsAndSlotsOfOne() {
        var shared = found(period(".000") + of(SLOTS_SHARED_BY_TWO_CPTS) + CPTS_INCLUDES);
        assertThat(resources(shared, "Slot"))
                .isNotEmpty()
                .allMatch(slot -> services(slot).size() == 2);
        cpts(shared, 2);
        var single = found(period(".000") + of(ONE_CPTS) + CPTS_INCLUDES);
        assertThat(resources(single, "Slot"))
                .isNotEmpty()
                .allMatch(slot -> services(slot).size() == 1);
        cpts(single, 1);
        complete(single);
    }

    @Test
    void nothingFoundIsAnEmptyAnswerOfTheCommonProfile() {
        for (String includes : List.of(INCLUDES, CPTS_INCLUDES)) {
            var bundle = found(period("") + of("10000000000") + includes);
            assertThat(bundle.path("total").asInt()).isZero();
            assertThat(bundle.has("total")).isTrue();
            assertThat(bundle.has("entry")).isFalse();
            assertThat(profile(bundle)).isEqualTo(SAS_FR + "BundleAgregateur");
            assertThat(bundle.path("link").size()).isEqualTo(1);
        }
    }

    @Test
    void theAnswerEchoesWhatItUnderstood() {
        String query = INCLUDES.substring(1) + "&" + period(".000+00:00") + of(ONE_PLACE) + "&_count=1000&_format=json";
        var bundle = found(query + "&colour=blue&_sort=start");
        assertThat(bundle.path("link").size()).isEqualTo(1);
        var link = bundle.path("link").get(0);
        assertThat(link.path("relation").asString()).isEqualTo("self");
        assertThat(link.path("url").asString()).isEqualTo(address() + "/fhir/sas/Slot?" + query);
        assertThat(found(period("") + of(ONE_PLACE) + "&_count=1").path("total").asInt())
                .as("never a page")
                .isGreaterThan(1);
    }

    @Test
    void aBarMayComeAsItStands() throws IOException {
        String answer = raw(period("") + of(ONE_PLACE).replace("%7C", "|") + INCLUDES);
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("4.2.1%7C8" + ONE_PLACE)
                .contains("\"Practitioner\"");
    }

    @Test
    void whatIsWronglyEncodedIsTheCallersFault() throws IOException {
        assertThat(raw("start=ge%zz&status=free")).startsWith("HTTP/1.1 400").contains("OperationOutcome");
    }

    /** As no client library would let it pass. */
    private String raw(String query) throws IOException {
        try (var socket = new Socket(address().getHost(), address().getPort())) {
            var request = "GET /fhir/sas/Slot?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json+fhir",
                "application/fhir+json",
                "application/json",
                "*/*",
                "text/html",
                "application/fhir+xml"
            })
    void whateverIsAcceptedTheAnswerIsFhirJson(String accepted) {
        var answer = get("/fhir/sas/Slot?" + period("") + of(ONE_PLACE), "Accept", accepted);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "start=ge2026-13-01T00:00:00&start=le2026-12-02T00:00:00{FREE}{ID};400;start",
                "start=gedemain&start=le2026-12-02T00:00:00{FREE}{ID};400;start",
                "start=ge2026-12-01T00:00:00+25:00&start=le2026-12-02T00:00:00{FREE}{ID};400;start",
                "start=gt2026-12-01T00:00:00&start=le2026-12-02T00:00:00{FREE}{ID};400;start",
                "start=ge2026-12-01T00:00:00{FREE}{ID};400;start",
                "start=le2026-12-01T00:00:00{FREE}{ID};400;start",
                "{FREE}{ID};400;start",
                "start=ge2026-12-03T00:00:00&start=le2026-12-02T00:00:00{FREE}{ID};422;start",
                "start=ge2026-12-03T00:00:00&start=le2027-12-02T00:00:00{FREE}{ID};422;start",
                "{PERIOD}{ID};400;status",
                "{PERIOD}&status=libre{ID};400;status",
                "{PERIOD}&status=busy{ID};422;status",
                "{PERIOD}{FREE};400;{OF}",
                "{PERIOD}{FREE}&{OF}=;400;{OF}",
                "{PERIOD}{FREE}&{OF}=899901000002;400;{OF}",
                "{PERIOD}{FREE}{ID}&{OF}=urn:oid:1.2.250.1.71.4.2.1%7C8abc;400;{OF}",
            })
    void whatIsWrongIsSaidWithItsPlace(String query, int status, String where) {
        refused(
                get("/fhir/sas/Slot?"
                        + query.replace("{PERIOD}", period(""))
                                .replace("{FREE}", "&status=free")
                                .replace("{ID}", of(ONE_PLACE).replace("&status=free", ""))
                                .replace("+25", "%2B25")
                                .replace("{OF}", "schedule.actor:Practitioner.identifier")),
                status,
                where.replace("{OF}", "schedule.actor:Practitioner.identifier"));
    }

    @Test
    void moreThan25PractitionersAreTooMany() {
        String[] many = new String[26];
        for (int i = 0; i < many.length; i++) {
            many[i] = "999%08d".formatted(i);
        }
        refused(get("/fhir/sas/Slot?" + period("") + of(many)), 422, "schedule.actor:Practitioner.identifier");
        found(period("") + of(Arrays.copyOf(many, 25)));
    }

    @Test
    void whatIsNotThereIsSaidInFhirToo() {
        refused(get("/fhir/sas/Patient"), 404, "");
        refused(get("/fhir/sas"), 404, "");
        refused(get("/fhir/sas/Slot/" + "x".repeat(300)), 404, "");
        refused(post("/fhir/sas/Slot", "application/json", "{}"), 404, "");
    }

    @Test
    void itSaysWhatItDoes() {
        var answer = get("/fhir/sas/metadata");
        assertThat(answer.statusCode()).isEqualTo(200);
        var statement = json(answer);
        assertThat(statement.path("resourceType").asString()).isEqualTo("CapabilityStatement");
        assertThat(statement.path("fhirVersion").asString()).isEqualTo("4.0.1");
        var resources = statement.path("rest").get(0).path("resource");
        assertThat(texts(resources, "type")).contains("Slot");
        assertThat(texts(resources.get(0).path("interaction"), "code")).containsExactly("search-type");
    }

    private static void wellFormed(JsonNode slot, String profile) {
        assertThat(profile(slot)).isEqualTo(profile);
        for (JsonNode coding : slot.path("meta").path("security")) {
            assertThat(coding.path("system").asString())
                    .isEqualTo("https://mos.esante.gouv.fr/NOS/TRE_R314-TypeCreneau/FHIR/TRE-R314-TypeCreneau");
        }
        var specialty = slot.path("specialty").get(0).path("coding").get(0);
        assertThat(specialty.path("code").asString()).isEqualTo("SM54");
        assertThat(specialty.path("system").asString()).contains("TRE_R38");
        var appointment = slot.path("appointmentType").path("coding").get(0);
        assertThat(appointment.path("system").asString()).endsWith("/v2-0276");
        assertThat(appointment.path("code").asString()).isIn("ROUTINE", "WALKIN");
        assertThat(slot.path("status").asString()).isEqualTo("free");
        for (String end : List.of("start", "end")) {
            assertThat(slot.path(end).asString())
                    .matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}[+]\\d{2}:\\d{2}");
        }
        assertThat(OffsetDateTime.parse(slot.path("start").asString()))
                .isAfter(OffsetDateTime.now().minusMinutes(1))
                .isBefore(OffsetDateTime.parse(slot.path("end").asString()));
        assertThat(slot.path("comment").asString()).startsWith("http").contains("?");
        assertThat(nodes(slot.path("serviceType")))
                .as("a motive stands by itself")
                .allMatch(type -> type.has("text") != type.has("coding"))
                .anyMatch(type -> type.has("text"));
        assertThat(nodes(slot.path("serviceType")).stream()
                        .filter(type -> type.path("coding")
                                .path(0)
                                .path("system")
                                .asString("")
                                .endsWith("/v3-ActCode")))
                .hasSize(1)
                .noneMatch(type -> type.has("extension"));
    }

    private static void practitioner(JsonNode one, String rpps) {
        assertThat(profile(one)).isEqualTo(SAS_FR + "FrPractitionerAgregateur");
        var identifier = one.path("identifier").get(0);
        assertThat(identifier.path("system").asString()).isEqualTo("urn:oid:1.2.250.1.71.4.2.1");
        assertThat(identifier.path("value").asString()).isEqualTo("8" + rpps);
        type(identifier, "http://interopsante.org/fhir/CodeSystem/fr-v2-0203", "IDNPS");
        assertThat(one.path("name").get(0).path("family").asString()).isNotBlank();
        assertThat(one.path("name").get(0).path("given").get(0).asString()).isNotBlank();
    }

    private static void role(JsonNode role) {
        assertThat(profile(role)).isEqualTo(SAS_FR + "FrPractitionerRoleExerciceAgregateur");
        assertThat(role.path("contained").size()).isEqualTo(1);
        var location = role.path("contained").get(0);
        assertThat(profile(location)).isEqualTo(SAS_FR + "FrLocationAgregateur");
        assertThat(role.path("location").size()).isEqualTo(1);
        assertThat(role.path("location").get(0).path("reference").asString())
                .isEqualTo("#" + location.path("id").asString());
        type(
                location.path("identifier").get(0),
                "http://interopsante.org/fhir/CodeSystem/fr-location-identifier-type",
                "INTRN");
        assertThat(location.path("address").path("line").size()).isEqualTo(1);
        assertThat(location.path("address").path("city").asString()).isNotBlank();
        assertThat(location.path("address").path("postalCode").asString()).matches("\\d{5}");
        var number = role.path("organization").path("identifier");
        assertThat(number.path("system").asString()).isEqualTo("urn:oid:1.2.250.1.71.4.2.2");
        assertThat(number.path("value").asString()).matches("1\\d{9}|3\\d{14}|4\\d{14}");
        type(number, "http://interopsante.org/fhir/CodeSystem/fr-v2-0203", "IDNST");
        assertThat(role.path("telecom").get(0).path("value").asString()).matches("[+]33\\d{9}");
    }

    private static void cpts(JsonNode bundle, int count) {
        var services = resources(bundle, "HealthcareService");
        var organizations = resources(bundle, "Organization");
        assertThat(services).hasSize(count);
        assertThat(organizations).hasSize(count);
        Set<String> named = new HashSet<>();
        resources(bundle, "Slot").forEach(slot -> named.addAll(services(slot)));
        assertThat(named)
                .isEqualTo(services.stream()
                        .map(one -> "HealthcareService/" + one.path("id").asString())
                        .collect(Collectors.toSet()));
        assertThat(services.stream()
                        .map(one -> one.path("providedBy").path("reference").asString()))
                .containsExactlyInAnyOrderElementsOf(organizations.stream()
                        .map(one -> "Organization/" + one.path("id").asString())
                        .toList());
        for (JsonNode one : organizations) {
            assertThat(profile(one)).isEqualTo(ESANTE + "sas-cpts-organization-aggregator");
            var identifier = one.path("identifier").get(0);
            assertThat(identifier.path("value").asString()).matches("1\\d{9}");
            assertThat(identifier.path("system").asString()).isEqualTo("urn:oid:1.2.250.1.71.4.2.2");
            assertThat(texts(identifier.path("type").path("coding"), "system"))
                    .containsExactlyInAnyOrder(
                            "http://interopsante.org/fhir/CodeSystem/fr-location-identifier-type",
                            "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203");
            assertThat(texts(identifier.path("type").path("coding"), "code")).containsExactly("IDNST", "IDNST");
            assertThat(one.path("name").asString()).isNotBlank();
            assertThat(one.path("telecom").get(0).path("value").asString()).matches("[+]33\\d{9}");
        }
    }

    /** Every reference leads to an entry, every entry comes once, and nothing is empty. */
    private void complete(JsonNode bundle) {
        var urls = texts(bundle.path("entry"), "fullUrl");
        assertThat(urls).doesNotHaveDuplicates();
        for (JsonNode entry : bundle.path("entry")) {
            var resource = entry.path("resource");
            String end = resource.path("resourceType").asString() + "/"
                    + resource.path("id").asString();
            assertThat(entry.path("fullUrl").asString()).endsWith("/" + end);
            assertThat(resource.path("meta").path("profile").size()).isEqualTo(1);
            assertThat(entry.path("search").path("mode").asString())
                    .isEqualTo(end.startsWith("Slot/") ? "match" : "include");
            for (JsonNode reference : resource.findValues("reference")) {
                if (!reference.asString().startsWith("#")) {
                    assertThat(urls).contains(address() + "/fhir/sas/" + reference.asString());
                }
            }
        }
        for (JsonNode schedule : resources(bundle, "Schedule")) {
            assertThat(profile(schedule)).isEqualTo(SAS_FR + "FrScheduleAgregateur");
            assertThat(schedule.has("serviceType")).isFalse();
            assertThat(nodes(schedule.path("actor")).stream()
                            .map(actor -> actor.path("reference").asString().replaceAll("/.*", "")))
                    .containsExactlyInAnyOrder("Practitioner", "PractitionerRole");
        }
        assertThat(bundle.toString()).doesNotContain("null", "\"\"", "[]", "{}");
    }

    private static Set<String> services(JsonNode slot) {
        return nodes(slot.path("serviceType")).stream()
                .filter(type ->
                        type.path("coding").path(0).path("code").asString("").equals("604"))
                .peek(type -> assertThat(
                                type.path("coding").get(0).path("system").asString())
                        .isEqualTo("https://mos.esante.gouv.fr/NOS/TRE_R66-CategorieEtablissement/FHIR/"
                                + "TRE-R66-CategorieEtablissement"))
                .map(type -> type.path("extension").get(0))
                .peek(extension -> assertThat(extension.path("url").asString())
                        .isEqualTo("http://hl7.org/fhir/5.0/StructureDefinition/extension-Slot.serviceType"))
                .map(extension ->
                        extension.path("valueReference").path("reference").asString())
                .collect(Collectors.toSet());
    }

    private static Set<String> codes(List<JsonNode> slots, String field) {
        return slots.stream()
                .flatMap(slot -> texts(slot.path("meta").path(field), "code").stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> consultations(List<JsonNode> slots) {
        return slots.stream()
                .flatMap(slot -> nodes(slot.path("serviceType")).stream())
                .filter(type -> type.has("coding"))
                .map(type -> type.path("coding").get(0).path("code").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String profile(JsonNode resource) {
        assertThat(resource.path("meta").path("profile").size()).isEqualTo(1);
        return resource.path("meta").path("profile").get(0).asString();
    }

    private static void type(JsonNode identifier, String system, String code) {
        var coding = identifier.path("type").path("coding");
        assertThat(coding.size()).isEqualTo(1);
        assertThat(coding.get(0).path("system").asString()).isEqualTo(system);
        assertThat(coding.get(0).path("code").asString()).isEqualTo(code);
    }
}
