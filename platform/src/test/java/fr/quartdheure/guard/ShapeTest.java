package fr.quartdheure.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sizes that keep the code readable, over the main sources of every Maven module. */
class ShapeTest {

    private static final int LONGEST_METHOD = 60;
    private static final int LONGEST_FILE = 400;
    private static final int WIDEST_LINE = 120;
    private static final int USUAL_METHOD = 20;
    private static final int USUAL_FILE = 200;
    private static final int CROWDED_PACKAGE = 30;

    private static final List<Measure> METHODS = new ArrayList<>();
    private static final List<Measure> FILES = new ArrayList<>();
    private static final List<Measure> LINES = new ArrayList<>();

    private record Measure(String place, long size) {
        @Override
        public String toString() {
            return place + " (" + size + ")";
        }
    }

    @BeforeAll
    static void measure() throws IOException {
        for (CompilationUnitTree unit : Sources.main().units()) {
            var lines =
                    unit.getSourceFile().getCharContent(true).toString().lines().toList();
            FILES.add(new Measure(Sources.name(unit), lines.size()));
            for (int i = 0; i < lines.size(); i++) {
                LINES.add(new Measure(
                        Sources.name(unit) + ":" + (i + 1), lines.get(i).length()));
            }
            unit.accept(new Methods(unit), null);
        }
        Files.writeString(Path.of("target/shape.txt"), report());
    }

    @Test
    void no_method_file_or_line_is_too_long() {
        assertThat(over(METHODS, LONGEST_METHOD)).as("methods over 60 lines").isEmpty();
        assertThat(over(FILES, LONGEST_FILE)).as("files over 400 lines").isEmpty();
        assertThat(over(LINES, WIDEST_LINE)).as("lines over 120 columns").isEmpty();
    }

    @Test
    void most_methods_and_files_are_short() {
        assertThat(percentile(METHODS))
                .as("95 methods in 100 are shorter than this")
                .isLessThanOrEqualTo(USUAL_METHOD);
        assertThat(percentile(FILES))
                .as("95 files in 100 are shorter than this")
                .isLessThanOrEqualTo(USUAL_FILE);
    }

    private static List<Measure> over(List<Measure> measures, int limit) {
        return measures.stream().filter(measure -> measure.size() > limit).toList();
    }

    /** The 95th percentile: the nearest rank. */
    private static long percentile(List<Measure> measures) {
        var sorted = measures.stream().mapToLong(Measure::size).sorted().toArray();
        return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
    }

    private static String report() {
        var text = new StringBuilder();
        text.append("methods: %d, p95 %d lines%n".formatted(METHODS.size(), percentile(METHODS)));
        text.append("files: %d, p95 %d lines%n".formatted(FILES.size(), percentile(FILES)));
        var packages = new TreeMap<String, Integer>();
        FILES.forEach(
                file -> packages.merge(String.valueOf(Path.of(file.place()).getParent()), 1, Integer::sum));
        packages.forEach((name, count) -> {
            if (count > CROWDED_PACKAGE) {
                text.append("crowded: %s has %d files; split the module%n".formatted(name, count));
            }
        });
        over(METHODS, USUAL_METHOD)
                .forEach(method -> text.append("long: ").append(method).append('\n'));
        return text.toString();
    }

    private static final class Methods extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;

        private Methods(CompilationUnitTree unit) {
            this.unit = unit;
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            METHODS.add(new Measure(
                    Sources.main().place(unit, method) + " " + method.getName(),
                    Sources.main().lines(unit, method)));
            return super.visitMethod(method, null);
        }
    }
}
