package fr.quartdheure.wire;

import java.util.List;

/**
 * What is served of one type of resource: every bean of this type is told by {@code /fhir/metadata}, so that the
 * statement is made of what the modules do.
 *
 * @param profiles addresses of the profiles that the resources keep to
 * @param interactions codes of the list restful-interaction: "read", "search-type", "create", "update"
 * @param conditionalUpdate whether {@code PUT Type?identifier=…} is served
 * @param includes as {@code _include} takes them: "Slot:schedule"
 */
public record Capability(
        String type,
        List<String> profiles,
        List<Interaction> interactions,
        boolean conditionalUpdate,
        List<Parameter> parameters,
        List<String> includes) {

    /** @param documentation who may do it and how, in English; empty when there is nothing to say */
    public record Interaction(String code, String documentation) {
        public static Interaction of(String code) {
            return new Interaction(code, "");
        }
    }

    /**
     * A search parameter.
     *
     * @param type code of the list search-param-type: "token", "reference", "date", "string"
     */
    public record Parameter(String name, String type, String documentation) {}

    /**
     * How callers prove who they are, when anything needs that: one bean at most.
     *
     * @param token where a token is asked for (OAuth 2, client credentials)
     */
    public record Protection(String token, String description) {}
}
