package fr.quartdheure.fhir;

import fr.quartdheure.wire.Codes;
import fr.quartdheure.wire.Fhir;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Kinds of organisations and sites as the national list of establishments (TRE_R66) has them. */
final class StructureKind {

    private static final Map<String, String> ESTABLISHMENTS =
            Map.of("msp", "603", "cpts", "604", "health-centre", "124");

    private StructureKind() {}

    /** None when the list does not know the kind. */
    static List<Fhir.Concept> concepts(String kind) {
        String code = ESTABLISHMENTS.get(kind);
        return code == null ? List.of() : List.of(Fhir.Concept.of(Codes.STRUCTURE_CATEGORY, code));
    }

    /** The kinds that a token means, as they are stored. */
    static Set<String> codes(Token token) {
        return ESTABLISHMENTS.entrySet().stream()
                .filter(kind -> token.is(Codes.STRUCTURE_CATEGORY, kind.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
