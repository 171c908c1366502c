package fr.quartdheure.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One file of messages, read line by line so that a key given twice is seen. */
record Messages(Map<String, String> texts, List<String> twice) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    static Messages in(String language) {
        var texts = new LinkedHashMap<String, String>();
        var twice = new ArrayList<String>();
        House.read(House.RESOURCES.resolve("messages_" + language + ".properties"))
                .replace("\\\n", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    String key = line.replaceAll("\\s*=.*", "");
                    if (texts.put(key, line.substring(line.indexOf('=') + 1).strip()) != null) {
                        twice.add(key);
                    }
                });
        return new Messages(texts, twice);
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    /** Whether some key begins so: for keys whose end is known at run time only. */
    boolean begins(String start) {
        return texts.keySet().stream().anyMatch(key -> key.startsWith(start));
    }

    Set<String> placeholders(String key) {
        return new TreeSet<>(PLACEHOLDER
                .matcher(texts.getOrDefault(key, ""))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList());
    }
}
