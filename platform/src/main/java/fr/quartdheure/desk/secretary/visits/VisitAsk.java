package fr.quartdheure.desk.secretary.visits;

import fr.quartdheure.desk.secretary.Errand;
import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.directory.Practitioner;
import fr.quartdheure.visit.VisitRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of a visit.
 *
 * @param people who is to be seen, in order
 * @param request what is changed, or null when it is new
 * @param begun whether it can no longer be changed
 */
public record VisitAsk(
        VisitErrand errand,
        List<PatientCard> people,
        @Nullable VisitRequest request,
        boolean begun,
        List<Practitioner> team,
        VisitForm.Read read) {

    public List<UUID> ids() {
        return people.stream().map(PatientCard::id).toList();
    }

    /** For the search of one more person. */
    public Errand search() {
        return new Errand(errand.site(), errand.day(), null, null);
    }

    public String joined() {
        return VisitErrand.joined(ids());
    }

    public String action() {
        VisitRequest changed = request;
        return changed == null ? errand.base() + "/ask" : errand.request(changed.id());
    }

    public List<String> professions() {
        return team.stream().map(Practitioner::profession).distinct().toList();
    }

    public String value(String field) {
        return read.form().value(field);
    }
}
