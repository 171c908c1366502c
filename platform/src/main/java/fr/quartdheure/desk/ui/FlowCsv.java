package fr.quartdheure.desk.ui;

import fr.quartdheure.registration.MonthlyFlow;
import java.util.List;

/** Months of a list as a file that a spreadsheet opens; empty where there is no median. */
public final class FlowCsv {

    private static final String HEADER = "month,came,taken,gone,net,waiting,medianDays\r\n";

    private FlowCsv() {}

    public static String write(List<MonthlyFlow> months) {
        var text = new StringBuilder(HEADER);
        for (MonthlyFlow one : months) {
            Integer median = one.medianDays();
            text.append(String.join(
                    ",",
                    one.first().toString().substring(0, 7),
                    String.valueOf(one.came()),
                    String.valueOf(one.taken()),
                    String.valueOf(one.gone()),
                    String.valueOf(one.net()),
                    String.valueOf(one.waiting()),
                    median == null ? "" : String.valueOf(median)));
            text.append("\r\n");
        }
        return text.toString();
    }
}
