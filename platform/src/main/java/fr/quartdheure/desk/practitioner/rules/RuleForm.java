package fr.quartdheure.desk.practitioner.rules;

import fr.quartdheure.scheduling.Audience;
import fr.quartdheure.scheduling.AvailabilityRule;
import fr.quartdheure.time.Recurrence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What was typed about a change of an agenda, as it travels in addresses and hidden fields: name and values. */
public record RuleForm(MultiValueMap<String, String> values) {

    private static final Set<String> KNOWN = Set.of(
            "act",
            "rule",
            "scope",
            "on",
            "until",
            "weekday",
            "starts",
            "ends",
            "minutes",
            "every",
            "place",
            "service",
            "kind",
            "mode",
            "shown",
            "cpts",
            "opensDays",
            "opensAt",
            "first",
            "firstAt",
            "last",
            "lastAt",
            "reason",
            "room",
            "id",
            "open");

    static RuleForm of(Map<String, String[]> parameters) {
        var values = new LinkedMultiValueMap<String, String>();
        new TreeMap<>(parameters).forEach((name, all) -> {
            if (KNOWN.contains(name)) {
                values.put(name, new ArrayList<>(List.of(all)));
            }
        });
        return new RuleForm(values);
    }

    /** A new rule: on line, for everybody, every week. */
    static RuleForm fresh(LocalDate today) {
        var form = new RuleForm(new LinkedMultiValueMap<>());
        form.put("act", "add");
        form.put("on", today.toString());
        form.put("minutes", "15");
        form.put("every", "1");
        form.put("kind", "scheduled");
        form.put("mode", "on-site");
        form.put("shown", Audience.PUBLIC.code());
        return form;
    }

    /** A rule as it stands, to be changed from a day on. */
    static RuleForm of(AvailabilityRule rule, LocalDate from) {
        var form = fresh(from);
        Recurrence as = rule.recurrence();
        UUID room = rule.roomId();
        form.put("act", "change");
        form.put("rule", rule.id().toString());
        form.put("scope", "from");
        form.put("weekday", String.valueOf(as.weekday().getValue()));
        form.put("starts", as.starts().toString());
        form.put("ends", as.ends().toString());
        form.put("minutes", String.valueOf(as.step().toMinutes()));
        form.put("every", String.valueOf(as.everyWeeks()));
        LocalDate until = as.until();
        form.put("until", until == null ? "" : until.toString());
        form.put("place", rule.siteId() + "." + (room == null ? "" : room));
        form.put("service", rule.service());
        form.put("kind", rule.kind().code());
        form.put("mode", rule.mode().code());
        form.values.put(
                "shown",
                new ArrayList<>(rule.visibility().audiences().stream()
                        .map(Audience::code)
                        .toList()));
        form.values.put(
                "cpts",
                new ArrayList<>(
                        rule.visibility().cpts().stream().map(UUID::toString).toList()));
        var opens = rule.opens();
        form.put("opensDays", opens == null ? "" : String.valueOf(opens.daysBefore()));
        form.put("opensAt", opens == null ? "" : opens.at().toString());
        return form;
    }

    RuleForm put(String name, String value) {
        values.set(name, value);
        return this;
    }

    /** What stands in a field, "" when nothing does. */
    public String value(String name) {
        String value = values.getFirst(name);
        return value == null ? "" : value.strip();
    }

    public boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
