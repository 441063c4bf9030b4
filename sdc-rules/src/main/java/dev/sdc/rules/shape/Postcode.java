package dev.sdc.rules.shape;

import java.util.Set;
import java.util.regex.Pattern;

/** A full postcode of the United Kingdom, such as {@code ZZ99 3WZ}; the outward half alone is an area. */
public final class Postcode implements IdentifierShape {
    private static final Pattern FORM =
            Pattern.compile("[A-PR-UWYZ][A-Z]?[0-9][0-9A-Z]? {0,2}[0-9][ABD-HJLNP-UW-Z]{2}", Pattern.CASE_INSENSITIVE);
    /** Areas of one letter: without a space, other letters are the drug codes of the ATC (C09AA). */
    private static final String ONE_LETTER_AREAS = "BEGLMNSW";

    private static final int SHORTEST = 5;
    private static final int LONGEST = 9;

    @Override
    public boolean whole(String text) {
        String code = text.strip();
        return code.length() >= SHORTEST
                && code.length() <= LONGEST
                && FORM.matcher(code).matches()
                && !isDrugCode(code);
    }

    private static boolean isDrugCode(String code) {
        return code.length() == SHORTEST
                && (code.charAt(1) == '0' || ONE_LETTER_AREAS.indexOf(Character.toUpperCase(code.charAt(0))) < 0);
    }

    /** In running text only capitals with one space count. */
    @Override
    public int find(String text, int from) {
        for (int space = text.indexOf(' ', from); space >= 0; space = text.indexOf(' ', space + 1)) {
            int end = space + 4;
            if (end > text.length() || !Character.isDigit(text.charAt(space + 1)) || isWord(text, end)) {
                continue;
            }
            int start = space;
            while (start > 0 && space - start < 5 && isWord(text, start - 1)) {
                start--;
            }
            String code = text.substring(start, end);
            if (start >= from
                    && code.length() >= SHORTEST + 1
                    && isUpper(code)
                    && FORM.matcher(code).matches()) {
                return start;
            }
        }
        return -1;
    }

    private static boolean isUpper(String code) {
        return code.chars().noneMatch(Character::isLowerCase);
    }

    private static boolean isWord(String text, int at) {
        return at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
    }

    @Override
    public boolean named(Set<String> words) {
        return words.contains("postcode") || words.contains("pcode") || words.contains("postalcode");
    }
}
