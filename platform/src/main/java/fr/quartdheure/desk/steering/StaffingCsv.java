package fr.quartdheure.desk.steering;

import fr.quartdheure.atlas.queue.DayPlan;
import java.util.Locale;

/** The plan of a day as a file that a spreadsheet opens and that the command line reads as its arrivals. */
final class StaffingCsv {

    private static final String HEADER =
            "from,arrivals,servers,meanWaitMinutes,p90WaitMinutes,abandonment,occupancy\r\n";

    private StaffingCsv() {}

    static String write(StaffingCurve curve, DayPlan plan) {
        var text = new StringBuilder(HEADER);
        for (int place = 0; place < plan.day().halfHours(); place++) {
            var seen = plan.observed().between(place, place + 1);
            text.append(String.join(
                    ",",
                    curve.from(place).toString(),
                    plan.day().arrivals().get(place).toString(),
                    plan.servers().get(place).toString(),
                    number(seen.meanWait()),
                    number(seen.p90Wait()),
                    number(seen.abandonment()),
                    number(seen.occupancy())));
            text.append("\r\n");
        }
        return text.toString();
    }

    /** Empty for the mean of nobody. */
    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "";
    }
}
