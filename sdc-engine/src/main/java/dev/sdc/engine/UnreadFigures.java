package dev.sdc.engine;

import dev.sdc.engine.table.Prose;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a text that hold figures rather than sentences, and from which no table was read.
 *
 * @param lines how many there are
 * @param where the first of them
 */
record UnreadFigures(int lines, String where) {
    /** A number, or a word of two letters or more; days, times and codes are neither. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<number>(?<![\\p{L}\\p{N}_.,:/-])[-+]?\\d{1,15}(?:[.,]\\d{1,15})?%?(?![\\p{L}\\p{N}_]|[.,:/-]\\d))|(?<word>\\p{L}{2,})");

    private static final int FEWEST = 2;
    private static final int LONGEST = 20_000;

    static Optional<UnreadFigures> of(Prose prose) {
        List<String> lines = prose.running();
        int count = 0;
        String first = "";
        for (int i = 0; i < lines.size(); i++) {
            if (isFigures(lines.get(i))) {
                first = count == 0 ? prose.address(i, 0) : first;
                count++;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(new UnreadFigures(count, first));
    }

    private static boolean isFigures(String line) {
        boolean digit = false;
        for (int i = 0; i < line.length() && !digit; i++) {
            digit = line.charAt(i) >= '0' && line.charAt(i) <= '9';
        }
        if (!digit) {
            return false;
        }
        int numbers = 0;
        int words = 0;
        Matcher matcher = TOKEN.matcher(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
        while (matcher.find()) {
            if (matcher.group("number") != null) {
                numbers++;
            } else {
                words++;
            }
        }
        return numbers >= FEWEST && numbers > words;
    }
}
