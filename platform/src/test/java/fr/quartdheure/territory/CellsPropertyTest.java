package fr.quartdheure.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.quartdheure.atlas.travel.Position;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** Whatever the centres, their cells tile the ground around them. */
class CellsPropertyTest {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** Relative: where cells are cut, corners are rounded to the nearest double. */
    private static final double ROUNDING = 1e-6;

    @Property(tries = 60)
    void eachCellHoldsItsCentreAndNoOther(@ForAll("centres") List<Position> centres) {
        List<Geometry> cells = Cells.around(centres);
        assertThat(cells).hasSameSizeAs(centres);
        for (int n = 0; n < cells.size(); n++) {
            for (int other = 0; other < centres.size(); other++) {
                assertThat(cells.get(n).intersects(point(centres.get(other))))
                        .as("centre %d in the cell of %d", other, n)
                        .isEqualTo(n == other);
            }
        }
    }

    @Property(tries = 60)
    void cellsTileTheGroundWithoutOverlap(@ForAll("centres") List<Position> centres) {
        List<Geometry> cells = Cells.around(centres);
        double sum = cells.stream().mapToDouble(Geometry::getArea).sum();
        Geometry ground = UnaryUnionOp.union(cells);
        assertThat(ground.getArea()).isCloseTo(sum, within(sum * ROUNDING));
        assertThat(cells).allMatch(Geometry::isValid);
    }

    @Property(tries = 60)
    void everyCornerOfACellIsNearestToItsCentre(@ForAll("centres") List<Position> centres) {
        List<Geometry> cells = Cells.around(centres);
        double amid = centres.stream().mapToDouble(Position::lat).average().orElseThrow();
        for (int n = 0; n < cells.size(); n++) {
            for (Coordinate corner : cells.get(n).getCoordinates()) {
                double own = flatKm(centres.get(n), corner, amid);
                assertThat(own).isLessThan(15.01);
                for (Position other : centres) {
                    assertThat(own).isLessThan(flatKm(other, corner, amid) + 0.001);
                }
            }
        }
    }

    @Example
    void fewCentresHaveCellsToo() {
        assertThat(Cells.around(List.of())).isEmpty();
        var alone = new Position(42.7, 2.9);
        assertThat(Cells.around(List.of(alone)).getFirst().contains(point(alone)))
                .isTrue();
        var inARow = List.of(alone, new Position(42.7, 3.0), new Position(42.7, 3.1));
        assertThat(Cells.around(inARow)).allMatch(cell -> cell.getArea() > 0);
    }

    @Example
    void onOneSpotTheFirstHasTheCell() {
        var spot = new Position(42.7, 2.9);
        var cells = Cells.around(List.of(spot, new Position(42.75, 2.9), spot));
        assertThat(cells.getFirst().contains(point(spot))).isTrue();
        assertThat(cells.get(2).isEmpty()).isTrue();
    }

    @Example
    void regionsApartDoNotGrowTogether() {
        var cells = Cells.around(List.of(
                new Position(42.70, 2.90),
                new Position(42.72, 2.95),
                new Position(42.75, 2.91),
                new Position(48.85, 2.35),
                new Position(48.87, 2.40),
                new Position(48.90, 2.36)));
        assertThat(UnaryUnionOp.union(cells).contains(GEOMETRIES.createPoint(new Coordinate(2.6, 45.8))))
                .isFalse();
    }

    /** Three decimals, as registers round centres; spots are distinct. */
    @Provide
    Arbitrary<List<Position>> centres() {
        Arbitrary<Position> spot = Combinators.combine(
                        Arbitraries.integers().between(42_000, 43_000),
                        Arbitraries.integers().between(2_000, 3_500))
                .as((lat, lon) -> new Position(lat / 1000.0, lon / 1000.0));
        return spot.list().ofMinSize(1).ofMaxSize(60).uniqueElements().map(ArrayList::new);
    }

    private static Geometry point(Position position) {
        return GEOMETRIES.createPoint(new Coordinate(position.lon(), position.lat()));
    }

    private static double flatKm(Position centre, Coordinate corner, double amid) {
        double north = (corner.y - centre.lat()) * 111.195;
        double east = (corner.x - centre.lon()) * 111.195 * Math.cos(Math.toRadians(amid));
        return Math.hypot(north, east);
    }
}
