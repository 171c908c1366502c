package fr.quartdheure.sas;

import fr.quartdheure.wire.Codes;
import fr.quartdheure.wire.QueryText;
import fr.quartdheure.wire.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a search of free slots asks.
 *
 * @param rpps of the practitioners; those known under another national number are not among ours
 * @param includes the values of _include and _include:iterate
 * @param echo the query as it was understood
 */
record SlotQuery(Instant from, Instant to, Set<String> rpps, Set<String> includes, String echo) {

    static final String START = "start";
    static final String STATUS = "status";
    static final String PRACTITIONER = "schedule.actor:Practitioner.identifier";
    static final String INCLUDE = "_include";
    static final String ITERATE = "_include:iterate";
    static final String WITH_SCHEDULES = "Slot:schedule";
    static final String WITH_ACTORS = "Schedule:actor";
    static final String WITH_SERVICES = "Slot:service-type-reference";
    static final String WITH_ORGANIZATIONS = "HealthcareService:organization";

    /** Those that are understood, and those that are borne: a page is never cut, JSON is always given. */
    private static final Set<String> KNOWN = Set.of(START, STATUS, PRACTITIONER, INCLUDE, ITERATE, "_count", "_format");

    private static final Set<String> SLOT_STATUS =
            Set.of("busy", "free", "busy-unavailable", "busy-tentative", "entered-in-error");
    private static final Pattern RPPS = Pattern.compile("8(\\d{11})");
    /** Of before the RPPS: 0 + département and number. */
    private static final Pattern ADELI = Pattern.compile("0[0-9AB]{9}");

    static SlotQuery of(QueryText query, SasSettings settings) {
        checkStatus(query.values(STATUS));
        var times = new SasTimes(settings.zeroOffsetIsParis());
        Instant from = times.from(bound(query, "ge"));
        Instant to = times.to(bound(query, "le"));
        if (to.isBefore(from)) {
            throw Refused.rule("period-empty", START);
        }
        if (Duration.between(from, to)
                        .compareTo(Duration.ofDays(settings.days()).plusHours(1))
                > 0) {
            throw Refused.rule("period-too-long", START, settings.days());
        }
        return new SlotQuery(from, to, practitioners(query, settings), includes(query), query.echo(KNOWN));
    }

    /** Asked for by the reference to the services of the CPTS. */
    boolean isOfCpts() {
        return includes.contains(WITH_SERVICES);
    }

    private static void checkStatus(List<String> values) {
        if (values.isEmpty()) {
            throw Refused.missing("status-missing", STATUS);
        }
        for (String value : values) {
            if (!SLOT_STATUS.contains(value.strip())) {
                throw Refused.malformed("status-unknown", STATUS, Refused.shown(value));
            }
            if (!"free".equals(value.strip())) {
                throw Refused.rule("status-not-served", STATUS, value.strip());
            }
        }
    }

    private static String bound(QueryText query, String prefix) {
        List<String> values = query.values(START).stream().map(String::strip).toList();
        for (String value : values) {
            if (!value.startsWith("ge") && !value.startsWith("le")) {
                throw Refused.malformed("start-prefix", START, Refused.shown(value));
            }
        }
        List<String> found =
                values.stream().filter(value -> value.startsWith(prefix)).toList();
        if (found.isEmpty()) {
            throw Refused.missing("start-missing", START, prefix);
        }
        if (found.size() > 1) {
            throw Refused.rule("start-twice", START, prefix);
        }
        return found.getFirst().substring(prefix.length()).strip();
    }

    private static Set<String> practitioners(QueryText query, SasSettings settings) {
        List<String> asked = query.values(PRACTITIONER).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
        if (asked.isEmpty()) {
            throw Refused.missing("identifier-missing", PRACTITIONER);
        }
        if (asked.size() > settings.practitioners()) {
            throw Refused.rule("identifiers-too-many", PRACTITIONER, asked.size(), settings.practitioners());
        }
        var rpps = new LinkedHashSet<String>();
        asked.forEach(one -> rpps(one).ifPresent(rpps::add));
        return rpps;
    }

    private static Optional<String> rpps(String identifier) {
        String system = Codes.PERSONS + "|";
        String value = identifier.startsWith(system) ? identifier.substring(system.length()) : "";
        var number = RPPS.matcher(value);
        if (number.matches()) {
            return Optional.of(number.group(1));
        }
        if (ADELI.matcher(value).matches()) {
            return Optional.empty();
        }
        throw Refused.malformed("identifier-malformed", PRACTITIONER, Refused.shown(identifier));
    }

    private static Set<String> includes(QueryText query) {
        var includes = new LinkedHashSet<>(query.values(INCLUDE));
        includes.addAll(query.values(ITERATE));
        return includes;
    }
}
