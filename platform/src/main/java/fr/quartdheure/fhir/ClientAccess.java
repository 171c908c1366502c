package fr.quartdheure.fhir;

import fr.quartdheure.client.ClientPrincipal;
import fr.quartdheure.client.CurrentClient;
import fr.quartdheure.client.Permission;
import fr.quartdheure.wire.Refused;

/** The one place where scopes are asked for: what is not given is refused. */
final class ClientAccess {

    private ClientAccess() {}

    /** @throws Refused 401 when nobody says who asks, 403 when her scopes do not allow it */
    static ClientPrincipal require(String resource, Permission permission) {
        ClientPrincipal client = CurrentClient.find().orElseThrow(Refused::unidentified);
        if (!client.scopes().allow(resource, permission)) {
            throw Refused.denied("scope-missing", "system/" + resource + "." + permission.letter());
        }
        return client;
    }
}
