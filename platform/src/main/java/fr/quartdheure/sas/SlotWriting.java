package fr.quartdheure.sas;

import fr.quartdheure.directory.Practice;
import fr.quartdheure.directory.Service;
import fr.quartdheure.scheduling.Audience;
import fr.quartdheure.scheduling.Mode;
import fr.quartdheure.scheduling.OfferedSlot;
import fr.quartdheure.wire.Codes;
import fr.quartdheure.wire.Fhir;
import fr.quartdheure.wire.FhirJson;
import fr.quartdheure.wire.FhirTimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/**
 * Slots as the profiles of the SAS want them, for one answer: what thousands of slots share is made once. Not
 * thread-safe.
 */
final class SlotWriting {

    private static final String FREE = "free";
    private static final Pattern ORDINAL = Pattern.compile("[A-Z]{1,4}\\d{1,3}");
    private static final RawValue ROUTINE = FhirJson.part(Fhir.Concept.of(Codes.APPOINTMENT_REASON, "ROUTINE"));

    private final boolean ofCpts;
    private final String profile;
    private final SasAddress address;
    private final Map<String, Service> services;
    private final Map<Set<Audience>, RawValue> metas = new HashMap<>();
    private final Map<Kind, RawValue> types = new HashMap<>();
    private final Map<UUID, Shared> shared = new HashMap<>();

    SlotWriting(boolean ofCpts, SasSettings.Profiles profiles, SasAddress address, Map<String, Service> services) {
        this.ofCpts = ofCpts;
        this.profile = ofCpts ? profiles.cptsSlot() : profiles.slot();
        this.address = address;
        this.services = services;
    }

    SasResources.Slot slot(OfferedSlot slot, Practice practice) {
        Shared same = shared.computeIfAbsent(practice.roleId(), id -> shared(practice));
        return new SasResources.Slot(
                slot.id().toString(),
                metas.computeIfAbsent(slot.audiences(), this::meta),
                types.computeIfAbsent(
                        new Kind(slot.service(), slot.mode(), ofCpts ? slot.cpts() : List.of()), this::types),
                same.specialty(),
                ROUTINE,
                same.schedule(),
                FREE,
                FhirTimes.written(slot.start()),
                FhirTimes.written(slot.end()),
                same.agenda() + slot.id());
    }

    private Shared shared(Practice practice) {
        var practitioner = practice.practitioner();
        return new Shared(
                FhirJson.part(Fhir.Reference.to("Schedule", practice.roleId())),
                FhirJson.part(List.of(specialty(practitioner.specialty(), practitioner.profession()))),
                address.agenda(practitioner.id()));
    }

    /** Of physicians the specialty; who has none is known by the profession. */
    private static Fhir.Concept specialty(@Nullable String specialty, String profession) {
        return specialty != null && ORDINAL.matcher(specialty).matches()
                ? Fhir.Concept.of(Codes.SPECIALTY, specialty)
                : Fhir.Concept.of(Codes.PROFESSION, profession);
    }

    /** The list of types for practitioners alone does not know the CPTS. */
    private RawValue meta(Set<Audience> audiences) {
        return FhirJson.part(new Fhir.Meta(
                null,
                List.of(profile),
                audiences.stream()
                        .sorted()
                        .filter(audience -> ofCpts || audience != Audience.CPTS)
                        .map(audience -> new Fhir.Coding(Codes.SLOT_TYPE, audience.name()))
                        .toList()));
    }

    private RawValue types(Kind kind) {
        var types = new ArrayList<Fhir.Concept>();
        types.add(Fhir.Concept.of(Codes.ACT, act(kind.mode())));
        for (UUID cpts : kind.cpts()) {
            types.add(new Fhir.Concept(
                    List.of(new Fhir.Extension(
                            Codes.SERVICE_TYPE_REFERENCE, Fhir.Reference.to("HealthcareService", cpts))),
                    List.of(new Fhir.Coding(Codes.STRUCTURE_CATEGORY, Codes.CPTS)),
                    null));
        }
        Service service = services.get(kind.service());
        if (service != null && !service.reasons().isEmpty()) {
            types.add(Fhir.Concept.of(service.reasons().getFirst().nameFr()));
        }
        return FhirJson.part(types);
    }

    private static String act(Mode mode) {
        return switch (mode) {
            case ON_SITE -> "AMB";
            case TELECONSULTATION -> "VR";
            case HOME -> "HH";
        };
    }

    private record Kind(String service, Mode mode, List<UUID> cpts) {}

    /** What every slot of a practitioner at a place has in common. */
    private record Shared(RawValue schedule, RawValue specialty, String agenda) {}
}
