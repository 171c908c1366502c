package fr.quartdheure.cli;

import fr.quartdheure.atlas.file.DayFile;
import fr.quartdheure.atlas.queue.DayPlan;
import fr.quartdheure.atlas.queue.QueueSimulation.Observed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The plan of a day as the {@code staffing} command tells it: one object, or a file with one row a half-hour. */
record StaffedDay(DayFile.Day hours, DayPlan plan) {

    private static final double MINUTES = 60;
    private static final String HEADER = "from,arrivals,servers,meanWaitMinutes,p90WaitMinutes,abandonment,occupancy";

    Answer answer() {
        var answer = new Answer().withAll("halfHours", halfHours()).with("serverHours", plan.serverHours());
        return observed(answer, plan.observed().whole())
                .with("meanWaitHalfWidth", plan.observed().halfWidth(0, halfHourCount()))
                .with("overtimeHours", plan.observed().overtimeMinutes() / MINUTES)
                .with("formulaServerHours", formulaHours())
                .with("simulatedDays", plan.observed().days())
                .with("seed", DayPlan.SEED);
    }

    /** Columns that the command reads again as a file of arrivals. */
    void write(BufferedWriter out) throws IOException {
        out.write(HEADER + "\n");
        for (int halfHour = 0; halfHour < halfHourCount(); halfHour++) {
            var seen = plan.observed().between(halfHour, halfHour + 1);
            out.write(String.join(
                    ",",
                    hours.from(halfHour).toString(),
                    text(hours.arrivals().get(halfHour)),
                    plan.servers().get(halfHour).toString(),
                    text(seen.meanWait()),
                    text(seen.p90Wait()),
                    text(seen.abandonment()),
                    text(seen.occupancy())));
            out.write("\n");
        }
    }

    private List<Answer> halfHours() {
        var answers = new ArrayList<Answer>();
        for (int halfHour = 0; halfHour < halfHourCount(); halfHour++) {
            var answer = new Answer()
                    .with("from", hours.from(halfHour).toString())
                    .with("arrivals", hours.arrivals().get(halfHour))
                    .with("servers", plan.servers().get(halfHour));
            answers.add(observed(answer, plan.observed().between(halfHour, halfHour + 1)));
        }
        return answers;
    }

    private static Answer observed(Answer answer, Observed seen) {
        return answer.with("meanWaitMinutes", seen.meanWait())
                .with("p90WaitMinutes", seen.p90Wait())
                .with("abandonment", seen.abandonment())
                .with("occupancy", seen.occupancy());
    }

    private double formulaHours() {
        return plan.byFormula().stream().mapToInt(Integer::intValue).sum() / 2.0;
    }

    private int halfHourCount() {
        return hours.arrivals().size();
    }

    /** Empty for the mean of nobody. */
    private static String text(double value) {
        return Double.isFinite(value) ? Answer.plain(value) : "";
    }
}
