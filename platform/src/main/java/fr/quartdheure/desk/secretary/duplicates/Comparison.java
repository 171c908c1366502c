package fr.quartdheure.desk.secretary.duplicates;

import fr.quartdheure.desk.secretary.PatientCard;
import fr.quartdheure.patient.Patient;
import fr.quartdheure.scheduling.AgendaCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two records side by side.
 *
 * @param hindrances what must be settled before they can be one
 * @param refusal key of what the form lacks, or null
 */
public record Comparison(
        Side one,
        Side other,
        CompareForm form,
        List<Hindrance> hindrances,
        @Nullable String refusal) {

    /** @param organizations the names of those that know her */
    public record Side(Patient patient, PatientCard card, AgendaCount count, List<String> organizations) {

        public boolean isValidated() {
            return patient.identityLevel().equals("validated");
        }
    }

    /**
     * One trait as both records have it.
     *
     * @param name the field of the form
     * @param one what is shown; empty when the record says nothing
     * @param key whether both are keys of messages
     */
    public record Trait(
            String name, String one, String other, @Nullable UUID chosen, boolean key) {

        public boolean isSame() {
            return one.equals(other);
        }
    }

    public String address() {
        return "/secretary/duplicates/" + one.patient().id() + "/"
                + other.patient().id();
    }

    /** Born on one day under one name, with other first names. */
    public boolean isMaybeTwins() {
        return one.patient().identity().isMaybeTwinOf(other.patient().identity());
    }

    public boolean isKept(Side side) {
        return side.patient().id().equals(form.keep());
    }

    public List<Trait> different() {
        return traits().stream().filter(trait -> !trait.isSame()).toList();
    }

    public List<Trait> same() {
        return traits().stream()
                .filter(trait -> trait.isSame() && !trait.one().isEmpty())
                .toList();
    }

    private List<Trait> traits() {
        var traits = new ArrayList<Trait>();
        Patient a = one.patient();
        Patient b = other.patient();
        traits.add(trait("birthName", a.identity().birthName(), b.identity().birthName(), form.birthName()));
        traits.add(trait("firstNames", a.identity().firstNames(), b.identity().firstNames(), form.firstNames()));
        traits.add(trait("birthDate", one.card().birthDate(), other.card().birthDate(), form.birthDate()));
        traits.add(new Trait(
                "sex",
                "identity.sex." + a.identity().sex().code(),
                "identity.sex." + b.identity().sex().code(),
                form.sex(),
                true));
        traits.add(trait("phone", one.card().phoneShown(), other.card().phoneShown(), form.phone()));
        traits.add(trait("email", a.email(), b.email(), form.email()));
        return traits;
    }

    private static Trait trait(String name, @Nullable String one, @Nullable String other, @Nullable UUID chosen) {
        return new Trait(
                name, Objects.requireNonNullElse(one, ""), Objects.requireNonNullElse(other, ""), chosen, false);
    }
}
