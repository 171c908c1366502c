package fr.quartdheure.fhir;

import fr.quartdheure.wire.Capability;
import java.util.List;

/** What can be asked of one type of resource. */
interface Searchable {

    String type();

    /** The parameters that the search declares and follows. */
    List<Capability.Parameter> parameters();

    /** Parameters that go through a reference, as they are written: "practitioner.identifier". */
    List<String> chains();
}
