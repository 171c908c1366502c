package fr.quartdheure.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.ResourceType;
import org.junit.jupiter.api.Test;

/** The statement says what is done, all of it and nothing more. */
class FhirMetadataPageTest extends FhirPlatform {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final Set<String> CLOSED = Set.of("Appointment", "Patient");

    @Test
    void everyDeclaredParameterIsFollowedAndNoOther() {
        for (var resource : open()) {
            Set<String> declared =
                    resource.getSearchParam().stream().map(one -> one.getName()).collect(Collectors.toSet());
            for (RuntimeSearchParam known :
                    R4.getResourceDefinition(resource.getType()).getSearchParams()) {
                String query =
                        "/fhir/" + resource.getType() + "?" + known.getName() + "=" + value(resource.getType(), known);
                var answer = get(query, "Prefer", "handling=strict");
                assertThat(answer.statusCode())
                        .as("%s %s", query, answer.body())
                        .isEqualTo(declared.contains(known.getName()) ? 200 : 400);
                if (declared.contains(known.getName())) {
                    assertThat(json(answer).path("total").asInt(-1)).as(query).isZero();
                }
            }
            assertThat(R4.getResourceDefinition(resource.getType()).getSearchParams().stream()
                            .map(RuntimeSearchParam::getName))
                    .as("the standard knows every name")
                    .containsAll(declared);
        }
    }

    @Test
    void everyDeclaredTypeOfAParameterIsTheStandards() {
        for (var resource : open()) {
            var definition = R4.getResourceDefinition(resource.getType());
            resource.getSearchParam()
                    .forEach(one -> assertThat(definition
                                    .getSearchParam(one.getName())
                                    .getParamType()
                                    .getCode())
                            .as("%s %s", resource.getType(), one.getName())
                            .isEqualTo(one.getType().toCode()));
        }
    }

    @Test
    void everyDeclaredIncludeIsFollowedAndNoOther() {
        for (var resource : open()) {
            for (var known : R4.getResourceDefinition(resource.getType()).getSearchParams()) {
                String include = resource.getType() + ":" + known.getName();
                boolean declared = resource.getSearchInclude().stream()
                        .anyMatch(one -> one.getValue().equals(include));
                var answer = get(
                        "/fhir/" + resource.getType() + "?_count=20&_include=" + include, "Prefer", "handling=strict");
                assertThat(answer.statusCode()).as(include).isEqualTo(declared ? 200 : 400);
                if (declared) {
                    assertThat(answer.body()).as(include).contains("\"mode\":\"include\"");
                }
            }
        }
    }

    @Test
    void everyDeclaredInteractionIsServedAndNoOther() {
        for (var resource : open()) {
            assertThat(resource.getInteraction().stream()
                            .map(one -> one.getCode().toCode()))
                    .containsExactly("read", "search-type");
            String first = ids(found(resource.getType() + "?_count=1"), resource.getType())
                    .getFirst();
            assertThat(get("/fhir/" + resource.getType() + "/" + first).statusCode())
                    .isEqualTo(200);
            for (String method : List.of("PUT", "DELETE", "PATCH")) {
                refused(send(method, "/fhir/" + resource.getType() + "/" + first, "{}"), 405, "");
            }
            refused(send("POST", "/fhir/" + resource.getType(), "{}"), 405, "");
        }
    }

    /** What is declared open is served to everybody; whatever else the standard knows needs a token. */
    @Test
    void everyTypeIsDeclaredOrClosed() {
        assertThat(ResourceTypes.ALL)
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(ResourceType.values())
                        .map(ResourceType::name)
                        .toList());
        Set<String> declared = statement().stream()
                .map(CapabilityStatementRestResourceComponent::getType)
                .collect(Collectors.toSet());
        for (String type : ResourceTypes.ALL) {
            if (!TYPES.contains(type)) {
                refused(get("/fhir/" + type), 401, "");
            }
        }
        assertThat(declared)
                .containsAll(TYPES)
                .hasSize(TYPES.size() + CLOSED.size())
                .containsAll(CLOSED);
    }

    /** What everybody may read; the rest takes a token. */
    private List<CapabilityStatementRestResourceComponent> open() {
        return statement().stream()
                .filter(resource -> !CLOSED.contains(resource.getType()))
                .toList();
    }

    private List<CapabilityStatementRestResourceComponent> statement() {
        var statement = R4.newJsonParser()
                .parseResource(CapabilityStatement.class, get("/fhir/metadata").body());
        assertThat(statement.getImplementation().getUrl()).isEqualTo(address() + "/fhir");
        return statement.getRestFirstRep().getResource();
    }

    private static String value(String type, RuntimeSearchParam parameter) {
        if (parameter.getName().equals("status") && type.equals("Slot")) {
            return "busy";
        }
        return switch (parameter.getParamType()) {
            case REFERENCE -> target(parameter) + "/zzzz";
            case DATE -> "gt2150-01-01";
            default -> "zzzz";
        };
    }

    private static String target(RuntimeSearchParam parameter) {
        return switch (parameter.getName()) {
            case "actor", "practitioner" -> "Practitioner";
            case "schedule" -> "Schedule";
            case "organization" -> "Organization";
            default -> "Location";
        };
    }
}
