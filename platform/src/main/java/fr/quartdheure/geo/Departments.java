package fr.quartdheure.geo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The départements and the region each belongs to since 2016 (code officiel géographique). */
public final class Departments {

    private static final Map<String, List<String>> REGIONS = Map.ofEntries(
            Map.entry("01", List.of("971")),
            Map.entry("02", List.of("972")),
            Map.entry("03", List.of("973")),
            Map.entry("04", List.of("974")),
            Map.entry("06", List.of("976")),
            Map.entry("11", List.of("75", "77", "78", "91", "92", "93", "94", "95")),
            Map.entry("24", List.of("18", "28", "36", "37", "41", "45")),
            Map.entry("27", List.of("21", "25", "39", "58", "70", "71", "89", "90")),
            Map.entry("28", List.of("14", "27", "50", "61", "76")),
            Map.entry("32", List.of("02", "59", "60", "62", "80")),
            Map.entry("44", List.of("08", "10", "51", "52", "54", "55", "57", "67", "68", "88")),
            Map.entry("52", List.of("44", "49", "53", "72", "85")),
            Map.entry("53", List.of("22", "29", "35", "56")),
            Map.entry("75", List.of("16", "17", "19", "23", "24", "33", "40", "47", "64", "79", "86", "87")),
            Map.entry("76", List.of("09", "11", "12", "30", "31", "32", "34", "46", "48", "65", "66", "81", "82")),
            Map.entry("84", List.of("01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74")),
            Map.entry("93", List.of("04", "05", "06", "13", "83", "84")),
            Map.entry("94", List.of("2A", "2B")));

    private static final Map<String, String> REGION_OF = regionOf();

    private Departments() {}

    public static String ofCommune(String code) {
        return code.startsWith("97") && code.length() >= 3 ? code.substring(0, 3) : code.substring(0, 2);
    }

    /** The INSEE code of the region of a commune: "76" for Perpignan; empty overseas outside the regions. */
    public static Optional<String> regionOfCommune(String code) {
        return Optional.ofNullable(REGION_OF.get(ofCommune(code)));
    }

    /** "Pyrénées-Orientales" of "66"; the code itself when there is no such département. */
    public static String name(String code) {
        return AreaNames.department(code);
    }

    /** "Occitanie" of "76"; the code itself when there is no such region. */
    public static String regionName(String code) {
        return AreaNames.region(code);
    }

    public static boolean isRegion(String code) {
        return REGIONS.containsKey(code);
    }

    /** Whether a commune lies in a region; every commune does when null stands for all of them. */
    public static boolean isIn(@Nullable String region, String communeCode) {
        return region == null
                || regionOfCommune(communeCode).map(region::equals).orElse(false);
    }

    private static Map<String, String> regionOf() {
        var of = new HashMap<String, String>();
        REGIONS.forEach((region, departments) -> departments.forEach(department -> of.put(department, region)));
        return Map.copyOf(of);
    }
}
