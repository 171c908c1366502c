package fr.quartdheure.guard;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where the guards find the code: class files of every module, sources, templates, documents. */
final class House {

    /** Main classes of atlas, roads, demo and platform. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fr.quartdheure");

    static final Path ROOT = root();
    static final Path RESOURCES = ROOT.resolve("platform/src/main/resources");

    private static final Set<String> NOT_OURS = Set.of("target", ".git", "var", "node_modules");

    private House() {}

    static List<Path> templates() {
        return files(ROOT.resolve("platform/src/main/jte"), ".jte");
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(House::isOurs)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path as the repository names it. */
    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static boolean isOurs(Path file) {
        for (Path part : ROOT.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("bin/quartdheure"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside the repository: " + here);
    }
}
