package fr.quartdheure.desk.steering;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed about booths, those who come and the promise; absent values are those of a town hall's booth. */
public record StaffingForm(
        @Nullable String boothsAsked,
        @Nullable String moreAsked,
        @Nullable String arrivalsAsked,
        @Nullable String serviceAsked,
        @Nullable String meanAsked) {

    /** With so many and as many more, the busiest network that can be asked for is one that the engine answers. */
    private static final int MOST_BOOTHS = 200;

    private static final String NUMBER = "[0-9]{1,4}([.,][0-9]{1,2})?";

    public String boothsText() {
        return boothsAsked == null ? "1" : boothsAsked.strip();
    }

    public String moreText() {
        return moreAsked == null ? "3" : moreAsked.strip();
    }

    public String arrivalsText() {
        return arrivalsAsked == null ? "3" : arrivalsAsked.strip();
    }

    public String serviceText() {
        return serviceAsked == null ? "12" : serviceAsked.strip();
    }

    public String meanText() {
        return meanAsked == null ? "30" : meanAsked.strip();
    }

    int booths() {
        return Integer.parseInt(boothsText());
    }

    int more() {
        return Integer.parseInt(moreText());
    }

    double arrivals() {
        return number(arrivalsText());
    }

    double service() {
        return number(serviceText());
    }

    double mean() {
        return number(meanText());
    }

    public boolean bad(String field) {
        return wrongField().filter(field::equals).isPresent();
    }

    /** The first field that is to be corrected. */
    Optional<String> wrongField() {
        if (!isCount(boothsText(), 1)) {
            return Optional.of("boothsAsked");
        }
        if (!isCount(moreText(), 0)) {
            return Optional.of("moreAsked");
        }
        if (!isBetween(arrivalsText(), 0, 100)) {
            return Optional.of("arrivalsAsked");
        }
        if (!isBetween(serviceText(), 1, 120)) {
            return Optional.of("serviceAsked");
        }
        return isBetween(meanText(), 1, 240) ? Optional.empty() : Optional.of("meanAsked");
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
