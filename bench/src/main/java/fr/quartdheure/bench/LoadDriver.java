package fr.quartdheure.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Measures the packaged application. Arguments: scenarios (all without any), {@code --small} (50,000 slots),
 * {@code --data FOLDER} (kept and used again), {@code --communes FILE} (imported instead of invented).
 *
 * <p>Standard output is the table of figures; progress goes to standard error.
 */
public final class LoadDriver {

    private static final List<String> ALL = List.of(
            "search",
            "holds",
            "race",
            "two-nodes",
            "autocomplete",
            "board",
            "callers",
            "desks",
            "audit",
            "sas",
            "fhir",
            "appointments",
            "memory",
            "restart",
            "demo-start",
            "steering",
            "rounds");
    private static final List<String> WITHOUT_LOAD = List.of("demo-start", "steering", "rounds");

    private final Path folder;
    private final Path data;
    private final Choice choice;
    private final List<Figure> figures = new ArrayList<>();

    private LoadDriver(Path folder, Choice choice) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.choice = choice;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Choice choice = Choice.of(arguments);
        Path folder = choice.data == null ? temporary() : Files.createDirectories(Path.of(choice.data));
        var driver = new LoadDriver(folder, choice);
        try {
            driver.run();
        } finally {
            System.out.println("| measure | figure | target | |\n|---|---|---|---|");
            driver.figures.forEach(figure -> System.out.println(figure.row()));
            if (choice.data == null) {
                delete(folder);
            }
        }
    }

    private void run() throws IOException, SQLException {
        if (choice.wants("demo-start")) {
            demoStart();
        }
        if (choice.wants("steering")) {
            steering();
        }
        if (choice.wants("rounds")) {
            tell(new RoundsLoad(figures)::run);
        }
        if (choice.scenarios.stream().allMatch(WITHOUT_LOAD::contains)) {
            return;
        }
        prepare();
        try (var node = Application.start(data, "--data", data.toString(), "--bench-unlimited", "--sas-without-mtls")) {
            if (choice.wants("fhir")) {
                tell(() -> FhirLoad.metadata(node, figures));
            }
            on(node);
        }
        if (choice.wants("restart")) {
            restart();
        }
    }

    private void prepare() throws IOException, SQLException {
        Path loaded = folder.resolve("loaded-" + choice.slots());
        if (Files.exists(loaded)) {
            return;
        }
        try (var node = Application.start(data, "--data", data.toString())) {
            if (choice.communes != null) {
                System.err.print(Application.run(
                        "", "import", "communes", choice.communes, "--keep-going", "--data", data.toString()));
            }
            try (Connection database = node.connect()) {
                LoadData.load(database, choice.slots());
                String site = LoadData.id(database, "site", LoadData.BOARD_SITE).toString();
                secretary(site).create(data);
            }
        }
        Files.createFile(loaded);
    }

    private void on(Application node) throws IOException, SQLException {
        var scenarios = new Scenarios(node, choice.small, figures);
        // What an earlier, interrupted run left held.
        scenarios.forgetHeld();
        if (choice.wants("search")) {
            tell(scenarios::search);
        }
        if (choice.wants("holds")) {
            tell(scenarios::holds);
        }
        if (choice.wants("race")) {
            tell(() -> Race.run("race", List.of(node), scenarios.freeSlots(Race.SLOTS), figures));
            scenarios.forgetHeld();
        }
        if (choice.wants("autocomplete")) {
            tell(scenarios::autocomplete);
        }
        if (choice.wants("board")) {
            tell(() -> board(node, scenarios));
        }
        if (choice.wants("callers")) {
            tell(() -> callers(node));
        }
        if (choice.wants("desks")) {
            tell(() -> desks(node));
        }
        if (choice.wants("audit")) {
            tell(new AuditLoad(node, data, choice.small, figures)::run);
        }
        if (choice.wants("sas")) {
            tell(new Regulators(node, choice.small, figures)::run);
        }
        if (choice.wants("fhir")) {
            tell(new FhirLoad(node, choice.small, figures)::run);
        }
        if (choice.wants("appointments")) {
            tell(() -> new ClientBookings(node, choice.small, figures).run(scenarios));
        }
        if (choice.wants("memory")) {
            tell(scenarios::memory);
        }
        if (choice.wants("two-nodes")) {
            try (var other = Application.start(data, "--database", node.databaseUrl(), "--bench-unlimited")) {
                new Scenarios(other, choice.small, figures).warm();
                tell(() -> Race.run("two nodes, race", List.of(node, other), scenarios.freeSlots(Race.SLOTS), figures));
            }
            scenarios.forgetHeld();
        }
    }

    private void board(Application node, Scenarios scenarios) throws IOException, SQLException {
        try (Client secretary = node.client();
                Connection database = node.connect()) {
            String site = LoadData.id(database, "site", LoadData.BOARD_SITE).toString();
            secretary(site).on(secretary);
            scenarios.board(secretary, "/secretary/sites/" + site);
        }
    }

    private void desks(Application node) throws IOException, SQLException {
        String site;
        try (Connection database = node.connect()) {
            site = LoadData.id(database, "site", LoadData.BOARD_SITE).toString();
        }
        var desks = new Desks(node, secretary(site), figures);
        desks.run(site);
        new Waiting(node, desks, figures).run(site);
    }

    private void callers(Application node) throws IOException, SQLException {
        var callers = new Callers(node, choice.small, figures);
        try (Connection database = node.connect()) {
            callers.fill(database);
            String site = LoadData.id(database, "site", LoadData.BOARD_SITE).toString();
            try (Client secretary = node.client()) {
                secretary(site).on(secretary);
                callers.run(secretary, "/secretary/sites/" + site);
            }
        }
    }

    private static SignIn secretary(String site) {
        return new SignIn("bench.secretary", "secretary", site);
    }

    /** The median of three: the data folder is the loaded one. */
    private void restart() throws IOException, SQLException {
        var seconds = new double[3];
        for (int turn = 0; turn < seconds.length; turn++) {
            try (var node = Application.start(data, "--data", data.toString())) {
                seconds[turn] = node.readyAfter().toMillis() / 1000.0;
            }
        }
        Arrays.sort(seconds);
        tell(() -> figures.add(Figure.atMost("restart to ready, median of 3", seconds[1], "s", 6)));
    }

    private void demoStart() throws IOException, SQLException {
        Path demo = folder.resolve("demo");
        delete(demo);
        try (var node = Application.start(demo, "--demo", "--data", demo.toString())) {
            double seconds = node.readyAfter().toMillis() / 1000.0;
            tell(() -> figures.add(Figure.atMost("first start of the demonstration", seconds, "s", 60)));
        }
        delete(demo);
    }

    private void steering() throws IOException, SQLException {
        if (OpenData.isThere()) {
            tell(new SteeringLoad(folder, figures)::run);
        } else {
            System.err.println("steering: not measured, no folder of open data is named");
        }
    }

    private void tell(Measuring measuring) throws IOException, SQLException {
        int before = figures.size();
        measuring.run();
        figures.subList(before, figures.size()).forEach(figure -> System.err.println(figure.line()));
    }

    /** Where PostgreSQL may run as another user than the one who starts it, that user must get there. */
    private static Path temporary() throws IOException {
        Path folder = Files.createTempDirectory("quartdheure-bench-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @FunctionalInterface
    private interface Measuring {
        void run() throws IOException, SQLException;
    }

    /** What the command line asks for. */
    private record Choice(
            List<String> scenarios,
            boolean small,
            @org.jspecify.annotations.Nullable String data,
            @org.jspecify.annotations.Nullable String communes) {

        static Choice of(String[] arguments) {
            var scenarios = new ArrayList<String>();
            boolean small = false;
            String data = null;
            String communes = null;
            for (int n = 0; n < arguments.length; n++) {
                switch (arguments[n]) {
                    case "--small" -> small = true;
                    case "--data" -> data = arguments[++n];
                    case "--communes" -> communes = arguments[++n];
                    default -> {
                        if (!ALL.contains(arguments[n])) {
                            throw new IllegalArgumentException(arguments[n] + " is none of " + ALL);
                        }
                        scenarios.add(arguments[n]);
                    }
                }
            }
            return new Choice(scenarios.isEmpty() ? ALL : scenarios, small, data, communes);
        }

        boolean wants(String scenario) {
            return scenarios.contains(scenario);
        }

        int slots() {
            return small ? 50_000 : 1_000_000;
        }
    }
}
