package fr.quartdheure.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words stand in the messages, in both languages, and nowhere else. */
class MessagesTest {

    private static final Messages FRENCH = Messages.in("fr");
    private static final Messages ENGLISH = Messages.in("en");

    /** File → why it may hold French words. */
    private static final Map<String, String> MAY_SPEAK_FRENCH = Map.of();

    private static final Pattern ACCENT = Pattern.compile("(?i)[àâäçéèêëîïôöùûüœæ]");
    private static final Pattern FRENCH_WORD = Pattern.compile(
            "(?i)(?<![\\p{L}\\w.-])(les?|la|des?|du|une?|et|ou|pour|votre|vos|vous|avec|dans|sur|est|pas|aucune?)"
                    + "(?![\\p{L}\\w.(-])");

    @Test
    void both_languages_say_the_same_things() {
        assertThat(ENGLISH.texts().keySet())
                .containsExactlyInAnyOrderElementsOf(FRENCH.texts().keySet());
        assertThat(FRENCH.twice()).as("French keys given twice").isEmpty();
        assertThat(ENGLISH.twice()).as("English keys given twice").isEmpty();
        for (String key : FRENCH.texts().keySet()) {
            assertThat(ENGLISH.placeholders(key)).as("placeholders of %s", key).isEqualTo(FRENCH.placeholders(key));
        }
    }

    @Test
    void every_message_is_well_written() {
        for (Messages messages : List.of(FRENCH, ENGLISH)) {
            messages.texts().forEach((key, text) -> {
                assertThat(text).as(key).isNotBlank();
                assertThat(text)
                        .as("%s: write ’ (a straight apostrophe quotes in MessageFormat)", key)
                        .doesNotContain("'");
                assertThat(new MessageFormat(text, Locale.FRENCH).format(new Object[9]))
                        .as(key)
                        .isNotBlank();
            });
        }
    }

    @Test
    void every_key_asked_for_exists() {
        var missing = Stream.concat(UsedKeys.inTemplates().stream(), UsedKeys.inCode().stream())
                .filter(use -> !isThere(use.key()))
                .toList();
        assertThat(missing).as("keys that no message answers").isEmpty();
    }

    @Test
    void templates_hold_no_french() {
        var found = new ArrayList<String>();
        for (Path template : House.templates()) {
            String name = House.name(template);
            String text = House.read(template).replaceAll("(?s)<%--.*?--%>", "");
            if (!MAY_SPEAK_FRENCH.containsKey(name) && (ACCENT.matcher(text).find() || speaks(text))) {
                found.add(name);
            }
        }
        assertThat(found).as("templates with words of their own").isEmpty();
    }

    @Test
    void screens_hold_no_french() {
        var found = new ArrayList<String>();
        for (var unit : Sources.main().units()) {
            if (!Sources.packageOf(unit).startsWith("fr.quartdheure.desk.")
                    || MAY_SPEAK_FRENCH.containsKey(Sources.name(unit))) {
                continue;
            }
            unit.accept(
                    new TreeScanner<Void, Void>() {
                        @Override
                        public Void visitLiteral(LiteralTree literal, Void unused) {
                            if (literal.getValue() instanceof String text
                                    && ACCENT.matcher(text).find()) {
                                found.add(Sources.main().place(unit, literal) + " " + text);
                            }
                            return null;
                        }
                    },
                    null);
        }
        assertThat(found).as("words outside the messages").isEmpty();
    }

    /** French words in what is shown, without tags, expressions and directives. */
    private static boolean speaks(String template) {
        String shown = template.replaceAll("(?m)^@(import|param).*$", "")
                .replaceAll("(?s)[$!]\\{.*?}", " ")
                .replaceAll("@\\w[\\w.]*(\\([^)\\n]*\\))?", " ")
                .replaceAll("(?s)<[^>]*>", " ");
        return FRENCH_WORD.matcher(shown).find();
    }

    private static boolean isThere(String key) {
        return key.endsWith("*") ? FRENCH.begins(key.substring(0, key.length() - 1)) : FRENCH.has(key);
    }
}
