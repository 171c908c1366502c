package fr.quartdheure.desk.admin;

import fr.quartdheure.client.Client;
import fr.quartdheure.client.ClientCalls;
import fr.quartdheure.client.Clients;
import fr.quartdheure.client.Secrets;
import fr.quartdheure.desk.ui.Problem;
import fr.quartdheure.desk.ui.Screens;
import fr.quartdheure.directory.Organization;
import fr.quartdheure.directory.Organizations;
import fr.quartdheure.web.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /admin/clients}: which other software may call, and how much it does. The forms carry no {@code once}: what
 * answers them would be kept, and a secret stands in it.
 */
@Controller
class ClientsPage {

    private static final String PATH = "/admin/clients";
    private static final String ALL = "desk/admin/clients.jte";
    private static final String ONE = "desk/admin/client.jte";
    private static final Problem ABSENT = Problem.of(404, "problem.absent");
    private static final int DAYS = 14;
    private static final Set<String> SAID = Set.of("scopes", "disabled", "enabled");
    private static final Set<Integer> OVERLAPS = Set.of(0, 1, 8, 24);

    private final Screens screens;
    private final Clients clients;
    private final Secrets secrets;
    private final ClientCalls calls;
    private final Organizations organizations;
    private final PublicAddress address;

    ClientsPage(
            Screens screens,
            Clients clients,
            Secrets secrets,
            ClientCalls calls,
            Organizations organizations,
            PublicAddress address) {
        this.screens = screens;
        this.clients = clients;
        this.secrets = secrets;
        this.calls = calls;
        this.organizations = organizations;
        this.address = address;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        return screens.show(request, ALL, all(ClientForm.EMPTY, null, null));
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> create(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) String @Nullable [] scope) {
        var form = ClientForm.posted(name, organization, scope);
        if (!form.isNamed()) {
            return wrong(request, form, "name", "admin.clients.name.missing");
        }
        var runner = organizations.list().stream()
                .filter(one -> one.id().toString().equals(form.organization()))
                .findFirst();
        if (runner.isEmpty()) {
            return wrong(request, form, "organization", "admin.clients.organization.missing");
        }
        var scopes = form.read();
        if (scopes.isEmpty()) {
            return wrong(request, form, "scopes", "admin.clients.scopes.missing");
        }
        return clients.add(form.name(), runner.get().id(), scopes.get())
                .map(issued -> show(request, issued.clientId(), HttpStatus.OK, one -> one.with(issued.secret())))
                .orElseGet(() -> wrong(request, form, "name", "admin.clients.name.taken"));
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<byte[]> one(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(required = false) @Nullable String said) {
        return show(request, id, HttpStatus.OK, one -> said != null && SAID.contains(said) ? one.saying(said) : one);
    }

    @PostMapping(PATH + "/{id}/scopes")
    ResponseEntity<byte[]> scopes(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(required = false) String @Nullable [] scope) {
        if (clients.find(id).isEmpty()) {
            return screens.show(request, ABSENT);
        }
        var scopes = ClientForm.posted(null, null, scope).read();
        if (scopes.isEmpty()) {
            return show(
                    request, id, HttpStatus.UNPROCESSABLE_CONTENT, one -> one.refusing("admin.clients.scopes.missing"));
        }
        clients.setScopes(id, scopes.get());
        return see(id, "scopes");
    }

    @PostMapping(PATH + "/{id}/secret")
    ResponseEntity<byte[]> rotate(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "-1") int overlap) {
        if (clients.find(id).isEmpty()) {
            return screens.show(request, ABSENT);
        }
        if (!OVERLAPS.contains(overlap)) {
            return show(
                    request,
                    id,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    one -> one.refusing("admin.clients.overlap.unknown"));
        }
        String secret = secrets.rotate(id, Duration.ofHours(overlap));
        return show(request, id, HttpStatus.OK, one -> one.with(secret));
    }

    @PostMapping(PATH + "/{id}/disable")
    ResponseEntity<byte[]> disable(HttpServletRequest request, @PathVariable UUID id) {
        clients.setDisabled(id, true);
        return see(id, "disabled");
    }

    @PostMapping(PATH + "/{id}/enable")
    ResponseEntity<byte[]> enable(HttpServletRequest request, @PathVariable UUID id) {
        clients.setDisabled(id, false);
        return see(id, "enabled");
    }

    private static ResponseEntity<byte[]> see(UUID id, String said) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, PATH + "/" + id + "?said=" + said)
                .build();
    }

    private ResponseEntity<byte[]> wrong(HttpServletRequest request, ClientForm form, String field, String key) {
        return screens.show(request, HttpStatus.UNPROCESSABLE_CONTENT, ALL, all(form, field, key));
    }

    private ResponseEntity<byte[]> show(
            HttpServletRequest request,
            UUID id,
            HttpStatusCode status,
            Function<ClientViews.One, ClientViews.One> completed) {
        return clients.find(id)
                .map(client -> screens.show(request, status, ONE, completed.apply(view(client))))
                .orElseGet(() -> screens.show(request, ABSENT));
    }

    private ClientViews.All all(ClientForm form, @Nullable String field, @Nullable String key) {
        var known = clients.list();
        var names = organizations.listByIds(
                known.stream().map(Client::organizationId).distinct().toList());
        var counts = calls.countsOfToday();
        var rows = known.stream()
                .map(client -> new ClientViews.Row(
                        client, name(names.get(client.organizationId())), counts.getOrDefault(client.id(), 0L)))
                .toList();
        return new ClientViews.All(rows, organizations.list(), form, field, key);
    }

    private ClientViews.One view(Client client) {
        return new ClientViews.One(
                client,
                name(organizations.find(client.organizationId()).orElse(null)),
                ClientForm.of(client),
                calls.listOfDays(client.id(), DAYS),
                secrets.overlapEnd(client.id()).orElse(null),
                null,
                null,
                null,
                address.base() + "/oauth2/token");
    }

    private static String name(@Nullable Organization organization) {
        return Optional.ofNullable(organization).map(Organization::name).orElse("");
    }
}
