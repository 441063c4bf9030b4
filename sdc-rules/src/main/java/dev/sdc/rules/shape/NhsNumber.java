package dev.sdc.rules.shape;

import java.util.Set;

/** An NHS number: ten digits with a valid check digit, in one piece or as 3-3-4. Test numbers (999…) count too. */
public final class NhsNumber implements IdentifierShape {
    private static final long TEN_DIGITS = 1_000_000_000L;

    @Override
    public boolean whole(String text) {
        String number = text.strip();
        return TenDigits.end(number, 0) == number.length() && find(number, 0) == 0;
    }

    @Override
    public int find(String text, int from) {
        for (int i = from; i + 10 <= text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                long number = TenDigits.at(text, i);
                if (number != TenDigits.NONE && Modulus11.valid(number)) {
                    return i;
                }
            }
        }
        return -1;
    }

    @Override
    public boolean isNumeric() {
        return true;
    }

    @Override
    public boolean number(long n) {
        return n >= TEN_DIGITS && Modulus11.valid(n);
    }

    @Override
    public boolean named(Set<String> words) {
        return words.contains("nhs") || words.contains("nhsno") || words.contains("nhsnumber");
    }
}
