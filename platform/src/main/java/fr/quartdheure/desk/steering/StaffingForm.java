package fr.quartdheure.desk.steering;

import fr.quartdheure.atlas.queue.DayLoad;
import fr.quartdheure.atlas.queue.Promise;
import fr.quartdheure.scheduling.BookedHours;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was typed about booths, those who come and the promise, and what this platform knows where nothing was typed.
 * Everything stands in the address.
 */
public record StaffingForm(Map<String, String> asked, BoothDays.Known known) {

    /** With so many and as many more, the busiest network that can be asked for is one that the engine answers. */
    private static final int MOST_BOOTHS = 200;

    /** An example of a town hall's booth, where the platform knows none. */
    private static final LocalTime USUALLY_OPENS = LocalTime.of(8, 30);

    private static final LocalTime USUALLY_CLOSES = LocalTime.of(16, 45);
    private static final Map<String, String> USUAL =
            Map.of("moreAsked", "3", "serviceAsked", "12", "meanAsked", "30", "leaveAsked", "5");

    /** An assumption until somebody observes or types another. */
    private static final double USUAL_PER_HOUR = 3;

    private static final List<String> FIELDS = List.of(
            "boothsAsked",
            "moreAsked",
            "serviceAsked",
            "meanAsked",
            "p90Asked",
            "patienceAsked",
            "leaveAsked",
            "opensAsked",
            "closesAsked");

    private static final double MOST_PER_HALF_HOUR = 100;
    private static final String NUMBER = "[0-9]{1,5}([.,][0-9]{1,4})?|[.,][0-9]{1,4}";
    private static final String HOUR = "([01][0-9]|2[0-3]):[0-5][0-9]";

    public String text(String field) {
        return asked.getOrDefault(field, usual(field)).strip();
    }

    private String usual(String field) {
        return switch (field) {
            case "boothsAsked" -> Integer.toString(Math.clamp(known.booths(), 1, MOST_BOOTHS));
            case "opensAsked" -> known.opens().orElse(USUALLY_OPENS).toString();
            case "closesAsked" -> known.closes().orElse(USUALLY_CLOSES).toString();
            case "totalAsked" ->
                hasHours() ? Double.toString(StaffingCurve.usual(opens(), closes(), USUAL_PER_HOUR)) : "";
            default -> USUAL.getOrDefault(field, "");
        };
    }

    int booths() {
        return Integer.parseInt(text("boothsAsked"));
    }

    int more() {
        return Integer.parseInt(text("moreAsked"));
    }

    public boolean isPatienceAsked() {
        return !text("patienceAsked").isEmpty();
    }

    Promise promise() {
        return new Promise(
                limit("meanAsked"),
                limit("p90Asked"),
                isPatienceAsked() ? number(text("leaveAsked")) / 100 : Promise.NONE);
    }

    /** A day at one booth. */
    DayLoad day() {
        return new DayLoad(curve().arrivals(), number(text("serviceAsked")), limit("patienceAsked"));
    }

    /** How the curve came about: "observed", "even" or "typed". */
    public String source() {
        if (observed().isPresent()) {
            return "observed";
        }
        boolean typed = names().anyMatch(asked::containsKey);
        return typed && !"even".equals(asked.get("curve")) ? "typed" : "even";
    }

    /** What the address calls the half-hours of the hours asked for. */
    private Stream<String> names() {
        StaffingCurve hours = StaffingCurve.of(opens(), closes(), halfHour -> 0);
        return IntStream.range(0, hours.arrivals().size()).mapToObj(hours::name);
    }

    private LocalTime opens() {
        return LocalTime.parse(text("opensAsked"));
    }

    private LocalTime closes() {
        return LocalTime.parse(text("closesAsked"));
    }

    /** Whether there is a curve to show, right or wrong. */
    public boolean hasHours() {
        return isAskable("opensAsked") && isAskable("closesAsked");
    }

    /** The arrivals at one booth; a total that was changed beside them rescales them. */
    public StaffingCurve curve() {
        return switch (source()) {
            case "observed" ->
                StaffingCurve.observed(opens(), closes(), observed().orElseThrow());
            case "even" -> StaffingCurve.even(opens(), closes(), number(text("totalAsked")));
            default -> {
                StaffingCurve typed = StaffingCurve.of(opens(), closes(), this::typed);
                yield isTotalChanged() ? typed.scaled(number(text("totalAsked"))) : typed;
            }
        };
    }

    /** The hours asked for, with their arrivals once nothing is wrong. */
    StaffingCurve shownCurve() {
        return wrongField().isEmpty() ? curve() : StaffingCurve.of(opens(), closes(), halfHour -> 0);
    }

    private Optional<BookedHours.Observed> observed() {
        return known.observed().filter(seen -> "observed".equals(asked.get("curve")));
    }

    private boolean isTotalChanged() {
        return asked.containsKey("totalAsked") && !text("totalAsked").equals(asked.get("totalShown"));
    }

    private double typed(int halfHour) {
        String text = arrivalsText(StaffingCurve.name(StaffingCurve.hour(halfHour)));
        return text.isEmpty() ? 0 : number(text);
    }

    public String arrivalsText(String name) {
        return asked.getOrDefault(name, "").strip();
    }

    public boolean bad(String field) {
        return wrongField().filter(field::equals).isPresent();
    }

    /** The first field that is to be corrected. */
    public Optional<String> wrongField() {
        Predicate<String> wrong = field -> !isAskable(field);
        return FIELDS.stream().filter(wrong).findFirst().or(this::wrongArrivals);
    }

    private boolean isAskable(String field) {
        String text = text(field);
        return switch (field) {
            case "boothsAsked" -> isCount(text, 1);
            case "moreAsked" -> isCount(text, 0);
            case "serviceAsked" -> isBetween(text, 1, 120);
            case "meanAsked" -> text.isEmpty() ? !text("p90Asked").isEmpty() : isBetween(text, 1, 240);
            case "p90Asked", "patienceAsked" -> text.isEmpty() || isBetween(text, 1, 240);
            case "leaveAsked" -> isBetween(text, 1, 50);
            case "opensAsked" -> text.matches(HOUR);
            default -> text.matches(HOUR) && LocalTime.parse(text).isAfter(LocalTime.parse(text("opensAsked")));
        };
    }

    private Optional<String> wrongArrivals() {
        Optional<String> name = names().filter(
                        one -> !arrivalsText(one).isEmpty() && !isBetween(arrivalsText(one), 0, MOST_PER_HALF_HOUR))
                .findFirst();
        return name.isPresent() ? name : Optional.of("totalAsked").filter(total -> !isTotalAskable(text(total)));
    }

    /** Alone, and at all booths together with those that would be equipped. */
    private boolean isTotalAskable(String text) {
        return isBetween(text, 0, DayLoad.MOST_ARRIVALS)
                && curve().total() * (booths() + more()) < DayLoad.MOST_ARRIVALS;
    }

    private double limit(String field) {
        return text(field).isEmpty() ? Promise.NONE : number(text(field));
    }

    private static boolean isCount(String text, int least) {
        return text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= MOST_BOOTHS;
    }

    private static boolean isBetween(String text, double least, double most) {
        return text.matches(NUMBER) && number(text) >= least && number(text) <= most;
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }
}
