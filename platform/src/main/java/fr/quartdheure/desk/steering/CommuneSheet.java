package fr.quartdheure.desk.steering;

import fr.quartdheure.geo.Commune;
import fr.quartdheure.geo.Epci;
import fr.quartdheure.planning.Area;
import fr.quartdheure.planning.Change;
import fr.quartdheure.planning.Figures;
import fr.quartdheure.planning.Picture;
import fr.quartdheure.territory.OfficialApl;
import fr.quartdheure.territory.Zoning;
import java.util.List;
import java.util.Optional;

/**
 * A commune as its mayor reads it, the mean of its département beside each figure.
 *
 * @param apl our own computation
 * @param ways minutes to the nearest of each kind of care, with the mean of the département's inhabitants
 * @param serves who brings its accessibility, the greatest part first
 * @param officialMean of the official series over the département, weighted by standardised inhabitants
 * @param unmet searches of twelve months that found nothing near enough; empty when fewer than may be shown
 */
public record CommuneSheet(
        Commune commune,
        Asked asked,
        Picture picture,
        double apl,
        Optional<OfficialApl> official,
        double officialMean,
        Optional<Epci> epci,
        Optional<Zoning> zone,
        List<NearestCare> ways,
        List<Server> serves,
        Optional<Integer> unmet,
        Area department,
        Figures around) {

    /**
     * The nearest care of a kind.
     *
     * @param site its name; empty when none is within an hour, or when it is an opening of the draft
     * @param known whether anybody imported where it is given
     * @param minutes not finite when none is
     * @param mean minutes of the département's inhabitants who reach one within an hour; not a number when nobody does
     */
    public record NearestCare(String kind, String site, boolean known, double minutes, double mean) {

        public boolean isReached() {
            return Double.isFinite(minutes);
        }

        public boolean hasMean() {
            return !Double.isNaN(mean);
        }
    }

    /** Who brings a part of the accessibility. */
    public record Server(String name, double apl) {}

    public String officialYear() {
        return Official.year(picture);
    }

    /** What the map would show with a centre in the middle of the commune. */
    public Change opening(int doctors) {
        return new Change.Opening(commune.name(), commune.lat(), commune.lon(), doctors);
    }

    /** What it would show when a doctor leaves. */
    public Change departure() {
        return new Change.Departure(commune.code(), commune.name(), 1);
    }

    /** What it would show when one of the commune's centres closes; those that a draft closed already are left out. */
    public List<Change.Closure> closures() {
        return picture.points().stream()
                .filter(point -> point.isCentre() && point.communeCode().equals(commune.code()))
                .map(point -> new Change.Closure(point.siteId(), point.name()))
                .filter(closure -> !asked.changes().contains(closure))
                .toList();
    }

    public boolean hasApl() {
        return picture.offer().total() > 0;
    }
}
