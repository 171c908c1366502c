package fr.quartdheure.atlas.siting;

import fr.quartdheure.atlas.travel.Place;
import fr.quartdheure.atlas.travel.Places;
import fr.quartdheure.atlas.travel.Position;
import fr.quartdheure.atlas.travel.TabulatedTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small sitings for tests. */
final class Cases {

    private Cases() {}

    /** Minutes by place and site; infinite where there is no way. */
    static SitingProblem of(double[][] minutes, List<Need> needs, List<Site> sites, Question question) {
        var origins = places("d", needs.size());
        var destinations = places("s", sites.size());
        var times = new TabulatedTimes.Builder(origins, destinations);
        for (int i = 0; i < minutes.length; i++) {
            for (int j = 0; j < sites.size(); j++) {
                if (minutes[i][j] < Double.POSITIVE_INFINITY) {
                    times.add(i, j, minutes[i][j]);
                }
            }
        }
        return new SitingProblem(needs, sites, times.build().within(Double.MAX_VALUE), question);
    }

    private static Places places(String prefix, int count) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < count; i++) {
            places.add(new Place(prefix + i, new Position(43, 2)));
        }
        return new Places(places);
    }

    /** Places on a line, ten minutes from one to the next, each of them a candidate. */
    static SitingProblem line(Question question, Role[] roles, double... inhabitants) {
        int n = inhabitants.length;
        var minutes = new double[n][n];
        var needs = new ArrayList<Need>();
        var sites = new ArrayList<Site>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                minutes[i][j] = 10 * Math.abs(i - j);
            }
            needs.add(new Need(inhabitants[i], inhabitants[i]));
            sites.add(Site.of(i < roles.length ? roles[i] : Role.CANDIDATE));
        }
        return of(minutes, needs, sites, question);
    }

    /** A small siting of any kind; consultations equal inhabitants, whole numbers throughout. */
    static SitingProblem random(Random random, Objective objective, boolean limited) {
        int places = 1 + random.nextInt(6);
        int count = 1 + random.nextInt(6);
        var minutes = new double[places][count];
        var needs = new ArrayList<Need>();
        for (int i = 0; i < places; i++) {
            int inhabitants = random.nextInt(10);
            needs.add(new Need(inhabitants, inhabitants));
            for (int j = 0; j < count; j++) {
                minutes[i][j] = random.nextInt(8) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(31);
            }
        }
        var sites = new ArrayList<Site>();
        for (int j = 0; j < count; j++) {
            double capacity = limited && random.nextInt(3) > 0 ? random.nextInt(25) : Double.POSITIVE_INFINITY;
            sites.add(new Site(role(random), capacity, random.nextBoolean() ? "66" : "11"));
        }
        Map<String, Quota> quotas = limited && random.nextInt(3) == 0 ? Map.of("66", new Quota(0, 1)) : Map.of();
        var question = new Question(objective, random.nextInt(count + 1), 5 + random.nextInt(20), quotas);
        return of(minutes, needs, sites, question);
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
