package dev.sdc.engine.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of whole numbers that a label names, such as an age band or a span of time: {@code 50-64}, {@code under 25},
 * {@code 80+}, {@code 2015 to 2019}, {@code Jan-Jun 2019}. Months are numbered through all years, from month 0 of year 0.
 *
 * @param from the first number in it; {@link #OPEN_BELOW} where it is open below
 * @param to the first number past it; {@link #OPEN_ABOVE} where it is open above
 */
record Band(int from, int to) {
    static final int OPEN_BELOW = Integer.MIN_VALUE;
    static final int OPEN_ABOVE = Integer.MAX_VALUE;

    private static final int LONGEST_LABEL = 40;
    private static final String NUMBER = "(\\d{1,4})";
    private static final String LEAD = "(?:ages?|aged|years?|days?|months?|from)?\\s*";
    private static final String MEASURE =
            "mm|cm|metres?|meters?|km|miles?|kg|g|mg|µg|ml|l|litres?|mmol/l|mg/l|kg/m2|gy|hours?|hrs?|h|minutes?|mins?|weeks?|points?";
    private static final String UNIT =
            "\\s*(?:ys?|yrs?|years?|days?|months?|" + MEASURE + ")?(?:\\s+old)?(?:\\s+of age)?";
    private static final Pattern MEASURED =
            Pattern.compile("\\d\\s*(" + MEASURE + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOTH =
            Pattern.compile(LEAD + NUMBER + "\\s*(?:-|–|—|to|/)\\s*" + NUMBER + UNIT, Pattern.CASE_INSENSITIVE);
    private static final Pattern BELOW = Pattern.compile(
            LEAD + "(?:(<|under|below|less than|younger than)|(<=|≤|up to))\\s*" + NUMBER + UNIT,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOVE = Pattern.compile(
            LEAD + "(?:(>|over|above|more than|older than)|(>=|≥|at least))\\s*" + NUMBER + UNIT,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AND_MORE = Pattern.compile(
            LEAD + NUMBER + UNIT + "\\s*(?:\\+|plus|(?:and|or)\\s+(?:over|older|above|more))" + UNIT,
            Pattern.CASE_INSENSITIVE);

    /** The band that a label names, empty where it names none. */
    static Optional<Band> of(String label) {
        String text = label.strip();
        if (text.isEmpty() || text.length() > LONGEST_LABEL) {
            return Optional.empty();
        }
        Optional<Period> period = Period.of(text);
        if (period.isPresent()) {
            return Optional.of(new Band(period.get().from(), period.get().to()));
        }
        Matcher both = BOTH.matcher(text);
        if (both.matches()) {
            int first = number(both.group(1));
            int last = number(both.group(2));
            return first <= last ? Optional.of(new Band(first, last + 1)) : Optional.empty();
        }
        Matcher below = BELOW.matcher(text);
        if (below.matches()) {
            int end = number(below.group(3));
            return Optional.of(new Band(OPEN_BELOW, below.group(1) != null ? end : end + 1));
        }
        Matcher above = ABOVE.matcher(text);
        if (above.matches()) {
            int start = number(above.group(3));
            return Optional.of(new Band(above.group(1) != null ? start + 1 : start, OPEN_ABOVE));
        }
        Matcher more = AND_MORE.matcher(text);
        return more.matches() ? Optional.of(new Band(number(more.group(1)), OPEN_ABOVE)) : Optional.empty();
    }

    /** What a label measures in, other than time and age; empty where it does not say. */
    static String measure(String label) {
        Matcher measure = MEASURED.matcher(label);
        return measure.find() ? measure.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
