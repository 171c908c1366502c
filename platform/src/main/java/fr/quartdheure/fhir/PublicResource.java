package fr.quartdheure.fhir;

import fr.quartdheure.wire.Fhir;
import java.util.List;

/** A resource that everybody may read. */
interface PublicResource extends Fhir.Resource {

    @Override
    String id();

    /** What it refers to under the name of a search parameter: "Practitioner/0b9d…"; empty when under none. */
    List<String> links(String parameter);
}
