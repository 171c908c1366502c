package fr.quartdheure.desk.secretary.visits;

import fr.quartdheure.desk.secretary.visits.VisitBoard.Asked;
import fr.quartdheure.directory.Site;
import fr.quartdheure.visit.Stop;
import fr.quartdheure.visit.VisitRound;
import java.util.List;

/** The sheet that a professional takes with her. */
public record VisitSheet(VisitErrand errand, VisitRound round, String practitioner, Site base, List<Line> lines) {

    public record Line(Stop stop, Asked asked) {}
}
