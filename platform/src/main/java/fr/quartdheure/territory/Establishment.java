package fr.quartdheure.territory;

import fr.quartdheure.atlas.travel.Position;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A hospital, an emergency department or a perinatal centre: planners reckon with it, nobody books there. A place of
 * several kinds is one establishment of each.
 *
 * @param finess its number in the register; null where the file gives none
 * @param teller which kind of file told of it
 * @param source the file, or what the person who brought it called its source
 */
public record Establishment(
        EstablishmentKind kind,
        @Nullable String finess,
        String name,
        String communeCode,
        Position position,
        Teller teller,
        String source) {

    /** Which form of file told of it: a later file of the same form takes the place of an earlier one. */
    public enum Teller {
        /** The FINESS register: by category. */
        REGISTER,
        /** A list with a kind in each row. */
        LIST;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Teller of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What tells it from others of its kind: the FINESS number, or commune and name. */
    public String code() {
        return finess != null ? finess : communeCode + " " + name.toLowerCase(Locale.FRENCH);
    }
}
