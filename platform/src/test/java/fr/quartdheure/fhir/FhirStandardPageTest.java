package fr.quartdheure.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.Slot;
import org.junit.jupiter.api.Test;

/** What others make of our answers: the reference implementation of FHIR reads, validates and drives this interface. */
class FhirStandardPageTest extends FhirPlatform {

    private static final FhirContext R4 = FhirContext.forR4Cached();

    @Test
    void everyKindOfAnswerIsValid() {
        var validator = validator();
        for (String path : answers()) {
            String body = get(path).body();
            var wrong = validator.validateWithResult(body).getMessages().stream()
                    .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                    // Languages are preferred from a short list that lacks Catalan, and may be any language.
                    .filter(message -> !message.getMessage().contains("http://hl7.org/fhir/ValueSet/languages"))
                    .map(message -> message.getLocationString() + " " + message.getMessage())
                    .toList();
            assertThat(wrong).as(path).isEmpty();
        }
    }

    /** A validator that finds nothing wrong with anything would prove nothing. */
    @Test
    void whatIsWrongWouldBeSeen() {
        String slot = get("/fhir/Slot?_count=1").body().replace("\"status\":\"free\"", "\"status\":\"libre\"");
        assertThat(validator().validateWithResult(slot).isSuccessful()).isFalse();
    }

    @Test
    void everyResourceSurvivesBeingReadAndWrittenAgain() {
        var parser = R4.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        for (String type : TYPES) {
            for (var entry : nodes(found(type + "?_count=200").path("entry"))) {
                var resource = entry.path("resource");
                Resource read = (Resource) parser.parseResource(resource.toString());
                assertThat(tree(parser.encodeResourceToString(read))).isEqualTo(resource);
            }
        }
    }

    @Test
    void aGenericClientFindsItsWay() {
        R4.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.ONCE);
        var client = R4.newRestfulGenericClient(address() + "/fhir");
        var statement = client.capabilities().ofType(CapabilityStatement.class).execute();
        assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
        Bundle page = client.search()
                .forResource(Slot.class)
                .where(Slot.STATUS.exactly().code("free"))
                .include(Slot.INCLUDE_SCHEDULE)
                .include(Schedule.INCLUDE_ACTOR.asRecursive())
                .count(15)
                .returnBundle(Bundle.class)
                .execute();
        List<String> slots = new ArrayList<>();
        for (int pages = 0; pages < 4; pages++) {
            slots.addAll(page.getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getResource)
                    .filter(Slot.class::isInstance)
                    .map(one -> one.getIdElement().getIdPart())
                    .toList());
            page = client.loadPage().next(page).execute();
        }
        assertThat(slots).hasSize(60).doesNotHaveDuplicates();
        Slot slot = client.read().resource(Slot.class).withId(slots.getFirst()).execute();
        assertThat(client.read()
                        .resource(Schedule.class)
                        .withId(slot.getSchedule().getReferenceElement().getIdPart())
                        .execute()
                        .getActor())
                .hasSize(3);
        assertThat(client.search()
                        .forResource(Location.class)
                        .where(Location.NAME.contains().value("danjou"))
                        .usingStyle(ca.uhn.fhir.rest.api.SearchStyleEnum.POST)
                        .returnBundle(Bundle.class)
                        .execute()
                        .getEntry())
                .hasSize(1);
    }

    private List<String> answers() {
        var paths = new ArrayList<>(List.of(
                "/fhir/metadata",
                "/fhir/Patient/1",
                "/fhir/Banana",
                "/fhir/Slot?start=hier",
                "/fhir/Slot?status=busy",
                "/fhir/Slot?_summary=count",
                "/fhir/Slot?_count=20&_include=Slot:schedule&_include:iterate=Schedule:actor"
                        + "&_include:iterate=PractitionerRole:organization"));
        for (String type : TYPES) {
            paths.add("/fhir/" + type + "?_count=60");
            paths.add(
                    "/fhir/" + type + "/" + ids(found(type + "?_count=1"), type).getFirst());
        }
        return paths;
    }

    private static FhirValidator validator() {
        var unknown = new UnknownCodeSystemWarningValidationSupport(R4);
        var support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4),
                new InMemoryTerminologyServerValidationSupport(R4),
                unknown);
        // The French profiles are not at hand: the standard itself is what is judged by here.
        var instance = new FhirInstanceValidator(support);
        instance.setErrorForUnknownProfiles(false);
        return R4.newValidator().registerValidatorModule(instance);
    }
}
