package dev.sdc.engine.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole months that a label names: {@code Jan-Jun 2019}, {@code March 2019 to May 2020}, {@code 2019-01 to 2019-06},
 * {@code Q1-Q2 2019}, {@code H1 2019}, {@code 2015-2019}.
 *
 * @param from the first month, numbered through all years
 * @param to the first month past it
 */
record Period(int from, int to) {
    private static final int YEAR = 12;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String YEARS = "((?:19|20)\\d\\d)";
    private static final String TO = "\\s*(?:-|–|—|/|to|until|through)\\s*";
    /** A month's name, a quarter or a half: what a year is divided into. */
    private static final String PART = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|h[12])[a-z]{0,6}\\.?";

    private static final Pattern YEARS_ONLY = Pattern.compile(YEARS + TO + YEARS);
    private static final Pattern YEAR_LAST =
            Pattern.compile(PART + "(?:\\s*" + YEARS + ")?" + "(?:" + TO + PART + ")?\\s*" + YEARS);
    private static final Pattern YEAR_FIRST =
            Pattern.compile(YEARS + "\\s*-?\\s*" + PART + "(?:" + TO + YEARS + "?\\s*-?\\s*" + PART + ")?");
    private static final Pattern IN_NUMBERS = Pattern.compile(YEARS + "-(0[1-9]|1[0-2])"
            + "(?:\\s*(?:–|—|/|to|until|through|\\s-\\s)\\s*" + YEARS + "-(0[1-9]|1[0-2]))?");

    /** The period that a label names, empty where it names none. */
    static Optional<Period> of(String label) {
        String text = label.strip().toLowerCase(Locale.ROOT);
        Matcher years = YEARS_ONLY.matcher(text);
        if (years.matches()) {
            return between(YEAR * number(years.group(1)), YEAR * (number(years.group(2)) + 1));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            String first = last.group(2) == null ? last.group(4) : last.group(2);
            String end = last.group(3) == null ? last.group(1) : last.group(3);
            return last.group(2) != null && last.group(3) == null
                    ? Optional.empty()
                    : between(start(first, last.group(1)), end(last.group(4), end));
        }
        Matcher ahead = YEAR_FIRST.matcher(text);
        if (ahead.matches()) {
            String endYear = ahead.group(3) == null ? ahead.group(1) : ahead.group(3);
            String end = ahead.group(4) == null ? ahead.group(2) : ahead.group(4);
            return between(start(ahead.group(1), ahead.group(2)), end(endYear, end));
        }
        Matcher numbers = IN_NUMBERS.matcher(text);
        if (numbers.matches()) {
            int from = YEAR * number(numbers.group(1)) + number(numbers.group(2)) - 1;
            return between(
                    from,
                    numbers.group(3) == null ? from + 1 : YEAR * number(numbers.group(3)) + number(numbers.group(4)));
        }
        return Optional.empty();
    }

    private static Optional<Period> between(int from, int to) {
        return from < to ? Optional.of(new Period(from, to)) : Optional.empty();
    }

    private static int start(String year, String part) {
        int month = MONTHS.indexOf(part);
        int within = month >= 0 ? month : (number(part.substring(1)) - 1) * length(part);
        return YEAR * number(year) + within;
    }

    private static int end(String year, String part) {
        return start(year, part) + length(part);
    }

    private static int length(String part) {
        return MONTHS.contains(part) ? 1 : part.charAt(0) == 'q' ? 3 : 6;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
