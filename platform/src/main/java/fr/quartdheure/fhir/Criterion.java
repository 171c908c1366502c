package fr.quartdheure.fhir;

import java.util.ArrayList;
import java.util.List;

/**
 * One parameter of a search as it was given once: any of its values will do, and every criterion must hold.
 *
 * @param name without its modifier
 * @param modifier empty when there is none
 */
record Criterion(String name, String modifier, List<String> values) {

    /** At commas, but for those after a backslash. */
    static List<String> split(String text) {
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == '\\' && at + 1 < text.length()) {
                value.append(text.charAt(++at));
            } else if (one == ',') {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(one);
            }
        }
        values.add(value.toString().strip());
        values.removeIf(String::isEmpty);
        return values;
    }

    /** As the caller wrote it, to tell her which one is wrong. */
    String written() {
        return modifier.isEmpty() ? name : name + ":" + modifier;
    }
}
