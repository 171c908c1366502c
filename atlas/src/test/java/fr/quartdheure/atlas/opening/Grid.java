package fr.quartdheure.atlas.opening;

import fr.quartdheure.atlas.RandomPlaces;
import fr.quartdheure.atlas.siting.Quota;
import fr.quartdheure.atlas.siting.Role;
import fr.quartdheure.atlas.siting.Site;
import fr.quartdheure.atlas.travel.Pairs;
import fr.quartdheure.atlas.travel.TabulatedTimes;
import fr.quartdheure.atlas.travel.TravelTimes;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;

/** Small problems of opening for tests. */
final class Grid {

    private Grid() {}

    /** Minutes by place and site. */
    static Pairs reach(double[][] minutes) {
        var any = new Random(1);
        var origins = RandomPlaces.around(any, "d", minutes.length);
        var destinations = RandomPlaces.around(any, "s", minutes[0].length);
        var times = new TabulatedTimes.Builder(origins, destinations);
        for (int i = 0; i < minutes.length; i++) {
            for (int j = 0; j < minutes[i].length; j++) {
                if (minutes[i][j] < TravelTimes.UNREACHABLE) {
                    times.add(i, j, minutes[i][j]);
                }
            }
        }
        return times.build().within(Double.MAX_VALUE);
    }

    static OpeningProblem random(Random random, Benefit benefit) {
        int places = 1 + random.nextInt(6);
        int count = 1 + random.nextInt(7);
        var residents = new ArrayList<Resident>();
        var minutes = new double[places][count];
        for (int i = 0; i < places; i++) {
            double people = random.nextInt(5) == 0 ? 0 : 50 + random.nextInt(500);
            double nearest = random.nextBoolean() ? TravelTimes.UNREACHABLE : random.nextInt(40);
            residents.add(new Resident(people, people * (0.8 + 0.4 * random.nextDouble()), apl(random), nearest));
            for (int j = 0; j < count; j++) {
                minutes[i][j] = random.nextInt(4) == 0 ? TravelTimes.UNREACHABLE : random.nextInt(26);
            }
        }
        var sites = new ArrayList<Site>();
        for (int j = 0; j < count; j++) {
            sites.add(new Site(role(random), random.nextInt(2000), random.nextBoolean() ? "66" : "11"));
        }
        Map<String, Quota> quotas = random.nextInt(3) == 0 ? Map.of("66", new Quota(0, 1)) : Map.of();
        var aim = new Aim(benefit, random.nextInt(count + 1), Measures.USUAL, quotas);
        return new OpeningProblem(residents, sites, reach(minutes), aim);
    }

    private static double apl(Random random) {
        return random.nextInt(7) * 0.5;
    }

    private static Role role(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> Role.KEPT;
            case 1 -> Role.REQUIRED;
            case 2 -> Role.EXCLUDED;
            case 3 -> Role.CLOSABLE;
            default -> Role.CANDIDATE;
        };
    }
}
