package fr.quartdheure.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What integrators ask for, what they are refused, and that a page is neither short nor told twice. */
class FhirSearchPageTest extends FhirPlatform {

    static List<String> types() {
        return TYPES;
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachIsFoundReadAgainAndFoundByItsId(String type) {
        var found = found(type + "?_count=2");
        assertThat(resources(found, type)).hasSize(2);
        for (JsonNode resource : resources(found, type)) {
            String id = resource.path("id").asString();
            assertThat(found(type + "/" + id)).isEqualTo(resource);
            assertThat(ids(found(type + "?_id=" + id), type)).containsExactly(id);
            assertThat(ids(found(type + "?_id=" + id + ",unknown"), type)).containsExactly(id);
        }
        assertThat(ids(found(type + "?_id=none"), type)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void pagesTellEverythingOnceInOneOrder(String type) {
        String period = type.equals("Slot") ? "&start=lt" + LocalDate.now().plusDays(2) : "";
        var whole = found(type + "?_count=200" + period);
        var paged = new ArrayList<String>();
        String next = address() + "/fhir/" + type + "?_count=37" + period;
        while (!next.isEmpty() && paged.size() < 150) {
            var page = json(get(next));
            assertThat(ids(page, type)).hasSizeLessThanOrEqualTo(37);
            paged.addAll(ids(page, type));
            assertThat(link(page, "self")).isEqualTo(next);
            next = link(page, "next");
        }
        var expected = ids(whole, type);
        assertThat(paged).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(expected.subList(0, paged.size()));
        assertThat(paged.size()).isEqualTo(next.isEmpty() ? expected.size() : paged.size());
        int counted = found(type + "?_summary=count" + period).path("total").asInt();
        assertThat(counted).isGreaterThanOrEqualTo(expected.size());
        assertThat(found(type + "?_count=1&_total=accurate" + period)
                        .path("total")
                        .asInt())
                .isEqualTo(counted);
        assertThat(found(type + "?_count=0" + period).path("total").asInt()).isEqualTo(counted);
    }

    @Test
    void slotsOfAnAgendaOnADay() {
        var first = resources(found("Slot?_count=1"), "Slot").getFirst();
        String schedule = first.path("schedule").path("reference").asString();
        String day = first.path("start").asString().substring(0, 10);
        var slots = resources(
                found("Slot?schedule=" + schedule + "&status=free&start=ge" + day + "&start=le" + day + "&_count=200"),
                "Slot");
        assertThat(slots).contains(first).allSatisfy(slot -> {
            assertThat(slot.path("schedule").path("reference").asString()).isEqualTo(schedule);
            assertThat(slot.path("start").asString()).startsWith(day);
            assertThat(slot.path("status").asString()).isEqualTo("free");
        });
        assertThat(slots)
                .isEqualTo(resources(found("Slot?schedule=" + schedule + "&start=" + day + "&_count=200"), "Slot"));
        assertThat(found("Slot?schedule=" + schedule + "&status=busy")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void boundsOfTheStartHoldTogether() {
        String start = resources(found("Slot?_count=1"), "Slot")
                .getFirst()
                .path("start")
                .asString();
        String minute = start.substring(0, 16);
        assertThat(starts("start=" + minute)).isNotEmpty().allMatch(one -> one.startsWith(minute));
        assertThat(starts("start=gt" + minute)).isNotEmpty().noneMatch(one -> one.startsWith(minute));
        assertThat(starts("start=ge" + minute)).anyMatch(one -> one.startsWith(minute));
        assertThat(starts("start=ge" + minute + "&start=lt" + minute)).isEmpty();
        // As it is written in answers, with its offset; and that offset's "+" unencoded.
        assertThat(starts("start=" + encoded(start))).isNotEmpty();
        assertThat(starts("start=" + start.replace("+", " ").replace(" ", "+")))
                .isEqualTo(starts("start=" + encoded(start)));
        var sorted = starts("start=ge" + minute);
        assertThat(sorted).isSorted().hasSize(20);
    }

    private List<String> starts(String query) {
        return resources(found("Slot?" + query), "Slot").stream()
                .map(slot -> slot.path("start").asString())
                .toList();
    }

    @Test
    void slotsOfAPractitionerAtAPlaceOfAServiceOrASpecialty() {
        var slot = resources(found("Slot?_count=1&service-type=general-practice"), "Slot")
                .getFirst();
        var schedule = found(slot.path("schedule").path("reference").asString());
        String practitioner = actor(schedule, "Practitioner/");
        String location = actor(schedule, "Location/");
        String rpps =
                found(practitioner).path("identifier").get(0).path("value").asString();
        for (String query : List.of(
                "schedule.actor=" + practitioner,
                "schedule.actor=" + actor(schedule, "PractitionerRole/"),
                "schedule.actor=" + practitioner + "&schedule.actor=" + location,
                "schedule.actor:Practitioner.identifier=" + encoded("urn:oid:1.2.250.1.71.4.2.1|" + rpps),
                "specialty=SM54&service-type=general-practice&service-type=AMB,VR,HH")) {
            assertThat(ids(found("Slot?_count=200&" + query), "Slot"))
                    .as(query)
                    .contains(slot.path("id").asString());
        }
        assertThat(ids(found("Slot?schedule.actor=" + practitioner + "&service-type=midwifery"), "Slot"))
                .isEmpty();
        assertThat(resources(found("Slot?service-type=physiotherapy"), "Slot"))
                .isNotEmpty()
                .allSatisfy(
                        one -> assertThat(one.path("specialty").isMissingNode()).isTrue());
    }

    private static String actor(JsonNode schedule, String type) {
        return nodes(schedule.path("actor")).stream()
                .map(one -> one.path("reference").asString())
                .filter(reference -> reference.startsWith(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void peopleAndPlacesAreFoundByNumberNameAndTown() {
        var practitioner =
                resources(found("Practitioner?_count=1"), "Practitioner").getFirst();
        String id = practitioner.path("id").asString();
        String number = practitioner.path("identifier").get(0).path("value").asString();
        String family = practitioner.path("name").get(0).path("family").asString();
        for (String query : List.of(
                "identifier=" + number,
                "identifier=" + encoded("urn:oid:1.2.250.1.71.4.2.1|" + number),
                "family=" + encoded(family.toUpperCase(java.util.Locale.FRENCH)),
                "name=" + encoded(family.substring(0, 4)),
                "name:contains=" + encoded(family.substring(1, 4)))) {
            assertThat(ids(found("Practitioner?_count=200&" + query), "Practitioner"))
                    .as(query)
                    .contains(id);
        }
        assertThat(ids(found("Practitioner?identifier=" + encoded("urn:oid:1.2.3|" + number)), "Practitioner"))
                .isEmpty();
        assertThat(ids(found("PractitionerRole?practitioner.identifier=" + number), "PractitionerRole"))
                .isNotEmpty();
        assertThat(ids(found("Location?name:contains=danjou&address-city=perp&address-postalcode=66"), "Location"))
                .hasSize(1);
        assertThat(ids(found("Location?name=danjou"), "Location")).isEmpty();
        assertThat(resources(found("Organization?type=604"), "Organization")).isNotEmpty();
    }

    @Test
    void includesBringWhatIsReferredToAndWhatThatRefersTo() {
        var bundle = found("Slot?_count=5&_include=Slot:schedule&_include:iterate=Schedule:actor"
                + "&_include:iterate=PractitionerRole:organization");
        for (String type :
                List.of("Slot", "Schedule", "Practitioner", "PractitionerRole", "Location", "Organization")) {
            assertThat(resources(bundle, type)).as(type).isNotEmpty();
        }
        var urls = nodes(bundle.path("entry")).stream()
                .map(entry -> entry.path("fullUrl").asString())
                .toList();
        assertThat(new HashSet<>(urls)).hasSameSizeAs(urls);
        var one = found("Schedule?_count=1&_include=Schedule:actor:Practitioner");
        assertThat(resources(one, "Practitioner")).hasSize(1);
        assertThat(resources(one, "Location")).isEmpty();
        assertThat(nodes(found("Slot?_count=1&_include=Schedule:actor").path("entry")))
                .hasSize(1);
    }

    @Test
    void aSlotThatIsTakenVanishes() {
        var slot = resources(found("Slot?_count=1&start=ge" + LocalDate.now().plusDays(3)), "Slot")
                .getFirst();
        String id = slot.path("id").asString();
        String same = "Slot?schedule=" + slot.path("schedule").path("reference").asString() + "&start="
                + encoded(slot.path("start").asString());
        assertThat(ids(found(same), "Slot")).contains(id);
        String tag = get("/fhir/" + same).headers().firstValue("ETag").orElseThrow();
        var held = send("POST", "/api/v1/holds", "{\"slotId\":\"" + id + "\"}", "Content-Type", "application/json");
        assertThat(held.statusCode()).isEqualTo(201);
        assertThat(ids(found(same), "Slot")).doesNotContain(id);
        assertThat(get("/fhir/" + same, "If-None-Match", tag).statusCode()).isEqualTo(200);
        refused(get("/fhir/Slot/" + id), 404, "");
    }

    @Test
    void onlyWhatThePublicMayBookIsThere() {
        int hidden = jdbc.sql("select count(*) from scheduling.slot where not online and free and start_at > now()")
                .query(Integer.class)
                .single();
        assertThat(hidden).isPositive();
        String id = jdbc.sql("select id from scheduling.slot where not online and free and start_at > now() limit 1")
                .query(String.class)
                .single();
        assertThat(ids(found("Slot?_id=" + id), "Slot")).isEmpty();
        refused(get("/fhir/Slot/" + id), 404, "");
        int shown = found("Slot?_summary=count").path("total").asInt();
        assertThat(jdbc.sql("select count(*) from scheduling.slot where online and free and start_at > now()"
                                + " and bookable_from <= now()")
                        .query(Integer.class)
                        .single())
                .isBetween(shown - 5, shown + 5);
    }

    @Test
    void whatChangedLatelyIsFoundByItsDate() {
        String id = ids(found("Location?_count=1"), "Location").getFirst();
        String before = found("Location/" + id).path("meta").path("lastUpdated").asString();
        assertThat(ids(found("Location?_lastUpdated=gt" + encoded(before)), "Location"))
                .doesNotContain(id);
        jdbc.sql("update directory.site set phone = '0468000000' where id = :id::uuid")
                .param("id", id)
                .update();
        assertThat(ids(found("Location?_count=200&_lastUpdated=gt" + encoded(before)), "Location"))
                .contains(id);
        String after = found("Location/" + id).path("meta").path("lastUpdated").asString();
        assertThat(OffsetDateTime.parse(after)).isAfter(OffsetDateTime.parse(before));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Slot?start=hier;400;start",
                "Slot?start=2026-13-01;400;start",
                "Slot?start=2026-02-30;400;start",
                "Slot?start=ne2026-12-01;400;start",
                "Slot?start=2026-12-01,2026-12-02;400;start",
                "Slot?status=libre;400;status",
                "Slot?schedule=Practitioner/1;400;schedule",
                "Slot?schedule=Schedule/%3Cb%3E;400;schedule",
                "Slot?schedule=;400;schedule",
                "Slot?schedule:missing=true;400;schedule:missing",
                "Slot?schedule.actor=1;400;schedule.actor",
                "Slot?schedule.actor=Location/1,Practitioner/2;400;schedule.actor",
                "Slot?_count=beaucoup;400;_count",
                "Slot?_cursor=abc;400;_cursor",
                "Slot?_cursor=%C3%A9;400;_cursor",
                "Practitioner?_cursor=YQ;400;_cursor",
                "HealthcareService?_cursor=YQ;400;_cursor",
                "Practitioner?name:exact=A;400;name:exact",
                "Practitioner?_lastUpdated=lundi;400;_lastUpdated",
                "Location?organization=Patient/1;400;organization",
                "Slot/a%20b;400;''",
                "Slot/unknown;404;''",
                "Slot/00000000-0000-0000-0000-000000000000;404;''",
                "Slot/1/_history;404;''",
                "Slot?_format=xml;406;_format",
                "metadata?_format=application/fhir%2Bxml;406;_format",
                "Banana;404;''",
                "Patient;401;''",
                "Patient/1;401;''",
                "Appointment?date=2026-11-23;401;''",
            })
    void whatIsWrongIsSaidWithItsPlace(String query, int status, String where) {
        var answer = get("/fhir/" + query);
        refused(answer, status, where);
        if (status == 401) {
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/fhir/Slot",
        "PUT,/fhir/Slot/1",
        "DELETE,/fhir/Location/1",
        "PATCH,/fhir/Slot/1",
        "POST,/fhir/metadata"
    })
    void whatIsReadIsNotWritten(String method, String path) {
        var answer = send(method, path, "{}", "Content-Type", "application/fhir+json");
        refused(answer, 405, "");
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
    }

    @Test
    void anUnknownParameterIsLeftOutUnlessTheCallerWantsToBeTold() {
        var bundle = found("Slot?_count=1&colour=blue&_sort=start&_include=Slot:colour");
        assertThat(link(bundle, "self")).isEqualTo(address() + "/fhir/Slot?_count=1");
        for (String query : List.of("colour=blue", "_include=Slot:colour", "_summary=true", "_total=some")) {
            refused(
                    get("/fhir/Slot?" + query, "Prefer", "handling=strict"),
                    400,
                    query.substring(0, query.indexOf('=')));
        }
        assertThat(link(found("Practitioner?_count=5000"), "self")).endsWith("_count=200");
    }

    @Test
    void whoHasTheAnswerAlreadyIsNotSentItAgain() {
        for (String query : List.of("metadata", "Location?_count=3", "Slot?_count=3&start=ge2027-01-01")) {
            var first = get("/fhir/" + query);
            String tag = first.headers().firstValue("ETag").orElseThrow();
            var again = get("/fhir/" + query, "If-None-Match", "\"other\", " + tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).hasValue(tag);
            assertThat(get("/fhir/" + query, "If-None-Match", "W/\"other\"").statusCode())
                    .isEqualTo(200);
            var head = send("HEAD", "/fhir/" + query, "");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValue("ETag")).hasValue(tag);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "application/fhir+json;200",
                "application/json;200",
                "text/html,application/xhtml+xml,*/*;200",
                "application/fhir+xml;406",
                "text/turtle;406",
                "nonsense;406"
            })
    void jsonIsGivenToWhoTakesIt(String accepted, int status) {
        assertThat(get("/fhir/Slot?_count=1", "Accept", accepted).statusCode()).isEqualTo(status);
        assertThat(get("/fhir/Slot?_count=1&_format=json", "Accept", accepted).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSearchMayBePosted() {
        String schedule = resources(found("Slot?_count=1"), "Slot")
                .getFirst()
                .path("schedule")
                .path("reference")
                .asString();
        String form = "schedule=" + encoded(schedule) + "&_count=3&status=free";
        var posted = send("POST", "/fhir/Slot/_search", form, "Content-Type", "application/x-www-form-urlencoded");
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(200);
        assertThat(ids(json(posted), "Slot")).isEqualTo(ids(found("Slot?" + form), "Slot"));
        assertThat(ids(json(get(link(json(posted), "self"))), "Slot")).isEqualTo(ids(json(posted), "Slot"));
        refused(send("POST", "/fhir/Slot/_search", "{}", "Content-Type", "application/json"), 415, "");
    }

    @Test
    void pagesOfOtherSitesMayAsk() {
        var answer = get("/fhir/Slot?_count=1", "Origin", "https://example.org");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        var asked = send(
                "OPTIONS", "/fhir/Slot", "", "Origin", "https://example.org", "Access-Control-Request-Method", "GET");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(get("/fhir/Patient", "Origin", "https://example.org")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
        assertThat(get("/fhir/sas/metadata", "Origin", "https://example.org")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        var plain = send("OPTIONS", "/fhir/Slot", "");
        assertThat(plain.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
