package dev.sdc.rules.shape;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A National Insurance number: two letters, six digits, and a letter from A to D; QQ stands for those of specimens. */
public final class NationalInsuranceNumber implements IdentifierShape {
    private static final Pattern FORM = Pattern.compile(
            "(?<![A-Za-z0-9])(?!BG|GB|NK|KN|TN|NT|ZZ)(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]) ?\\d\\d ?\\d\\d ?\\d\\d ?[A-D](?![A-Za-z0-9])");
    private static final int SHORTEST = 9;

    @Override
    public boolean whole(String text) {
        String number = text.strip();
        return number.length() >= SHORTEST
                && number.length() <= SHORTEST + 4
                && FORM.matcher(number).matches();
    }

    @Override
    public int find(String text, int from) {
        if (text.length() - from < SHORTEST) {
            return -1;
        }
        Matcher found = FORM.matcher(text);
        return found.find(from) ? found.start() : -1;
    }
}
