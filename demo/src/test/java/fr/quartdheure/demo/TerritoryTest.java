package fr.quartdheure.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class TerritoryTest {
    private static final Map<String, Commune> BY_CODE =
            Territory.communes().stream().collect(Collectors.toMap(Commune::code, Function.identity()));

    @Test
    void allCommunesOfTheDepartementAreThereOnce() {
        assertThat(Territory.communes()).hasSize(226);
        assertThat(BY_CODE).hasSize(226);
        assertThat(BY_CODE.keySet()).allMatch(code -> code.matches("66\\d{3}"));
        assertThat(Territory.communes())
                .allSatisfy(commune ->
                        assertThat(commune.postalCodes()).isNotEmpty().allMatch(code -> code.matches("66\\d{3}")));
        assertThat(Territory.communes().stream().mapToInt(Commune::population).sum())
                .isBetween(470_000, 510_000);
    }

    @Test
    void mountainIsInlandAndHigh() {
        assertThat(List.of("66179", "66009", "66150", "66049", "66124", "66149"))
                .allMatch(code -> commune(code).mountain());
        assertThat(List.of("66136", "66037", "66008", "66210", "66148"))
                .noneMatch(code -> commune(code).mountain());
    }

    @Test
    void districtsAddUpToTheirCommune() {
        assertThat(Territory.districts())
                .allMatch(district -> district.code().startsWith(district.communeCode() + "-"));
        int inhabitants =
                Territory.districts().stream().mapToInt(District::population).sum();
        assertThat((double) inhabitants / commune("66136").population()).isBetween(0.98, 1.02);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> organizations = keys(Territory.organizations(), Organization::key);
        Set<String> sites = keys(Territory.sites(), Site::key);
        Set<String> rooms = keys(Territory.rooms(), Room::key);
        keys(Territory.equipment(), Equipment::key);
        assertThat(Territory.sites()).allMatch(site -> organizations.contains(site.organizationKey()));
        assertThat(Territory.sites())
                .allMatch(site -> commune(site.communeCode()).postalCodes().contains(site.postalCode()));
        assertThat(Territory.rooms()).allMatch(room -> sites.contains(room.siteKey()));
        assertThat(Territory.equipment())
                .allMatch(item ->
                        sites.contains(item.siteKey()) && (item.roomKey() == null || rooms.contains(item.roomKey())));
        assertThat(Territory.cpts())
                .isNotEmpty()
                .allMatch(cpts -> organizations.contains(cpts.organizationKey())
                        && sites.containsAll(cpts.siteKeys())
                        && BY_CODE.keySet().containsAll(cpts.communeCodes()));
    }

    @Test
    void phonesAreOfTheRangeReservedForFiction() {
        assertThat(Territory.sites()).allMatch(site -> site.phone().matches("04 65 71 \\d\\d \\d\\d"));
        assertThat(Territory.organizations())
                .allMatch(organization -> organization.phone().matches("04 65 71 \\d\\d \\d\\d"));
        assertThat(Territory.sites()).extracting(Site::phone).doesNotHaveDuplicates();
    }

    @Test
    void communesAgreeWithTheOpenData() throws IOException {
        List<CSVRecord> records = openData("communes/communes_france_2024.csv");
        Set<String> seen = new HashSet<>();
        for (CSVRecord record : records) {
            if (!record.get("insee_dep").equals("66")
                    || !record.get("commune_type").equals("COM")) {
                continue;
            }
            Commune commune = commune(record.get("insee_com"));
            seen.add(commune.code());
            assertThat(commune.postalCodes()).contains(record.get("code_postal"));
            assertThat(commune.name()).isEqualTo(record.get("commune_article"));
            double lat = Double.parseDouble(record.get("lat"));
            double lon = Double.parseDouble(record.get("lng"));
            assertThat(TravelLaw.kilometres(commune.lat(), commune.lon(), lat, lon))
                    .as(commune.name())
                    .isLessThan(2.5);
        }
        assertThat(seen).isEqualTo(BY_CODE.keySet());
    }

    @Test
    void populationsAgreeWithTheOpenData() throws IOException {
        for (CSVRecord record : openData("communes/communes_occitanie_2025.csv")) {
            Commune commune = BY_CODE.get(record.get("code"));
            if (commune != null) {
                assertThat(commune.population()).isEqualTo(Integer.parseInt(record.get("population")));
                assertThat(commune.postalCodes()).contains(record.get("cp"));
            }
        }
    }

    @Test
    void finessNumbersAgreeWithTheOpenData() throws IOException {
        Map<String, CSVRecord> structures = openData("finess/structures_occitanie.csv").stream()
                .collect(Collectors.toMap(record -> record.get("finess"), Function.identity(), (a, b) -> a));
        for (Site site : Territory.sites()) {
            if (site.finess() != null) {
                CSVRecord structure = Objects.requireNonNull(structures.get(site.finess()), site.name());
                assertPlace(structure, site.communeCode(), site.lat(), site.lon());
            }
        }
        assertThat(Territory.establishments()).hasSize(13);
        for (Establishment one : Territory.establishments()) {
            CSVRecord structure = Objects.requireNonNull(structures.get(one.finess()), one.name());
            assertThat(structure.get("categ")).as(one.name()).isIn("355", "101", "365");
            assertPlace(structure, one.communeCode(), one.lat(), one.lon());
        }
    }

    private static void assertPlace(CSVRecord structure, String communeCode, double lat, double lon) {
        assertThat(structure.get("code_insee")).isEqualTo(communeCode);
        double toldLat = Double.parseDouble(structure.get("lat"));
        double toldLon = Double.parseDouble(structure.get("lon"));
        assertThat(TravelLaw.kilometres(lat, lon, toldLat, toldLon)).isLessThan(0.2);
    }

    private static List<CSVRecord> openData(String file) throws IOException {
        String folder = System.getenv("QUARTDHEURE_OPEN_DATA");
        assumeTrue(folder != null, "QUARTDHEURE_OPEN_DATA is not set: no open data to compare with");
        Path path = Path.of(folder, file);
        assumeTrue(Files.exists(path), "No " + file + " in QUARTDHEURE_OPEN_DATA");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = Files.newBufferedReader(path);
                var parser = format.parse(reader)) {
            return parser.getRecords();
        }
    }

    private static Commune commune(String code) {
        return Objects.requireNonNull(BY_CODE.get(code), code);
    }

    private static <T> Set<String> keys(List<T> list, Function<T, String> key) {
        assertThat(list).extracting(key).doesNotHaveDuplicates();
        return list.stream().map(key).collect(Collectors.toSet());
    }
}
