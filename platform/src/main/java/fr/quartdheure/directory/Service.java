package fr.quartdheure.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of care that people look for.
 *
 * @param profession code of the profession that gives it (TRE G15)
 * @param roomKinds where it is given, the preferred kind first
 */
public record Service(
        String code, String profession, String nameFr, String nameEn, List<RoomKind> roomKinds, List<Reason> reasons) {

    public Service {
        roomKinds = List.copyOf(roomKinds);
        reasons = List.copyOf(reasons);
    }

    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameFr;
    }

    public Optional<Reason> reason(String code) {
        return reasons.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }
}
