package fr.quartdheure.desk.admin;

import fr.quartdheure.intake.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator's page shows.
 *
 * @param sites those with an agenda here
 * @param importedSites those only known to exist
 * @param form what was asked for, kept after a mistake
 * @param errorField the field to correct: "file", "region" or null
 * @param errorKey what is wrong with it
 * @param job the import that runs or was last, or null
 * @param sas what the SAS is told; null when there was never anything
 */
public record AdminHome(
        int communes,
        int sites,
        int importedSites,
        int practitioners,
        Form form,
        @Nullable String errorField,
        @Nullable String errorKey,
        @Nullable ImportJob job,
        ReportsToSas.@Nullable State sas) {

    /** So many refused rows are shown; beyond, the file itself needs care. */
    public static final int SHOWN = 200;

    /** The form of an import, as it was filled in. */
    public record Form(ImportKind kind, String region, String source) {

        static final Form EMPTY = new Form(ImportKind.COMMUNES, "", "");
    }

    public boolean bad(String field) {
        return field.equals(errorField);
    }

    public static List<Refused> shown(List<Refused> refused) {
        return refused.stream().limit(SHOWN).toList();
    }
}
