package fr.quartdheure.demo;

/** Fictitious RPPS numbers: 11 digits starting with 99, the last one a Luhn digit. */
final class Rpps {
    private Rpps() {}

    /** {@code serial} makes the number unique, {@code filler} only makes it look like one. */
    static String of(int serial, int filler) {
        String digits = "99%03d%05d".formatted(serial, filler);
        return digits + (10 - luhnSum(digits + "0") % 10) % 10;
    }

    static boolean valid(String number) {
        return number.matches("99\\d{9}") && luhnSum(number) % 10 == 0;
    }

    private static int luhnSum(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
