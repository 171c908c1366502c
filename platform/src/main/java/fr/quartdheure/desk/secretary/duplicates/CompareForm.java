package fr.quartdheure.desk.secretary.duplicates;

import fr.quartdheure.patient.Identity;
import fr.quartdheure.patient.Merging;
import fr.quartdheure.patient.Patient;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which of the two records stays, and whose word holds for each trait: ids of one of the two.
 *
 * @param typed the first names of the one that goes, asked for when the two could be twins
 */
public record CompareForm(
        @Nullable UUID keep,
        @Nullable UUID birthName,
        @Nullable UUID firstNames,
        @Nullable UUID birthDate,
        @Nullable UUID sex,
        @Nullable UUID phone,
        @Nullable UUID email,
        @Nullable String typed) {

    /** All from the one that stays, and contacts from the other where she has none. */
    static CompareForm of(Patient kept, Patient gone) {
        UUID id = kept.id();
        return new CompareForm(
                id, id, id, id, id, kept.phone() == null ? gone.id() : id, kept.email() == null ? gone.id() : id, "");
    }

    /** Whoever stays, with the traits that were chosen; an unknown choice is that of the one that stays. */
    Patient traits(Patient kept, Patient gone) {
        var identity = new Identity(
                of(birthName, kept, gone, one -> one.identity().birthName()),
                of(firstNames, kept, gone, one -> one.identity().firstNames()),
                of(birthDate, kept, gone, one -> one.identity().birthDate()),
                of(sex, kept, gone, one -> one.identity().sex()));
        return new Patient(
                kept.id(),
                identity,
                Merging.levelOf(identity, kept, gone),
                chosen(email, kept, gone).email(),
                chosen(phone, kept, gone).phone());
    }

    private static <T> T of(@Nullable UUID choice, Patient kept, Patient gone, Function<Patient, T> trait) {
        return trait.apply(chosen(choice, kept, gone));
    }

    private static Patient chosen(@Nullable UUID choice, Patient kept, Patient gone) {
        return gone.id().equals(choice) ? gone : kept;
    }
}
