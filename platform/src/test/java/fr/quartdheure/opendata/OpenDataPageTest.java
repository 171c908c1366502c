package fr.quartdheure.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.support.RunningPlatform;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class OpenDataPageTest extends RunningPlatform {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @EnumSource(DataSet.class)
    void eachFileSaysTheSameInEveryForm(DataSet set) throws Exception {
        List<CSVRecord> rows = csv(set.code());
        JsonNode json = JSON.readTree(get(set.code() + ".json").body());
        JsonNode schema = JSON.readTree(get(set.code() + ".schema.json").body());

        assertThat(rows).isNotEmpty();
        assertThat(json.get("rows").size()).isEqualTo(rows.size());
        assertThat(json.get("demonstration").asBoolean()).isTrue();
        List<String> described = new ArrayList<>();
        schema.get("fields").forEach(field -> {
            described.add(field.get("name").asString());
            assertThat(field.get("description").asString()).isNotBlank();
            assertThat(field.get("description_en").asString()).isNotBlank();
        });
        assertThat(List.copyOf(rows.getFirst().toMap().keySet())).isEqualTo(described);
        assertThat(JSON.readTree(get("datapackage.json").body())
                        .get("licenses")
                        .get(0)
                        .get("title")
                        .asString())
                .contains("Licence Ouverte 2.0");
        assertThat(get(set.code() + ".csv").body()).contains("\r\n").doesNotStartWith("\ufeff");
    }

    /** Every free slot read one by one, and counted by hand. */
    @Test
    void delaysAreThoseThatSlotsGive() throws Exception {
        var bySiteAndService = new TreeMap<String, List<Instant>>();
        jdbc.sql("""
                        select site_id, service_code, start_at from scheduling.slot s
                        where free and online and bookable_from <= now() order by start_at
                        """)
                .query((row, number) -> bySiteAndService
                        .computeIfAbsent(row.getString(1) + " " + row.getString(2), key -> new ArrayList<>())
                        .add(row.getTimestamp(3).toInstant()))
                .list();

        List<CSVRecord> rows = csv("delays");
        Instant measured = Instant.parse(rows.getFirst().get("measured_at"));
        LocalDate today = measured.atZone(PARIS).toLocalDate();
        int some = 0;
        for (CSVRecord row : rows) {
            List<Instant> free =
                    bySiteAndService
                            .getOrDefault(row.get("site_id") + " " + row.get("service_code"), List.of())
                            .stream()
                            .filter(start -> start.isAfter(measured))
                            .toList();
            assertThat(row.get("days_to_first")).isEqualTo(free.isEmpty() ? "" : days(today, free.getFirst()));
            assertThat(row.get("days_to_third")).isEqualTo(free.size() < 3 ? "" : days(today, free.get(2)));
            some += free.size() < 3 ? 0 : 1;
        }
        assertThat(some).isPositive();
    }

    @Test
    void whoeverHasItAlreadyIsNotSentItAgain() {
        HttpResponse<String> first = get("sites.csv");
        String version = first.headers().firstValue("ETag").orElseThrow();
        String changed = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(first.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(first.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv")
                .contains("charset=UTF-8");
        assertThat(browser()
                        .get("/opendata/sites.csv", "If-None-Match", version)
                        .statusCode())
                .isEqualTo(304);
        assertThat(browser()
                        .get("/opendata/sites.csv", "If-Modified-Since", changed)
                        .statusCode())
                .isEqualTo(304);
        assertThat(browser()
                        .get("/opendata/hours.json", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .contains("gzip");
        assertThat(get("sites.xml").statusCode()).isEqualTo(404);
        assertThat(get("patients.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyIsInIt() {
        var all = new StringBuilder();
        for (DataSet set : DataSet.values()) {
            all.append(get(set.code() + ".json").body());
        }
        List<String> people = jdbc.sql(
                        "select distinct birth_name from patient.patient where length(birth_name) > 6 limit 300")
                .query(String.class)
                .list();
        List<String> ids = jdbc.sql(
                        "select id::text from directory.practitioner union select id::text from scheduling.appointment limit 500")
                .query(String.class)
                .list();
        assertThat(people).isNotEmpty().noneMatch(name -> all.indexOf("\"" + name) >= 0);
        assertThat(ids).isNotEmpty().noneMatch(id -> all.indexOf(id) >= 0);
    }

    @Test
    void thePageIsInBothLanguages() {
        assertThat(browser().get("/").body()).contains("href=\"/opendata\"");
        assertThat(browser().get("/opendata").body()).contains("Données ouvertes", "days_to_third", "Licence Ouverte");
        assertThat(browser().get("/opendata?lang=en").body()).contains("Open data", "third next available appointment");
    }

    private static String days(LocalDate today, Instant then) {
        return String.valueOf(ChronoUnit.DAYS.between(today, then.atZone(PARIS).toLocalDate()));
    }

    private HttpResponse<String> get(String name) {
        return browser().get("/opendata/" + name);
    }

    private List<CSVRecord> csv(String name) throws Exception {
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(get(name + ".csv").body()))) {
            return parser.getRecords();
        }
    }
}
