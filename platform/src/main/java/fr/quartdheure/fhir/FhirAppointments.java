package fr.quartdheure.fhir;

import fr.quartdheure.client.ClientPrincipal;
import fr.quartdheure.client.Permission;
import fr.quartdheure.wire.Bundling;
import fr.quartdheure.wire.Fhir;
import fr.quartdheure.wire.FhirAddress;
import fr.quartdheure.wire.FhirJson;
import fr.quartdheure.wire.QueryText;
import fr.quartdheure.wire.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /fhir/Appointment}, for authorised clients. */
@RestController
class FhirAppointments {

    private static final String TYPE = AppointmentResource.TYPE;
    private static final String PATH = FhirAddress.PATH + "/" + TYPE;
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private final AppointmentActs acts;
    private final AppointmentSearch search;
    private final AppointmentWriting writing;
    private final FhirAddress address;

    FhirAppointments(AppointmentActs acts, AppointmentSearch search, AppointmentWriting writing, FhirAddress address) {
        this.acts = acts;
        this.search = search;
        this.writing = writing;
        this.address = address;
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> create(HttpServletRequest request) throws IOException {
        ClientPrincipal client = ClientAccess.require(TYPE, Permission.CREATE);
        return answer(acts.create(client, AppointmentTold.read(Bodies.read(request, TYPE))), client);
    }

    /** What is not there yet is booked, which takes the permission to book. */
    @PutMapping(PATH)
    ResponseEntity<byte[]> save(HttpServletRequest request) throws IOException {
        ClientPrincipal client = ClientAccess.require(TYPE, Permission.UPDATE);
        ClientAccess.require(TYPE, Permission.CREATE);
        List<String> numbers = QueryText.of(request.getQueryString()).values("identifier");
        if (numbers.size() != 1) {
            throw Refused.missing("client-number-malformed", "identifier");
        }
        var number = Elements.number(Token.of(numbers.getFirst().strip()), "identifier");
        var told = AppointmentTold.read(Bodies.read(request, TYPE));
        return answer(acts.save(client, number, told, expected(request)), client);
    }

    @PutMapping(PATH + "/{id}")
    ResponseEntity<byte[]> update(HttpServletRequest request, @PathVariable String id) throws IOException {
        ClientPrincipal client = ClientAccess.require(TYPE, Permission.UPDATE);
        var told = AppointmentTold.read(Bodies.read(request, TYPE));
        return answer(acts.update(client, id(id), told, expected(request)), client);
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<byte[]> read(HttpServletRequest request, @PathVariable String id) {
        ClientPrincipal client = ClientAccess.require(TYPE, Permission.READ);
        Answers.checkFormat(request, null);
        return answer(new AppointmentActs.Done(search.read(client, id(id)), false), client);
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> search(HttpServletRequest request) {
        ClientPrincipal client = ClientAccess.require(TYPE, Permission.SEARCH);
        var query = QueryText.of(request.getQueryString());
        var asked = Search.strict(query, search);
        var found = search.list(client, asked.asked(), asked.count());
        boolean more = found.size() > asked.count();
        var page = more ? found.subList(0, asked.count()) : found;
        var bundle = new Bundling(address.base());
        writing.write(page, client.clientId()).forEach(bundle::match);
        var links = new ArrayList<Fhir.Link>();
        links.add(link("self", asked.self()));
        if (more && !page.isEmpty()) {
            links.add(link("next", asked.next(AppointmentSearch.position(page.getLast()))));
        }
        Integer total = more || asked.asked().after() != null ? null : page.size();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(FhirJson.TYPE)
                .body(FhirJson.bytes(bundle.searchset(null, null, total, links)));
    }

    @DeleteMapping({PATH, PATH + "/{id}"})
    ResponseEntity<byte[]> delete() {
        ClientAccess.require(TYPE, Permission.UPDATE);
        throw Refused.method("cancel-by-status");
    }

    private Fhir.Link link(String relation, String query) {
        return new Fhir.Link(relation, address.base() + "/" + TYPE + (query.isEmpty() ? "" : "?" + query));
    }

    private static UUID id(String written) {
        if (!Asked.isUuid(written)) {
            throw Refused.absent("resource-unknown", TYPE, Refused.shown(written));
        }
        return UUID.fromString(written);
    }

    /** The version that the caller has seen. */
    private static @Nullable Integer expected(HttpServletRequest request) {
        String tag = request.getHeader(HttpHeaders.IF_MATCH);
        if (tag == null) {
            return null;
        }
        Matcher matcher = TAG.matcher(tag.strip());
        if (!matcher.matches()) {
            throw Refused.malformed("tag-malformed", HttpHeaders.IF_MATCH, Refused.shown(tag));
        }
        return Integer.valueOf(matcher.group(1));
    }

    private ResponseEntity<byte[]> answer(AppointmentActs.Done done, ClientPrincipal client) {
        AppointmentResource resource = writing.write(done.version(), client.clientId());
        return ResponseEntity.status(done.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create(address.base() + "/" + TYPE + "/" + resource.id()))
                .eTag("W/\"" + done.version().number() + "\"")
                .cacheControl(CacheControl.noStore())
                .contentType(FhirJson.TYPE)
                .body(FhirJson.bytes(resource));
    }
}
