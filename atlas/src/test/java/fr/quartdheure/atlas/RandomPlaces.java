package fr.quartdheure.atlas;

import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.Position;
import java.util.Random;
import java.util.stream.IntStream;

/** Places drawn in a square of some 60 km, and numbers for them. */
public final class RandomPlaces {

    private RandomPlaces() {}

    public static Places around(Random random, String prefix, int count) {
        return new Places(IntStream.range(0, count)
                .mapToObj(i -> new Place(
                        prefix + i,
                        new Position(42.5 + random.nextDouble() * 0.5, 2 + random.nextDouble() * 0.7),
                        random.nextInt(4) == 0))
                .toList());
    }

    public static double[] numbers(Random random, int count, int most) {
        return random.ints(count, 0, most + 1).asDoubleStream().toArray();
    }
}
