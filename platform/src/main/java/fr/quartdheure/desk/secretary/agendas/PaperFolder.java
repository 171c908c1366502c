package fr.quartdheure.desk.secretary.agendas;

import fr.quartdheure.directory.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The files {@code agendas/<day>/<site>.html} of the data folder: readable without the platform, by its owner alone,
 * and there whole or not at all. Each node has its own.
 */
@Component
class PaperFolder {

    private static final int LONGEST = 60;

    private final Optional<Path> root;

    PaperFolder(PaperSettings settings) {
        Path data = settings.data();
        this.root = Optional.ofNullable(data).map(folder -> folder.resolve("agendas"));
    }

    boolean isThere() {
        return root.isPresent();
    }

    /** Where somebody finds them who has the machine and not the platform. */
    String path() {
        return root.map(Path::toString).orElse("");
    }

    Optional<Instant> madeAt(LocalDate day, Site site) {
        return file(day, site).filter(Files::isRegularFile).map(PaperFolder::modified);
    }

    void write(LocalDate day, Site site, String page, Instant now) {
        Path ofDay = root.orElseThrow().resolve(day.toString());
        Path file = ofDay.resolve(name(site));
        try {
            own(root.orElseThrow());
            own(ofDay);
            Path aside = Files.createTempFile(ofDay, "agenda-", ".part");
            Files.writeString(aside, page);
            Files.setLastModifiedTime(aside, FileTime.from(now));
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the agenda could not be written: " + file, e);
        }
    }

    Optional<String> read(LocalDate day, Site site) {
        return file(day, site).filter(Files::isRegularFile).map(file -> {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The days for which anything was prepared, the latest first. */
    List<LocalDate> days() {
        if (root.filter(Files::isDirectory).isEmpty()) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root.get())) {
            var days = new ArrayList<LocalDate>();
            folders.forEach(folder -> day(folder).ifPresent(days::add));
            days.sort(Comparator.reverseOrder());
            return days;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the days before one. Nothing but what is written here is touched. */
    void forget(LocalDate before) {
        days().stream().filter(day -> day.isBefore(before)).forEach(day -> {
            Path folder = root.orElseThrow().resolve(day.toString());
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
                Files.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Optional<Path> file(LocalDate day, Site site) {
        return root.map(folder -> folder.resolve(day.toString()).resolve(name(site)));
    }

    /** Read by people: the name of the site; and the beginning of its id, since two may have the same name. */
    static String name(Site site) {
        String plain = Normalizer.normalize(site.name(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(LONGEST, plain.length())) + "-"
                + site.id().toString().substring(0, 8) + ".html";
    }

    private static void own(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<LocalDate> day(Path folder) {
        try {
            return Optional.of(LocalDate.parse(folder.getFileName().toString()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
