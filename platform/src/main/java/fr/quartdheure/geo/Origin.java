package fr.quartdheure.geo;

import fr.quartdheure.atlas.travel.Position;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody starts from: a commune or district, or a position that is used once and never kept. */
public sealed interface Origin {

    /** @param code "66136", or "66136-est" for a district */
    record InCommune(String code) implements Origin {
        private static final Pattern CODE = Pattern.compile("[0-9][0-9AB][0-9]{3}(-[a-z0-9-]{1,40})?");

        public InCommune {
            if (!CODE.matcher(code).matches()) {
                throw new IllegalArgumentException("\"" + code + "\" is not the code of a commune or district");
            }
        }

        @Override
        public String text() {
            return code;
        }
    }

    record At(Position position) implements Origin {
        @Override
        public String text() {
            return String.format(Locale.ROOT, "%.5f,%.5f", position.lat(), position.lon());
        }
    }

    /** As it stands in an address: "66136", "66136-est", "42.70000,2.89000"; {@link #parse} reads it back. */
    String text();

    /** Reads "66136", "66136-est" or "42.70,2.89"; empty when it is none of these. */
    static Optional<Origin> parse(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > 60) {
            return Optional.empty();
        }
        String asked = text.strip();
        int comma = asked.indexOf(',');
        try {
            return Optional.of(
                    comma < 0
                            ? new InCommune(asked)
                            : new At(new Position(
                                    Double.parseDouble(asked.substring(0, comma)),
                                    Double.parseDouble(asked.substring(comma + 1)))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
