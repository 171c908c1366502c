package fr.quartdheure.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documents point to is there. */
class DocLinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)\\s>]+)>?[^)]*\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");
    private static final Pattern COMMAND = Pattern.compile("\\bbin/[a-z0-9-]+");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\\n]*`");

    @Test
    void every_relative_link_leads_to_a_file() {
        var broken = new ArrayList<String>();
        for (Path document : House.files(House.ROOT, ".md")) {
            LINK.matcher(CODE.matcher(House.read(document)).replaceAll(""))
                    .results()
                    .map(found -> found.group(1))
                    .filter(link -> !leadsSomewhere(document, link))
                    .forEach(link -> broken.add(House.name(document) + " → " + link));
        }
        assertThat(broken).as("broken links").isEmpty();
    }

    @Test
    void every_command_of_the_readme_exists() {
        Path readme = House.ROOT.resolve("README.md");
        if (!Files.exists(readme)) {
            return;
        }
        assertThat(COMMAND.matcher(House.read(readme)).results().map(found -> found.group()))
                .allMatch(command -> Files.isExecutable(House.ROOT.resolve(command)));
    }

    private static boolean leadsSomewhere(Path document, String link) {
        String path = link.replaceAll("#.*", "");
        if (path.isEmpty() || ELSEWHERE.matcher(link).matches()) {
            return true;
        }
        Path folder = path.startsWith("/") ? House.ROOT : document.resolveSibling("");
        return Files.exists(folder.resolve(path.replaceAll("^/", "")));
    }
}
