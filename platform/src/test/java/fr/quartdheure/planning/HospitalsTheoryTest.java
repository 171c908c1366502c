package fr.quartdheure.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.geo.Commune;
import fr.quartdheure.territory.Establishment;
import fr.quartdheure.territory.Establishment.Teller;
import fr.quartdheure.territory.EstablishmentKind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A meridian with 1 000 people at 42°, 500 at a tenth of a degree from them and 200 high up at three tenths: 11.12 and
 * 33.36 km on the sphere of the methods.
 */
class HospitalsTheoryTest {

    private static final int[] ALL = {0, 1, 2};
    private static final double TENTH = 16.4715; // 2.866 · 11.1195^0.726
    private static final double TWO_TENTHS_HIGH = 34.0559; // 1.25 · 2.866 · 22.239^0.726

    private final Demand demand = new Demand(
            List.of(
                    commune("66001", 1000, 42.0, false),
                    commune("66002", 500, 42.1, false),
                    commune("66003", 200, 42.3, true)),
            Map.of());
    private final Picture picture = picture(
            establishment(EstablishmentKind.HOSPITAL, "660000001", "66001", 42.05),
            establishment(EstablishmentKind.EMERGENCY_DEPARTMENT, "660000001", "66001", 42.0),
            establishment(EstablishmentKind.EMERGENCY_DEPARTMENT, "660000002", "66002", 42.1));

    @Test
    void fromACommuneToItsOwnHospitalNothingIsCountedAndElsewhereTheLaw() {
        assertThat(picture.nearest(CareKind.HOSPITAL)[0])
                .as("5.6 km away, and its own")
                .isZero();
        double[] minutes = picture.nearest(CareKind.EMERGENCY_DEPARTMENT);
        assertThat(minutes[0]).isZero();
        assertThat(minutes[1]).isZero();
        assertThat(minutes[2]).as("to the mountain, a quarter more").isCloseTo(TWO_TENTHS_HIGH, within(0.01));
        var alone = picture(establishment(EstablishmentKind.EMERGENCY_DEPARTMENT, "660000001", "66001", 42.0));
        assertThat(alone.nearest(CareKind.EMERGENCY_DEPARTMENT)[1]).isCloseTo(TENTH, within(0.01));
    }

    @Test
    void theNearestIsNamed() {
        var way = picture.hospitals()
                .nearest(2, EstablishmentKind.EMERGENCY_DEPARTMENT)
                .orElseThrow();
        assertThat(way.establishment().finess()).isEqualTo("660000002");
        assertThat(picture.hospitals().nearest(2, EstablishmentKind.PERINATAL_CENTRE))
                .isEmpty();
    }

    @Test
    void whatNobodyImportedIsNotKnownAndWhatSitesGiveAlwaysIs() {
        assertThat(picture.knows(CareKind.HOSPITAL)).isTrue();
        assertThat(picture.knows(CareKind.PERINATAL_CENTRE)).isFalse();
        assertThat(picture.knows(CareKind.CENTRE)).isTrue();
        assertThat(picture.nearest(CareKind.PERINATAL_CENTRE)).containsOnly(Double.POSITIVE_INFINITY);
    }

    @Test
    void inhabitantsAreCountedAndLeftOutAsForAnyCare() {
        Covered covered = Covered.of(ALL, demand, picture.nearest(CareKind.EMERGENCY_DEPARTMENT));
        assertThat(covered.within()).containsExactly(1500.0, 1500.0, 1500.0, 1500.0, 1500.0, 1700.0);
        LeftOut left = LeftOut.of(ALL, demand, picture.nearest(CareKind.EMERGENCY_DEPARTMENT));
        assertThat(left.greatest()).extracting(far -> far.commune().code()).containsExactly("66003");
    }

    @Test
    void anEmergencyDepartmentIsOpenAtEveryHourAndAHospitalTellsNone() {
        var emergencies = new WeekCoverage(picture, ALL, CareKind.EMERGENCY_DEPARTMENT, Map.of());
        assertThat(emergencies.share(DayOfWeek.MONDAY, OpenWeek.FIRST_HOUR)).isCloseTo(1500 / 1700.0, within(1e-12));
        assertThat(emergencies.share(DayOfWeek.SUNDAY, OpenWeek.LAST_HOUR - 1)).isCloseTo(1500 / 1700.0, within(1e-12));
        assertThat(emergencies.told()).isEqualTo(2);
        var hospitals = new WeekCoverage(picture, ALL, CareKind.HOSPITAL, Map.of());
        assertThat(hospitals.told()).isZero();
        assertThat(hospitals.silent()).isEqualTo(1);
        assertThat(hospitals.share(DayOfWeek.MONDAY, 9)).isZero();
    }

    @Test
    void noChangeOfADraftMovesAHospital() {
        var then = new WhatIf(picture, Map.of()).of(List.of(new Change.Opening("Haut", 42.3, 2.5, 2)));
        assertThat(then.nearest(CareKind.EMERGENCY_DEPARTMENT))
                .containsExactly(picture.nearest(CareKind.EMERGENCY_DEPARTMENT));
        assertThat(then.nearest(CareKind.CENTRE)[2]).isZero();
    }

    private Picture picture(Establishment... establishments) {
        var none = new Pairs.Builder(0, 3, 0);
        demand.communes().forEach(_one -> none.endOrigin());
        return new Picture(new Picture.Facts(
                1,
                Instant.EPOCH,
                demand,
                List.of(),
                none.build(),
                Offer.none(),
                none.build(),
                new Hospitals(demand, List.of(establishments)),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of()));
    }

    private static Establishment establishment(EstablishmentKind kind, String finess, String commune, double lat) {
        return new Establishment(kind, finess, "CH", commune, new Position(lat, 2.5), Teller.LIST, "list");
    }

    private static Commune commune(String code, int population, double lat, boolean mountain) {
        return new Commune(code, code, List.of(), population, lat, 2.5, null, mountain);
    }
}
