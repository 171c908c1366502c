package fr.quartdheure.demo;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws one patient from the number alone, so that a longer list only adds to a shorter one. Even numbers are women;
 * every sixth is of an age to see a midwife, which lets {@link Agendas} choose patients without looking at them.
 */
final class Inhabitants {
    static final int MIDWIFERY_EVERY = 6;
    private static final int[] BAND_STARTS = {0, 15, 30, 45, 60, 75, 96};
    private static final int[] BAND_SHARES = {17, 15, 16, 20, 20, 12};

    private Inhabitants() {}

    static Person draw(int number, long seed, LocalDate today) {
        SplittableRandom random = new SplittableRandom(seed * 31 + number);
        String sex = number % 2 == 0 ? "female" : "male";
        LocalDate birthDate =
                number % MIDWIFERY_EVERY == 0 ? bornBetween(20, 45, random, today) : bornInAnyBand(random, today);
        String birthName = Names.family(random);
        String firstNames = firstNames(sex, birthDate.getYear(), random);
        String address = Names.plain(firstNames.split(" ", -1)[0]) + "." + Names.plain(birthName);
        return new Person(
                number,
                birthName,
                firstNames,
                birthDate,
                sex,
                address + "." + number + "@example.org",
                "06 39 98 %02d %02d".formatted(number / 100 % 100, number % 100));
    }

    private static LocalDate bornInAnyBand(SplittableRandom random, LocalDate today) {
        int left = random.nextInt(100);
        int band = 0;
        while (left >= BAND_SHARES[band]) {
            left -= BAND_SHARES[band];
            band++;
        }
        return bornBetween(BAND_STARTS[band], BAND_STARTS[band + 1], random, today);
    }

    private static LocalDate bornBetween(int youngest, int oldest, SplittableRandom random, LocalDate today) {
        long latest = today.minusYears(youngest).toEpochDay();
        long earliest = today.minusYears(oldest).toEpochDay() + 1;
        return LocalDate.ofEpochDay(random.nextLong(earliest, latest + 1));
    }

    private static String firstNames(String sex, int birthYear, SplittableRandom random) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> Names.given(sex, birthYear, random))
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
