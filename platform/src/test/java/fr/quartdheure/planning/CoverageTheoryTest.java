package fr.quartdheure.planning;

import static org.assertj.core.api.Assertions.assertThat;

import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.directory.OpeningHours;
import fr.quartdheure.directory.SiteKind;
import fr.quartdheure.geo.Commune;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Four communes and three sites, small enough to be counted by hand.
 *
 * <p>1 000 people are 5 minutes from a nurse at the booth and 12 from the practice, 500 are exactly 15 from the
 * practice, 300 are 15.1 from it and 4 from a centre that told no hours, 200 reach nothing.
 */
class CoverageTheoryTest {

    private static final int[] ALL = {0, 1, 2, 3};
    private static final CareKind NURSING = new CareKind("nursing");

    private final PointOfCare booth = point(1, SiteKind.BOOTH, "nursing");
    private final PointOfCare practice = point(2, SiteKind.MSP, "nursing");
    private final PointOfCare centre = point(3, SiteKind.HEALTH_CENTRE, "nursing", "midwifery");
    private final Picture picture = picture();

    @Test
    void inhabitantsAreCountedUpToEachBoundAndOnIt() {
        Covered nursing = Covered.of(ALL, picture.demand(), picture.nearest(NURSING));
        assertThat(nursing.population()).isEqualTo(2000);
        assertThat(nursing.within()).containsExactly(1300.0, 1300.0, 1800.0, 1800.0, 1800.0, 1800.0);
        assertThat(nursing.shares().get(2)).isEqualTo(0.9);
        Covered booths = Covered.of(ALL, picture.demand(), picture.nearest(CareKind.BOOTH));
        assertThat(booths.within()).containsExactly(1000.0, 1000.0, 1000.0, 1000.0, 1000.0, 1000.0);
        Covered centres = Covered.of(new int[] {0, 1}, picture.demand(), picture.nearest(CareKind.CENTRE));
        assertThat(centres.within()).containsExactly(0.0, 0.0, 1500.0, 1500.0, 1500.0, 1500.0);
    }

    @Test
    void anHourCountsWhoIsNearASiteThatIsOpenForHalfOfIt() {
        WeekCoverage week = new WeekCoverage(picture, ALL, NURSING, weeks());
        assertThat(week.share(DayOfWeek.MONDAY, 7)).isZero();
        assertThat(week.share(DayOfWeek.MONDAY, 8)).as("booth from 8:30").isEqualTo(0.5);
        assertThat(week.share(DayOfWeek.MONDAY, 9)).as("both").isEqualTo(0.75);
        assertThat(week.share(DayOfWeek.MONDAY, 12)).as("booth alone at noon").isEqualTo(0.5);
        assertThat(week.share(DayOfWeek.MONDAY, 16))
                .as("booth until 16:29, practice all the hour")
                .isEqualTo(0.75);
        assertThat(week.share(DayOfWeek.MONDAY, 20)).isZero();
        assertThat(week.share(DayOfWeek.TUESDAY, 16))
                .as("twice a quarter of an hour")
                .isEqualTo(0.5);
        assertThat(week.share(DayOfWeek.SUNDAY, 9)).isZero();
        assertThat(week.told()).isEqualTo(2);
        assertThat(week.silent()).isEqualTo(1);
    }

    @Test
    void aSiteWithoutHoursIsOpenInNone() {
        WeekCoverage week = new WeekCoverage(picture, ALL, new CareKind("midwifery"), weeks());
        assertThat(week.told()).isZero();
        assertThat(week.silent()).isEqualTo(1);
    }

    @Test
    void theGreatestLeftOutStandFirst() {
        LeftOut left = LeftOut.of(ALL, picture.demand(), picture.nearest(CareKind.BOOTH));
        assertThat(left.communes()).isEqualTo(3);
        assertThat(left.population()).isEqualTo(1000);
        assertThat(left.greatest()).extracting(far -> far.commune().name()).containsExactly("B", "C", "D");
        assertThat(LeftOut.of(ALL, picture.demand(), picture.nearest(NURSING)).greatest())
                .singleElement()
                .satisfies(far -> assertThat(far.minutes()).isInfinite());
    }

    private Map<UUID, OpenWeek> weeks() {
        return Map.of(
                booth.siteId(),
                new OpenWeek(List.of(
                        hours(booth, DayOfWeek.MONDAY, "08:30", "16:29"),
                        hours(booth, DayOfWeek.TUESDAY, "16:00", "16:15"),
                        hours(booth, DayOfWeek.TUESDAY, "16:30", "16:45"))),
                practice.siteId(),
                new OpenWeek(List.of(
                        hours(practice, DayOfWeek.MONDAY, "09:00", "12:00"),
                        hours(practice, DayOfWeek.MONDAY, "14:00", "17:00"))));
    }

    private static OpeningHours hours(PointOfCare point, DayOfWeek day, String opens, String closes) {
        return new OpeningHours(point.siteId(), day, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private Picture picture() {
        var communes = List.of(commune("A", 1000), commune("B", 500), commune("C", 300), commune("D", 200));
        var ways = new Pairs.Builder(3, 4, 5);
        ways.add(0, 5);
        ways.add(1, 12);
        ways.endOrigin();
        ways.add(1, 15);
        ways.endOrigin();
        ways.add(1, 15.1);
        ways.add(2, 4);
        ways.endOrigin();
        ways.endOrigin();
        var none = new Pairs.Builder(0, 4, 0);
        communes.forEach(_one -> none.endOrigin());
        var demand = new Demand(communes, Map.of());
        return new Picture(new Picture.Facts(
                1,
                Instant.EPOCH,
                demand,
                List.of(booth, practice, centre),
                ways.build(),
                Offer.none(),
                none.build(),
                Hospitals.none(demand),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of()));
    }

    private static Commune commune(String name, int population) {
        return new Commune("6600" + name, name, List.of(), population, 42.5, 2.5, null, false);
    }

    private static PointOfCare point(int number, SiteKind kind, String... services) {
        return new PointOfCare(
                new UUID(0, number), kind.code(), kind, "6600A", new Position(42.5, 2.5), List.of(services));
    }
}
