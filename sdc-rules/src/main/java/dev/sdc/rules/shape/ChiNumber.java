package dev.sdc.rules.shape;

import java.util.Set;

/** A Scottish CHI number: a date of birth (DDMMYY), three digits, and the modulus-11 check digit. */
public final class ChiNumber implements IdentifierShape {
    private static final NhsNumber NUMBER = new NhsNumber();
    private static final int WORD_BEFORE = 16;

    @Override
    public boolean whole(String text) {
        String number = text.strip();
        return NUMBER.whole(number) && datedAt(number, 0);
    }

    /** In running text only where the word stands before it: other ten-digit numbers look the same. */
    @Override
    public int find(String text, int from) {
        for (int at = NUMBER.find(text, from); at >= 0; at = NUMBER.find(text, at + 1)) {
            if (datedAt(text, at) && announced(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean announced(String text, int at) {
        return Words.of(text.substring(Math.max(0, at - WORD_BEFORE), at)).contains("chi");
    }

    @Override
    public boolean isNumeric() {
        return true;
    }

    @Override
    public boolean number(long n) {
        // a day before the tenth of a month leads with a zero, which numbers lose
        return n >= 100_000_000L && Modulus11.valid(n) && dated((int) (n / 100_000_000), (int) (n / 1_000_000 % 100));
    }

    private static boolean datedAt(String text, int at) {
        long number = TenDigits.at(text, at);
        return number != TenDigits.NONE && dated((int) (number / 100_000_000), (int) (number / 1_000_000 % 100));
    }

    private static boolean dated(int day, int month) {
        return day >= 1 && day <= 31 && month >= 1 && month <= 12;
    }

    @Override
    public boolean named(Set<String> words) {
        return words.contains("chi");
    }
}
