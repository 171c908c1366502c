package fr.quartdheure.atlas.rounds;

import java.util.List;

/**
 * Who is to be seen, who goes, and how long the ways are. Immutable; the array is not to be changed afterwards.
 *
 * @param minutes from place to place, square, 0 or more, 0 from a place to itself; infinite where no way leads
 */
public record RoundProblem(
        List<Visit> visits,
        List<Professional> professionals,
        @SuppressWarnings("ArrayRecordComponent") double[][] minutes) {

    public RoundProblem {
        visits = List.copyOf(visits);
        professionals = List.copyOf(professionals);
        for (int place = 0; place < minutes.length; place++) {
            checkRow(minutes[place], place, minutes.length);
        }
        visits.forEach(visit -> check(visit.place(), minutes.length));
        professionals.forEach(professional -> {
            check(professional.start(), minutes.length);
            check(professional.end(), minutes.length);
        });
    }

    private static void checkRow(double[] row, int place, int places) {
        if (row.length != places) {
            throw new IllegalArgumentException("minutes are given for " + places + " places, a row has " + row.length);
        }
        for (double one : row) {
            if (!(one >= 0)) {
                throw new IllegalArgumentException("minutes are negative or not a number: " + one);
            }
        }
        if (row[place] != 0) {
            throw new IllegalArgumentException(
                    "from place " + place + " to itself it takes no time, not " + row[place]);
        }
    }

    private static void check(int place, int places) {
        if (place >= places) {
            throw new IllegalArgumentException("place " + place + " is none of the " + places);
        }
    }

    double minutes(int from, int to) {
        return minutes[from][to];
    }

    RoundProblem with(List<Professional> others) {
        return new RoundProblem(visits, others, minutes);
    }
}
