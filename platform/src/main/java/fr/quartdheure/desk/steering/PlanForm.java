package fr.quartdheure.desk.steering;

import fr.quartdheure.atlas.opening.Benefit;
import fr.quartdheure.planning.Area;
import fr.quartdheure.planning.OpeningQuestion;
import fr.quartdheure.planning.PlanQuestion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed into the question what to open year after year; absent values are an example to start from. */
public record PlanForm(
        @Nullable String area,
        @Nullable String benefit,
        @Nullable String years,
        @Nullable String doctors,
        @Nullable String least,
        @Nullable String most,
        @Nullable String inhabitants) {

    boolean isAsked() {
        return years != null;
    }

    String areaKey() {
        return area == null ? "" : area;
    }

    public String benefitCode() {
        return benefit == null ? OpeningsPage.code(Benefit.APL_GAIN) : benefit;
    }

    public String yearsText() {
        return years == null ? "3, 3, 2" : years.strip();
    }

    public String doctorsText() {
        return doctors == null ? "16" : doctors.strip();
    }

    public String leastText() {
        return least == null ? "1" : least.strip();
    }

    public String mostText() {
        return most == null ? "4" : most.strip();
    }

    public String inhabitantsText() {
        return inhabitants == null ? "500" : inhabitants.strip();
    }

    /** The question as it stands in an address. */
    public String query() {
        return "area=" + areaKey() + "&benefit=" + benefitCode() + "&years="
                + URLEncoder.encode(yearsText(), StandardCharsets.UTF_8) + "&doctors=" + doctorsText() + "&least="
                + leastText() + "&most=" + mostText() + "&inhabitants=" + inhabitantsText();
    }

    /** Null when a value is none that can be asked. */
    @Nullable
    PlanQuestion question(Area in) {
        if (wrongField().isPresent()) {
            return null;
        }
        var staff = new PlanQuestion.Staffing(
                Integer.parseInt(doctorsText()), Integer.parseInt(leastText()), Integer.parseInt(mostText()));
        return new PlanQuestion(
                in, aim().orElse(Benefit.APL_GAIN), openings(), staff, Integer.parseInt(inhabitantsText()));
    }

    /** The first field that is to be corrected. */
    public Optional<String> wrongField() {
        if (aim().isEmpty()) {
            return Optional.of("benefit");
        }
        if (!isYears()) {
            return Optional.of("years");
        }
        if (!isBetween(doctorsText(), 0, PlanQuestion.MOST_DOCTORS)) {
            return Optional.of("doctors");
        }
        if (!isBetween(leastText(), 0, OpeningQuestion.MOST_DOCTORS)) {
            return Optional.of("least");
        }
        if (!isBetween(mostText(), Integer.parseInt(leastText()), OpeningQuestion.MOST_DOCTORS)) {
            return Optional.of("most");
        }
        return isBetween(inhabitantsText(), 0, 999_999) ? Optional.empty() : Optional.of("inhabitants");
    }

    public boolean bad(String field) {
        return isAsked() && wrongField().filter(field::equals).isPresent();
    }

    private boolean isYears() {
        if (!yearsText().matches("[0-9]{1,2}([ ,;]+[0-9]{1,2}){0,9}")) {
            return false;
        }
        int together = openings().stream().mapToInt(Integer::intValue).sum();
        return together >= 1 && together <= OpeningQuestion.MOST_OPENINGS;
    }

    private List<Integer> openings() {
        return Arrays.stream(yearsText().split("[ ,;]+")).map(Integer::valueOf).toList();
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
