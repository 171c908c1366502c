package fr.quartdheure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.support.OpenData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The analyst commands as a shell sees them: exit code, standard output, files left behind. */
class AnalystCommandTest {

    private static final String DEMAND = """
            code,lat,lon,population,standardised
            A,42.70,2.90,100,110
            B,42.75,2.90,200,180
            C,44.00,2.90,50,60
            """;
    private static final String SUPPLY = """
            code;lat;lon;supply
            X;42.70;2.91;1000
            A;42.70;2.90;600
            """;
    private static final String TIMES = """
            origin,destination,minutes
            A,X,10
            B,X,15
            B,A,20
            B,C,1
            X,A,3
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter said = new StringWriter();
    private final StringWriter warned = new StringWriter();

    /** A to A is 0, A to X 10 (2/3), B to X 15 (1/3), B to A 20 (1/3): 1000/(220/3 + 60) = 7.5 at X, 600/170 at A. */
    @Test
    void theAplFollowsTheFileOfMinutes() throws IOException {
        write("demand.csv", DEMAND);
        write("supply.csv", SUPPLY);
        write("times.csv", TIMES);
        assertThat(accessibility("--times", path("times.csv"), "--json")).isZero();
        var lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines).hasSize(4).startsWith("code,value").endsWith("C,0");
        double a = 600 / 170.0;
        assertThat(value(lines.get(1), "A")).isCloseTo(a + 5, within(1e-12));
        assertThat(value(lines.get(2), "B")).isCloseTo(2.5 + a / 3, within(1e-12));
        JsonNode answer = JsonMapper.shared().readTree(said.toString());
        assertThat(answer.get("ignoredRows").asInt()).isEqualTo(2);
        assertThat(answer.get("population").asString()).isEqualTo("standardised");
        assertThat(answer.get("times").asString()).isEqualTo("file");
        assertThat(answer.get("unserved").asInt()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"apl", "2sfca", "E2SFCA", "3sfca", "bfca"})
    void everyIndexAnswersForEveryPlaceByTheEstimate(String index) throws IOException {
        write("demand.csv", DEMAND);
        write("supply.csv", SUPPLY);
        assertThat(accessibility("--index", index)).isZero();
        assertThat(Files.readAllLines(folder.resolve("out.csv")))
                .hasSize(4)
                .element(3)
                .isEqualTo("C,0");
        assertThat(said.toString()).contains("times: estimate\n").contains("places: 3\n");
        assertThat(warned.toString()).contains("as the crow flies");
    }

    @Test
    void wrongFilesAreRefusedAndLeaveNothing() throws IOException {
        write("demand.csv", DEMAND);
        write("supply.csv", "code,lat,lon,supply\nX,42.7,2.9,-4\n");
        assertThat(accessibility()).isEqualTo(Quartdheure.REFUSED);
        assertThat(said.toString()).contains("supply.csv, line 2: supply -4 is negative");
        write("supply.csv", SUPPLY);
        write("times.csv", "origin,destination,minutes\nA,X,1\nA,Z,2\n");
        assertThat(accessibility("--times", path("times.csv"))).isEqualTo(Quartdheure.REFUSED);
        assertThat(said.toString()).contains("times.csv, line 3: destination Z stands in neither");
        write("times.csv", "origin,destination,minutes\nA,X,1\nA,X,2\n");
        assertThat(accessibility("--times", path("times.csv"))).isEqualTo(Quartdheure.REFUSED);
        assertThat(said.toString()).contains("line 3: the minutes from A to X stand already");
        Files.write(folder.resolve("demand.csv"), DEMAND.replace("B", "é").getBytes(Charset.forName("windows-1252")));
        assertThat(accessibility()).isEqualTo(Quartdheure.REFUSED);
        assertThat(said.toString()).contains("demand.csv, line 3: is not written in UTF-8");
        assertThat(left()).containsExactlyInAnyOrder("demand.csv", "supply.csv", "times.csv");
    }

    @Test
    void anEarlierAnswerStaysWhenTheNextIsRefused() throws IOException {
        write("demand.csv", DEMAND);
        write("supply.csv", SUPPLY);
        write("out.csv", "earlier");
        assertThat(accessibility("--max-minutes", "-1")).isEqualTo(Quartdheure.REFUSED);
        assertThat(folder.resolve("out.csv")).hasContent("earlier");
        assertThat(accessibility()).isZero();
        assertThat(folder.resolve("out.csv")).content().startsWith("code,value\n");
        assertThat(left()).containsExactlyInAnyOrder("demand.csv", "supply.csv", "out.csv");
    }

    @Test
    void aFileThatIsReadIsNeverOverwritten() throws IOException {
        write("demand.csv", DEMAND);
        write("supply.csv", SUPPLY);
        String demand = path("demand.csv");
        assertThat(run("accessibility", "--demand", demand, "--supply", path("supply.csv"), "--out", demand))
                .isEqualTo(Quartdheure.REFUSED);
        assertThat(said.toString()).contains("is a file that is read");
        assertThat(run("accessibility", "--demand", demand, "--supply", demand, "--out", path("none/out.csv")))
                .isEqualTo(Quartdheure.REFUSED);
        assertThat(said.toString()).contains("its folder is not there");
    }

    @Test
    void oneCodeIsOnePlace() throws IOException {
        write("demand.csv", DEMAND);
        write("supply.csv", "code,lat,lon,supply\nA,43.70,2.90,5\n");
        assertThat(accessibility()).isEqualTo(Quartdheure.REFUSED);
        assertThat(said.toString()).contains("Code A stands at two positions 111 km apart");
    }

    /** B is 5.56 km from A by the law 9.96 minutes; C is 145 km away. */
    @Test
    void coverageNamesWhoIsLeftOut() throws IOException {
        write("demand.csv", DEMAND);
        write("sites.csv", "lon,lat,code\n2.90,42.70,A\n");
        var arguments = new String[] {"coverage", "--demand", path("demand.csv"), "--sites", path("sites.csv")};
        assertThat(run(with(arguments, "--json"))).isZero();
        assertThat(said.toString().strip())
                .isEqualTo("{\"population\":350,\"covered\":300,\"share\":0.8571428571428571,\"leftOut\":[\"C\"]}");
        assertThat(run(with(arguments, "--minutes", "9"))).isZero();
        assertThat(said.toString()).contains("covered: 100\n").contains("leftOut: B, C\n");
        assertThat(run(with(arguments, "--minutes", "-9"))).isEqualTo(Quartdheure.REFUSED);
    }

    /** Encamp is some seven minutes from the capital along the roads; nothing leads to the summit. */
    @Test
    void minutesFollowTheRoadsOfAnExtract() throws IOException {
        write("demand.csv", """
                code,lat,lon,population
                encamp,42.5361,1.5827,100
                pas,42.5425,1.7327,50
                summit,42.5917,1.4444,1
                """);
        write("sites.csv", "code,lat,lon\ncapital,42.5063,1.5218\n");
        String[] arguments = {"coverage", "--demand", path("demand.csv"), "--sites", path("sites.csv"), "--json"};
        assertThat(run(with(
                        arguments,
                        "--roads",
                        OpenData.file("osm/andorra.osm.pbf").toString())))
                .isZero();
        assertThat(said.toString().strip())
                .startsWith("{\"population\":151,\"covered\":100,")
                .endsWith("\"leftOut\":[\"pas\",\"summit\"]}");
        assertThat(warned.toString()).contains("1 places lie farther than 1000 m from any road", "OpenStreetMap");
    }

    @Test
    void roadsThatCannotBeReadAreRefused() throws IOException {
        write("demand.csv", DEMAND);
        write("sites.csv", "code,lat,lon\nX,42.7,2.9\n");
        write("wrong.osm.pbf", "no roads");
        String[] arguments = {"coverage", "--demand", path("demand.csv"), "--sites", path("sites.csv")};
        assertThat(run(with(arguments, "--roads", path("wrong.osm.pbf")))).isEqualTo(Quartdheure.REFUSED);
        assertThat(said.toString()).contains("wrong.osm.pbf: is not a whole OpenStreetMap extract");
        assertThat(run(with(arguments, "--roads", path("wrong.osm.pbf"), "--times", path("demand.csv"))))
                .isEqualTo(Quartdheure.REFUSED);
        assertThat(said.toString()).contains("give one of them");
    }

    @Test
    void staffingKeepsAPromiseAndEvaluatesATeam() {
        String[] booth = {"staffing", "--arrivals-per-hour", "8.45", "--service-minutes", "12", "--json"};
        assertThat(staffing(booth).get("servers").asInt()).isEqualTo(2);
        assertThat(staffing(with(booth, "--target-p90", "30")).get("servers").asInt())
                .isEqualTo(3);
        JsonNode one = staffing(with(booth, "--servers", "1", "--patience-minutes", "20"));
        assertThat(one.get("abandonment").asDouble()).isBetween(0.4, 0.5);
        assertThat(one.propertyNames())
                .containsExactly("servers", "meanWaitMinutes", "p90WaitMinutes", "abandonment", "occupancy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10|12|--servers 2|without end",
                "10|12|--servers 0|0 servers",
                "10|12|--target-mean 0|cannot be promised",
                "-1|12|--servers 2|-1",
                "NaN|12|--servers 2|NaN",
                "10|0|--servers 2|0.0 minutes",
                "10|12|--patience-minutes 0|patience"
            })
    void impossibleQueuesAreRefusedInASentence(String arrivals, String service, String more, String reason) {
        var arguments = new String[] {"staffing", "--arrivals-per-hour=" + arrivals, "--service-minutes=" + service};
        assertThat(run(with(arguments, more.split(" ")))).isEqualTo(Quartdheure.REFUSED);
        assertThat(said.toString()).contains(reason);
    }

    @Test
    void aDayIsPlannedByTheHalfHourAndItsFileGivesTheSamePlan() throws IOException {
        write("day.csv", "arrivals;from\n19;08:30\n40;09:00\n0;09:30\n12.5;10:00\n");
        String[] booths = {"staffing", "--service-minutes", "12", "--target-p90", "30", "--json"};
        JsonNode day = staffing(with(booths, "--arrivals-file", path("day.csv"), "--out", path("plan.csv")));
        assertThat(day.at("/halfHours/0").propertyNames())
                .containsExactly(
                        "from", "arrivals", "servers", "meanWaitMinutes", "p90WaitMinutes", "abandonment", "occupancy");
        assertThat(day.at("/halfHours/3/from").asString()).isEqualTo("10:00");
        assertThat(day.at("/halfHours/2/servers").asInt()).isZero();
        assertThat(day.at("/halfHours/2/meanWaitMinutes").isNull()).isTrue();
        assertThat(day.at("/halfHours/1/p90WaitMinutes").asDouble()).isBetween(0.0, 30.0);
        assertThat(day.get("serverHours").asDouble())
                .isGreaterThanOrEqualTo(day.get("formulaServerHours").asDouble());
        assertThat(Files.readAllLines(folder.resolve("plan.csv")))
                .hasSize(5)
                .element(3)
                .asString()
                .startsWith("09:30,0,0,,,,");
        assertThat(staffing(with(booths, "--arrivals-file", path("plan.csv")))).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "08:30,1;09:30,1|line 3: from 09:30 follows 08:30, so 09:00 is missing; add it",
                "08:30,1;09:00,1;08:30,2|line 4: the half-hour from 08:30 stands already",
                "08:30,1;08:00,2|line 3: from 08:00 follows 08:30; put the half-hours in their order",
                "08:30,-1|line 2: arrivals -1 is negative; give 0 or more",
                "08:45,1|line 2: from \"08:45\" is not the beginning of a half-hour; write it as 08:30",
                "24:00,1|line 2: from \"24:00\" is not the beginning",
                "08:30,many|line 2: arrivals \"many\" is not a number",
                "|has no half-hour; give a line",
                "08:30,20000|look at a smaller network"
            })
    void aDayThatIsNoneIsRefusedWithItsLine(@Nullable String rows, String reason) throws IOException {
        write("day.csv", "from,arrivals\n" + (rows == null ? "" : rows.replace(';', '\n')) + "\n");
        assertThat(run("staffing", "--arrivals-file", path("day.csv"), "--service-minutes", "12"))
                .isEqualTo(Quartdheure.REFUSED);
        assertThat(said.toString()).contains(reason);
    }

    @Test
    void oneRateOrOneDayIsAskedFor() throws IOException {
        write("day.csv", "from,arrivals\n08:30,1\n");
        String[] day = {"staffing", "--service-minutes", "12", "--arrivals-file", path("day.csv")};
        String[] rate = {"staffing", "--service-minutes", "12", "--arrivals-per-hour", "3"};
        assertThat(run("staffing", "--service-minutes", "12")).isEqualTo(Quartdheure.WRONG_USAGE);
        assertThat(run(with(day, "--arrivals-per-hour", "3"))).isEqualTo(Quartdheure.WRONG_USAGE);
        assertThat(run(with(day, "--servers", "3"))).isEqualTo(Quartdheure.WRONG_USAGE);
        assertThat(run(with(rate, "--out", path("out.csv")))).isEqualTo(Quartdheure.WRONG_USAGE);
        assertThat(run(with(day, "--out", path("day.csv")))).isEqualTo(Quartdheure.REFUSED);
        assertThat(run(with(day, "--target-mean", "0"))).isEqualTo(Quartdheure.REFUSED);
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void wrongUsageIsToldApart() {
        assertThat(run("staffing", "--arrivals-per-hour", "many", "--service-minutes", "12"))
                .isEqualTo(Quartdheure.WRONG_USAGE);
        assertThat(run("coverage")).isEqualTo(Quartdheure.WRONG_USAGE);
        assertThat(run("accessibility", "--demand", "a", "--supply", "b", "--out", "c", "--index", "gravity"))
                .isEqualTo(Quartdheure.WRONG_USAGE);
        assertThat(warned.toString()).contains("2sfca");
        assertThat(said.toString()).isEmpty();
        assertThat(run("accessibility", "--help")).isZero();
        assertThat(said.toString()).contains("--max-minutes");
    }

    private static double value(String line, String code) {
        assertThat(line).startsWith(code + ",");
        return Double.parseDouble(line.substring(code.length() + 1));
    }

    private JsonNode staffing(String[] arguments) {
        said.getBuffer().setLength(0);
        assertThat(run(arguments)).isZero();
        return JsonMapper.shared().readTree(said.toString());
    }

    private int accessibility(String... more) {
        var arguments = new String[] {
            "accessibility", "--demand", path("demand.csv"), "--supply", path("supply.csv"), "--out", path("out.csv")
        };
        return run(with(arguments, more));
    }

    private int run(String... arguments) {
        return Quartdheure.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(warned, true))
                .execute(arguments);
    }

    private static String[] with(String[] arguments, String... more) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private List<String> left() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
