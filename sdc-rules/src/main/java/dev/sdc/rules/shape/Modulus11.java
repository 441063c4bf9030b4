package dev.sdc.rules.shape;

/** The modulus-11 check digit that NHS, CHI and H&amp;C numbers share. */
public final class Modulus11 {
    private static final long TEN_DIGITS = 10_000_000_000L;
    private static final long TEN_ONES = 1_111_111_111L;

    private Modulus11() {}

    /** Whether the last of ten digits checks the nine before it. Ten equal digits are a filler, never valid. */
    public static boolean valid(long number) {
        if (number <= 0 || number >= TEN_DIGITS || number % TEN_ONES == 0) {
            return false;
        }
        long rest = number / 10;
        int sum = 0;
        for (int weight = 2; weight <= 10; weight++) {
            sum += (int) (rest % 10) * weight;
            rest /= 10;
        }
        int check = (11 - sum % 11) % 11;
        return check == number % 10;
    }
}
