package fr.quartdheure.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.account.Accounts;
import fr.quartdheure.support.Browser;
import fr.quartdheure.support.RunningPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page shows, computed again by the commands of its archive. */
class ArchivePageTest extends RunningPlatform {

    private static final String OPENING = "&change=opening_42.4000_2.5000_2";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Browser planner;

    @BeforeEach
    void signIn() {
        planner = browser();
        planner.signIn("claire.soler", Accounts.DEMONSTRATION_PASSWORD);
    }

    @Test
    void strangersAreAskedToSignIn() {
        assertThat(browser().get("/steering/archive.zip").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"area=all", "area=department-66", "area=department-66" + OPENING})
    void theAplOfEachCommuneIsThatOfTheTable(String asked) throws IOException {
        unzip("/steering/archive.zip?" + asked);
        JsonNode told = run("accessibility");
        Map<String, String> computed = column("apl.csv", "value");
        Map<String, String> shown =
                column(planner.get("/steering/table.csv?" + asked).body().lines(), "apl");
        assertThat(shown).isNotEmpty();
        shown.forEach((code, apl) -> assertThat(Double.parseDouble(computed.get(code)))
                .as(code)
                .isCloseTo(Double.parseDouble(apl), within(1e-9)));
        String said = Files.readString(folder.resolve("commands.txt"));
        for (String figure : List.of("mean", "shareUnder", "firstDecile")) {
            assertThat(told.get(figure).doubleValue()).as(figure).isCloseTo(number(said, figure), within(1e-9));
        }
    }

    @Test
    void anOpeningChangesWhatIsComputedAgain() throws IOException {
        unzip("/steering/archive.zip?area=department-66");
        double today = run("accessibility").get("mean").doubleValue();
        unzip("/steering/archive.zip?area=department-66" + OPENING);
        assertThat(run("accessibility").get("mean").doubleValue()).isGreaterThan(today);
    }

    @ParameterizedTest
    @ValueSource(strings = {"centre", "booth", "general-practice", "midwifery", "emergency-department"})
    void coverageIsThatOfThePage(String care) throws IOException {
        unzip("/steering/archive.zip?area=department-66&care=" + care);
        List<String> shown = planner.get("/steering/coverage.csv?area=department-66")
                .body()
                .lines()
                .filter(line -> line.startsWith("standing," + care + ","))
                .findFirst()
                .map(line -> List.of(line.split(",")))
                .orElseThrow();
        var commands = commands("coverage");
        assertThat(commands).hasSize(6);
        for (int place = 0; place < commands.size(); place++) {
            JsonNode told = run(commands.get(place));
            assertThat(told.get("covered").doubleValue())
                    .as(commands.get(place))
                    .isEqualTo(Double.parseDouble(shown.get(3 + 2 * place)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"covered", "apl-gain", "under-threshold"})
    void theBestOpeningsAreThoseOfThePage(String benefit) throws IOException {
        String question = "area=department-66&openings=3&doctors=2&minutes=15&inhabitants=300&benefit=" + benefit;
        unzip("/steering/archive.zip?" + question);
        JsonNode told = run("siting");
        assertThat(told.get("proved").booleanValue()).isTrue();
        String page = planner.get("/steering/openings?" + question).body();
        Map<String, String> sites = column("candidates.csv", "lat");
        for (JsonNode chosen : told.get("chosen")) {
            assertThat(sites).containsKey(chosen.stringValue());
            assertThat(page).contains("/steering/communes/" + chosen.stringValue());
        }
    }

    @Test
    void aPlanIsThatOfThePage() throws IOException {
        String question = "area=department-66&benefit=apl-gain&years=2,1&doctors=6&least=1&most=4&inhabitants=500";
        unzip("/steering/archive.zip?" + question);
        JsonNode told = run("siting");
        String page = planner.get("/steering/plan?" + question).body();
        assertThat(told.get("years").size()).isEqualTo(2);
        for (JsonNode year : told.get("years")) {
            for (JsonNode opened : year.get("opened")) {
                assertThat(page)
                        .contains("/steering/communes/" + opened.get("code").stringValue());
            }
        }
    }

    private void unzip(String path) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(planner.bytes(path)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(folder.resolve(Path.of(entry.getName()).getFileName()), zip.readAllBytes());
            }
        }
    }

    private List<String> commands(String name) throws IOException {
        try (var lines = Files.lines(folder.resolve("commands.txt"))) {
            return lines.filter(line -> line.startsWith("quartdheure " + name)).toList();
        }
    }

    /** A command line, or the only one of this name, in the folder of the archive. */
    private JsonNode run(String command) throws IOException {
        String line = command.contains(" ") ? command : commands(command).getFirst();
        var arguments = Stream.of((line + " --json").split(" "))
                .skip(1)
                .map(word -> word.endsWith(".csv") ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
        var out = new StringWriter();
        var err = new StringWriter();
        assertThat(Quartdheure.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(arguments))
                .as(line + out + err)
                .isZero();
        return new JsonMapper().readTree(out.toString());
    }

    private Map<String, String> column(String file, String name) throws IOException {
        try (var lines = Files.lines(folder.resolve(file))) {
            return column(lines, name);
        }
    }

    private static Map<String, String> column(Stream<String> lines, String name) {
        List<String> all = lines.toList();
        int at = List.of(all.getFirst().split(",")).indexOf(name);
        var values = new HashMap<String, String>();
        all.stream()
                .skip(1)
                .map(line -> line.replaceAll("\"[^\"]*\"", "").split(",", -1))
                .forEach(row -> values.put(row[0], row[at]));
        return values;
    }

    private static double number(String text, String name) {
        return Double.parseDouble(text.replaceAll("(?s).*" + name + " ([-0-9.E]+).*", "$1"));
    }
}
