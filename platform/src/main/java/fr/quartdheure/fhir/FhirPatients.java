package fr.quartdheure.fhir;

import fr.quartdheure.client.ClientPrincipal;
import fr.quartdheure.client.Permission;
import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.time.Paris;
import fr.quartdheure.wire.Bundling;
import fr.quartdheure.wire.Capability;
import fr.quartdheure.wire.Fhir;
import fr.quartdheure.wire.FhirAddress;
import fr.quartdheure.wire.FhirJson;
import fr.quartdheure.wire.QueryText;
import fr.quartdheure.wire.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /fhir/Patient}, for authorised clients: one person at a time, never a list of everybody. */
@RestController
class FhirPatients {

    static final List<Capability.Parameter> PARAMETERS = List.of(
            new Capability.Parameter("identifier", "token", "system|value, the client's own number; alone"),
            new Capability.Parameter("family", "string", "whole name at birth; with birthdate and gender"),
            new Capability.Parameter("given", "string", "all first names; optional beside family"),
            new Capability.Parameter("birthdate", "date", "a whole day, without prefix"),
            new Capability.Parameter("gender", "token", "female, male or unknown"));

    private static final String TYPE = PatientResource.TYPE;
    private static final String PATH = FhirAddress.PATH + "/" + TYPE;
    private static final Set<String> FOLLOWED =
            Set.of("identifier", "family", "given", "birthdate", "gender", "_format", "_count");

    private final PatientActs acts;
    private final FhirAddress address;
    private final Clock clock;

    FhirPatients(PatientActs acts, FhirAddress address, Clock clock) {
        this.acts = acts;
        this.address = address;
        this.clock = clock;
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> create(HttpServletRequest request) throws IOException {
        ClientPrincipal client = ClientAccess.require(TYPE, Permission.CREATE);
        var told = PatientTold.read(Bodies.read(request, TYPE), Paris.dayOf(clock.instant()));
        var done = acts.create(client, told);
        return ResponseEntity.status(done.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create(
                        address.base() + "/" + TYPE + "/" + done.patient().id()))
                .cacheControl(CacheControl.noStore())
                .contentType(FhirJson.TYPE)
                .body(FhirJson.bytes(acts.write(done.patient(), client)));
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<byte[]> read(@PathVariable String id) {
        ClientPrincipal client = ClientAccess.require(TYPE, Permission.READ);
        if (!Asked.isUuid(id)) {
            throw Refused.absent("resource-unknown", TYPE, Refused.shown(id));
        }
        return answer(acts.write(acts.read(client, UUID.fromString(id)), client));
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> search(HttpServletRequest request) {
        ClientPrincipal client = ClientAccess.require(TYPE, Permission.SEARCH);
        var query = QueryText.of(request.getQueryString());
        query.pairs().stream()
                .filter(pair -> !FOLLOWED.contains(pair.name()))
                .findFirst()
                .ifPresent(pair -> {
                    throw Refused.malformed("parameter-unknown", pair.name(), Refused.shown(pair.name()), TYPE);
                });
        var bundle = new Bundling(address.base());
        found(client, query).forEach(patient -> bundle.match(acts.write(patient, client)));
        String self = address.base() + "/" + TYPE + "?" + query.echo(FOLLOWED);
        return answer(bundle.searchset(null, null, bundle.matches(), List.of(new Fhir.Link("self", self))));
    }

    private List<Patient> found(ClientPrincipal client, QueryText query) {
        String number = one(query, "identifier");
        if (!number.isEmpty()) {
            return acts.listByNumber(client, Elements.number(Token.of(number), "identifier"));
        }
        String family = one(query, "family");
        String given = one(query, "given");
        String born = one(query, "birthdate");
        String gender = one(query, "gender");
        if (!Identity.isName(family)
                || born.isEmpty()
                || gender.isEmpty()
                || !given.isEmpty() && !Identity.isName(given)) {
            throw Refused.rule("patient-not-named", TYPE);
        }
        String names = given.isEmpty() ? family : given;
        var day = PatientTold.born(born.replaceFirst("^eq", ""), Paris.dayOf(clock.instant()));
        var traits = new Identity(family, names, day, PatientTold.sex(gender));
        return acts.listByTraits(client, traits, !given.isEmpty());
    }

    private static String one(QueryText query, String name) {
        List<String> values = query.values(name);
        if (values.size() > 1) {
            throw Refused.malformed("patient-not-named", name);
        }
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    private static ResponseEntity<byte[]> answer(Fhir.Resource resource) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(FhirJson.TYPE)
                .body(FhirJson.bytes(resource));
    }
}
