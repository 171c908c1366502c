package fr.quartdheure.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import fr.quartdheure.bench.Load.Timed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a planner asks of a whole region: Occitanie imported from the open files, what an opening would change, and the
 * map in Chromium. Needs the open data named by QUARTDHEURE_OPEN_DATA.
 */
final class SteeringLoad {

    private static final String COMMUNES = "communes/communes_occitanie_2025.csv";
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int TURNS = 100;
    private static final int LOOKS = 5;
    private static final String SITE = "select id::text from directory.site order by id limit 1";
    private static final String CENTRES = """
            select lat, lon from geo.commune where district_of is null order by md5(code) limit 200
            """;

    private final Path data;
    private final List<Figure> figures;

    SteeringLoad(Path folder, List<Figure> figures) {
        this.data = folder.resolve("steering");
        this.figures = figures;
    }

    void run() throws IOException, SQLException {
        Path loaded = data.resolveSibling("loaded-steering");
        if (!Files.exists(loaded)) {
            prepare();
            Files.createFile(loaded);
        }
        try (var node = Application.start(data, "--data", data.toString());
                Client planner = node.client()) {
            planner(node).on(planner);
            firstLook(planner);
            whatIf(node, planner);
            map(node);
        }
    }

    private void prepare() throws IOException, SQLException {
        try (var node = Application.start(data, "--data", data.toString())) {
            read("communes", OpenData.file(COMMUNES));
            read("structures", OpenData.file("finess/structures_occitanie.csv"));
            read("supply", OpenData.file("apl/offre_mg_estimee_occitanie.csv"));
            read("apl", OpenData.file("apl/apl_mg_communes_occitanie_2023.csv"));
            try (var borders = Files.newDirectoryStream(OpenData.file("contours"), "communes-*.geojson")) {
                for (Path border : borders) {
                    read("contours", border);
                }
            }
            planner(node).create(data);
        }
    }

    private void read(String kind, Path file) throws IOException {
        System.err.println(kind + ": "
                + Application.run("", "import", kind, file.toString(), "--keep-going", "--data", data.toString())
                        .lines()
                        .filter(line -> line.startsWith("added") || line.startsWith("refused"))
                        .toList());
    }

    private static SignIn planner(Application node) throws IOException, SQLException {
        try (Connection database = node.connect();
                var statement = database.createStatement();
                var row = statement.executeQuery(SITE)) {
            row.next();
            return new SignIn("bench.planner", "planner", row.getString(1));
        }
    }

    /** After a change the whole territory is read and measured again: once, by whoever asks first. */
    private static void firstLook(Client planner) throws IOException {
        long begun = System.nanoTime();
        planner.get("/steering/figures").expect(200);
        System.err.printf("steering: the picture is made in %.2f s%n", (System.nanoTime() - begun) / 1e9);
    }

    private void whatIf(Application node, Client planner) throws IOException, SQLException {
        List<String> openings = openings(node);
        var nanos = new long[TURNS];
        for (int turn = -TURNS; turn < TURNS; turn++) {
            long begun = System.nanoTime();
            planner.get("/steering/figures?change=" + openings.get(Math.floorMod(turn, openings.size())))
                    .expect(200);
            if (turn >= 0) {
                nanos[turn] = System.nanoTime() - begun;
            }
        }
        var timed = new Timed(1, nanos);
        System.err.printf("what-if: median %.1f ms, p99 %.1f ms%n", timed.millis(0.5), timed.millis(0.99));
        figures.add(Figure.atMost("what-if on Occitanie, p95 over HTTP, one at a time", timed.millis(0.95), "ms", 300));
    }

    private static List<String> openings(Application node) throws IOException, SQLException {
        var openings = new ArrayList<String>();
        try (Connection database = node.connect();
                var statement = database.createStatement();
                var rows = statement.executeQuery(CENTRES)) {
            while (rows.next()) {
                openings.add(String.format(Locale.ROOT, "opening_%.4f_%.4f_2", rows.getDouble(1), rows.getDouble(2)));
            }
        }
        return openings;
    }

    /** From the address typed to the last commune coloured; nothing is cached, every look is a new visitor's. */
    private void map(Application node) throws IOException, SQLException {
        var nanos = new long[LOOKS];
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(List.of("--no-sandbox", "--disable-gpu"));
        try (var playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(options)) {
            for (int look = -1; look < LOOKS; look++) {
                long taken = look(node, browser);
                if (look >= 0) {
                    nanos[look] = taken;
                }
            }
        }
        figures.add(Figure.atMost(
                "map of Occitanie, drawn in Chromium, median of " + LOOKS,
                new Timed(1, nanos).millis(0.5) / 1000,
                "s",
                2));
    }

    private static long look(Application node, Browser browser) throws IOException, SQLException {
        try (var context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(node.address() + "/login");
            page.locator("#login").fill(planner(node).login());
            page.locator("#password").fill(SignIn.PASSWORD);
            page.locator("#password").press("Enter");
            page.locator("#code").fill(SignIn.nextCode());
            page.locator("#code").press("Enter");
            page.waitForURL(url -> !url.contains("/login"));
            long begun = System.nanoTime();
            page.navigate(node.address() + "/steering");
            page.waitForSelector("[data-steering-map][data-drawn=true]");
            return System.nanoTime() - begun;
        }
    }
}
