package fr.quartdheure.sas;

import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.Practice;
import fr.quartdheure.wire.Codes;
import fr.quartdheure.wire.Fhir;
import fr.quartdheure.wire.Phones;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is who and where: practitioners, their places and the CPTS, as the profiles of the SAS want them. */
final class Structures {

    private static final String URN = "urn:ietf:rfc:3986";

    private final SasSettings.Profiles profiles;

    Structures(SasSettings.Profiles profiles) {
        this.profiles = profiles;
    }

    SasResources.Practitioner practitioner(Practice practice) {
        var one = practice.practitioner();
        return new SasResources.Practitioner(
                one.id().toString(),
                Fhir.Meta.of(profiles.practitioner()),
                List.of(new Fhir.Identifier(
                        Fhir.Concept.of(Codes.IDENTIFIER_TYPE, "IDNPS"), Codes.PERSONS, "8" + one.rpps())),
                List.of(new Fhir.Name(one.familyName(), List.of(one.givenName()))));
    }

    SasResources.PractitionerRole role(Practice practice) {
        var location = location(practice.place());
        return new SasResources.PractitionerRole(
                practice.roleId().toString(),
                Fhir.Meta.of(profiles.role()),
                List.of(location),
                Fhir.Reference.to("Practitioner", practice.practitioner().id()),
                new Fhir.Reference(
                        null,
                        new Fhir.Identifier(
                                Fhir.Concept.of(Codes.IDENTIFIER_TYPE, "IDNST"), Codes.STRUCTURES, number(practice))),
                List.of(new Fhir.Reference("#" + location.id(), null)),
                phone(practice.place().phone(), practice.runner().phone()));
    }

    /** One per place, so the role's own id serves. */
    SasResources.Schedule schedule(Practice practice) {
        return new SasResources.Schedule(
                practice.roleId().toString(),
                Fhir.Meta.of(profiles.schedule()),
                List.of(
                        Fhir.Reference.to(
                                "Practitioner", practice.practitioner().id()),
                        Fhir.Reference.to("PractitionerRole", practice.roleId())));
    }

    SasResources.HealthcareService service(Organization cpts) {
        return new SasResources.HealthcareService(
                cpts.id().toString(),
                Fhir.Meta.of(profiles.cptsService()),
                Fhir.Reference.to("Organization", cpts.id()));
    }

    /** Two profiles of two editions name the type of its number each in their own list: it says both. */
    SasResources.Organization organization(Organization cpts) {
        var type = new Fhir.Concept(
                List.of(),
                List.of(
                        new Fhir.Coding(Codes.LOCATION_IDENTIFIER_TYPE, "IDNST"),
                        new Fhir.Coding(Codes.CORE_IDENTIFIER_TYPE, "IDNST")),
                null);
        return new SasResources.Organization(
                cpts.id().toString(),
                Fhir.Meta.of(profiles.cptsOrganization()),
                Stream.ofNullable(cpts.finess())
                        .map(finess -> new Fhir.Identifier(type, Codes.STRUCTURES, "1" + finess))
                        .toList(),
                cpts.name(),
                phone(cpts.phone(), null));
    }

    private SasResources.Location location(Practice.Place place) {
        String line = place.address().line();
        return new SasResources.Location(
                place.siteId().toString(),
                Fhir.Meta.of(profiles.location()),
                List.of(new Fhir.Identifier(
                        Fhir.Concept.of(Codes.LOCATION_IDENTIFIER_TYPE, "INTRN"), URN, "urn:uuid:" + place.siteId())),
                new Fhir.Address(
                        List.of(line == null ? place.name() : line),
                        place.address().city(),
                        place.address().postalCode()));
    }

    /** FINESS of the place or of who runs it, else SIRET, else the practitioner's number and the rank of the place. */
    private static String number(Practice practice) {
        return Optional.ofNullable(practice.place().finess())
                .or(() -> Optional.ofNullable(practice.runner().finess()))
                .map(finess -> "1" + finess)
                .or(() -> Optional.ofNullable(practice.runner().siret()).map(siret -> "3" + siret))
                .orElseGet(() -> "4%s%03d".formatted(practice.practitioner().rpps(), practice.rank()));
    }

    private static List<Fhir.Contact> phone(@Nullable String first, @Nullable String other) {
        return Phones.international(first)
                .or(() -> Phones.international(other))
                .map(number -> List.of(new Fhir.Contact("phone", number)))
                .orElse(List.of());
    }
}
