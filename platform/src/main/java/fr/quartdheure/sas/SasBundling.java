package fr.quartdheure.sas;

import fr.quartdheure.wire.Bundling;
import fr.quartdheure.wire.Fhir;
import java.util.List;
import java.util.UUID;

/** The answer of one search, with the profile of its mode and the address that it answers. Not thread-safe. */
final class SasBundling extends Bundling {

    private final SlotQuery query;
    private final SasSettings.Profiles profiles;

    SasBundling(SlotQuery query, SasAddress address, SasSettings.Profiles profiles) {
        super(address.base());
        this.query = query;
        this.profiles = profiles;
    }

    /** An answer without slots is of the same profile for everybody. */
    Fhir.Bundle bundle() {
        boolean ofCpts = query.isOfCpts() && matches() > 0;
        return searchset(
                UUID.randomUUID().toString(),
                Fhir.Meta.of(ofCpts ? profiles.cptsBundle() : profiles.bundle()),
                matches(),
                List.of(new Fhir.Link("self", base() + "/Slot?" + query.echo())));
    }
}
