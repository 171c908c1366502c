package fr.quartdheure.guard;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The main sources of every Maven module, parsed by the compiler itself. */
record Sources(List<CompilationUnitTree> units, SourcePositions positions) {

    private static final Sources MAIN = parse();

    static Sources main() {
        return MAIN;
    }

    /** First line of a tree in its file, from 1. */
    long line(CompilationUnitTree unit, Tree tree) {
        return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    }

    /** Lines from the first to the last of a tree, both counted. */
    long lines(CompilationUnitTree unit, Tree tree) {
        return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree)) - line(unit, tree) + 1;
    }

    static String packageOf(CompilationUnitTree unit) {
        return String.valueOf(unit.getPackageName());
    }

    /** {@code Slots.java:12}. */
    String place(CompilationUnitTree unit, Tree tree) {
        return name(unit) + ":" + line(unit, tree);
    }

    static String name(CompilationUnitTree unit) {
        return House.name(Path.of(unit.getSourceFile().toUri()));
    }

    private static Sources parse() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        var task = (JavacTask) compiler.getTask(
                null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths()));
        try {
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            return new Sources(units, Trees.instance(task).getSourcePositions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> paths() {
        return Stream.of("atlas", "roads", "demo", "platform", "bench")
                .map(module -> House.ROOT.resolve(module).resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(folder -> House.files(folder, ".java").stream())
                .toList();
    }
}
