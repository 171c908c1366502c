package fr.quartdheure.territory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an establishment is counted as. Stored as "emergency-department". */
public enum EstablishmentKind {
    HOSPITAL,
    /** A service authorised to take in emergencies: open day and night by that authorisation. */
    EMERGENCY_DEPARTMENT,
    /** A maternity ward, or a centre that follows pregnancies and newborns without births. */
    PERINATAL_CENTRE;

    private static final Map<String, EstablishmentKind> WORDS = Map.ofEntries(
            Map.entry("hôpital", HOSPITAL),
            Map.entry("hopital", HOSPITAL),
            Map.entry("urgences", EMERGENCY_DEPARTMENT),
            Map.entry("maternité", PERINATAL_CENTRE),
            Map.entry("maternite", PERINATAL_CENTRE),
            Map.entry("centre périnatal", PERINATAL_CENTRE),
            Map.entry("centre perinatal", PERINATAL_CENTRE));

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<EstablishmentKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** As files write it: its code, or the French word. */
    static Optional<EstablishmentKind> read(String written) {
        String plain = written.strip().toLowerCase(Locale.ROOT);
        return find(plain).or(() -> Optional.ofNullable(WORDS.get(plain)));
    }
}
