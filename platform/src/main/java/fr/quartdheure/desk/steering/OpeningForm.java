package fr.quartdheure.desk.steering;

import fr.quartdheure.atlas.opening.Benefit;
import fr.quartdheure.planning.Area;
import fr.quartdheure.planning.OpeningQuestion;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed into the question where to open; absent values are those that planners ask most. */
public record OpeningForm(
        @Nullable String area,
        @Nullable String benefit,
        @Nullable String openings,
        @Nullable String doctors,
        @Nullable String minutes,
        @Nullable String inhabitants) {

    boolean isAsked() {
        return openings != null;
    }

    String areaKey() {
        return area == null ? "" : area;
    }

    public String benefitCode() {
        return benefit == null ? OpeningsPage.code(Benefit.COVERED) : benefit;
    }

    public String openingsText() {
        return openings == null ? "3" : openings;
    }

    public String doctorsText() {
        return doctors == null ? "2" : doctors;
    }

    public String minutesText() {
        return minutes == null ? "15" : minutes;
    }

    public String inhabitantsText() {
        return inhabitants == null ? "300" : inhabitants;
    }

    /** The question as it stands in an address. */
    public String query() {
        return "area=" + areaKey() + "&benefit=" + benefitCode() + "&openings=" + openingsText() + "&doctors="
                + doctorsText() + "&minutes=" + minutesText() + "&inhabitants=" + inhabitantsText();
    }

    /** Null when a value is none that can be asked. */
    @Nullable
    OpeningQuestion question(Area in) {
        return wrongField().isPresent()
                ? null
                : new OpeningQuestion(
                        in,
                        aim().orElse(Benefit.COVERED),
                        Integer.parseInt(openingsText()),
                        Integer.parseInt(doctorsText()),
                        Integer.parseInt(minutesText()),
                        Integer.parseInt(inhabitantsText()));
    }

    /** The first field that is to be corrected. */
    public Optional<String> wrongField() {
        if (aim().isEmpty()) {
            return Optional.of("benefit");
        }
        if (!isBetween(openingsText(), 1, OpeningQuestion.MOST_OPENINGS)) {
            return Optional.of("openings");
        }
        if (!isBetween(doctorsText(), 1, OpeningQuestion.MOST_DOCTORS)) {
            return Optional.of("doctors");
        }
        if (!isBetween(minutesText(), 5, 45)) {
            return Optional.of("minutes");
        }
        return isBetween(inhabitantsText(), 0, 999_999) ? Optional.empty() : Optional.of("inhabitants");
    }

    public boolean bad(String field) {
        return isAsked() && wrongField().filter(field::equals).isPresent();
    }

    private Optional<Benefit> aim() {
        return Arrays.stream(Benefit.values())
                .filter(one -> OpeningsPage.code(one).equals(benefitCode()))
                .findFirst();
    }

    private static boolean isBetween(String text, int least, int most) {
        return text.matches("[0-9]{1,6}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }
}
