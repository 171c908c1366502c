package fr.quartdheure.fhir;

import fr.quartdheure.wire.Capability;
import fr.quartdheure.wire.Codes;
import fr.quartdheure.wire.Fhir;
import fr.quartdheure.wire.FhirTimes;
import fr.quartdheure.wire.Phones;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Elements that several types of resource have, written in one way. */
final class Parts {

    static final String CORE = "https://hl7.fr/ig/fhir/core/StructureDefinition/";
    static final String ID = "_id";
    static final String LAST_UPDATED = "_lastUpdated";

    private static final String REGISTERED_TITLES =
            "https://mos.esante.gouv.fr/NOS/TRE_R95-UsagerTitre/FHIR/TRE-R95-UsagerTitre";
    private static final String PSYCHOLOGIST = "93";
    private static final Pattern PROFESSION = Pattern.compile("\\d{2}");
    private static final Pattern ORDINAL = Pattern.compile("[A-Z]{1,4}\\d{1,3}");

    private Parts() {}

    static Fhir.Meta meta(String profile, Instant changed) {
        return new Fhir.Meta(FhirTimes.written(changed), List.of(CORE + profile), List.of());
    }

    static Capability.Parameter byId() {
        return new Capability.Parameter(ID, "token", "");
    }

    static Capability.Parameter byChange() {
        return new Capability.Parameter(LAST_UPDATED, "date", "eq, gt, ge, lt, le, sa, eb");
    }

    static Fhir.Identifier identifier(String type, String system, String value) {
        return new Fhir.Identifier(Fhir.Concept.of(Codes.CORE_IDENTIFIER_TYPE, type), system, value);
    }

    /** With a code of the registers, when they know the profession. */
    static Fhir.Concept profession(String code) {
        if (!PROFESSION.matcher(code).matches()) {
            return Fhir.Concept.of(code);
        }
        return Fhir.Concept.of(PSYCHOLOGIST.equals(code) ? REGISTERED_TITLES : Codes.PROFESSION, code);
    }

    /** The professions that a token means, as they are stored. */
    static Set<String> professions(Token token) {
        String system = PSYCHOLOGIST.equals(token.code()) ? REGISTERED_TITLES : Codes.PROFESSION;
        return token.is(system, token.code()) ? Set.of(token.code()) : Set.of();
    }

    /** The specialty of a physician; whoever has none is known by the profession. */
    static List<Fhir.Concept> specialties(@Nullable String code) {
        return code != null && ORDINAL.matcher(code).matches()
                ? List.of(Fhir.Concept.of(Codes.SPECIALTY, code))
                : List.of();
    }

    static Set<String> specialties(Token token) {
        return token.is(Codes.SPECIALTY, token.code()) ? Set.of(token.code()) : Set.of();
    }

    /** The national numbers of practitioners that a token means, as they are stored: without the 8 in front. */
    static Set<String> rpps(Token token) {
        String code = token.code();
        return token.isOf(Codes.PERSONS) && code.length() == 12 && code.startsWith("8")
                ? Set.of(code.substring(1))
                : Set.of();
    }

    /** The FINESS numbers that a token means, as they are stored: without the 1 in front. */
    static Set<String> finess(Token token) {
        return structure(token, '1', 10);
    }

    /** The SIRET numbers that a token means, as they are stored: without the 3 in front. */
    static Set<String> siret(Token token) {
        return structure(token, '3', 15);
    }

    static List<Fhir.Contact> phone(@Nullable String written) {
        return Stream.ofNullable(written)
                .map(number ->
                        new Fhir.Contact("phone", Phones.international(number).orElse(number)))
                .toList();
    }

    static Fhir.Reference to(String type, Object id, String display) {
        return new Fhir.Reference(type + "/" + id, null, display);
    }

    private static Set<String> structure(Token token, char kind, int length) {
        String code = token.code();
        return token.isOf(Codes.STRUCTURES) && code.length() == length && code.charAt(0) == kind
                ? Set.of(code.substring(1))
                : Set.of();
    }
}
