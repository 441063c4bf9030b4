package dev.sdc.engine.table;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Knows the names of percentiles and their levels: {@code median}, {@code LQ}, {@code P25}, {@code 75th percentile}. */
final class PercentileNames {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");

    private static final Map<String, BigDecimal> WORDS = Map.ofEntries(
            Map.entry("median", HALF),
            Map.entry("md", HALF),
            Map.entry("médiane", HALF),
            Map.entry("mediane", HALF),
            Map.entry("mediana", HALF),
            Map.entry("zentralwert", HALF),
            Map.entry("q1", QUARTER),
            Map.entry("lq", QUARTER),
            Map.entry("q3", THREE_QUARTERS),
            Map.entry("uq", THREE_QUARTERS));

    /** {@code 1st quartile}, {@code third quartile}, {@code 1er quartile}, {@code lower quartile}. */
    private static final Pattern QUARTILE = Pattern.compile(
            "(?:.* )?(1|2|3|1st|2nd|3rd|1er|2e|3e|2eme|3eme|first|second|third|lower|upper|erstes|zweites|drittes|unteres"
                    + "|oberes) (?:quartile|quartil|quart|qu|q)(?: .*)?");

    /** {@code p25}, {@code pct 25}, {@code 25th}, {@code 25th percentile}, {@code x25} as R writes it, {@code q0 25}. */
    private static final Pattern LEVEL = Pattern.compile(
            "(?:p|q|x|pct|perc|pctl|percentiles?|centiles?|quantiles?|perzentile)? ?(?:0 )?(\\d{1,2}(?: \\d)?)(st|nd|rd|th)?"
                    + "(?: (?:percentile|centile|pctl|pct))?");

    private static final Pattern MEANT = Pattern.compile("(?:.* )?(?:percentiles?|centiles?|quantiles?|perzentile)");

    private static final Pattern NUMBERED = Pattern.compile("\\s*[A-Za-z]\\d{2}\\s*");

    private PercentileNames() {}

    /** Whether a name is a letter with two digits behind it, as codes of places are too. */
    static boolean isNumbered(String name) {
        return NUMBERED.matcher(name).matches();
    }

    /** Whether words say that what stands below them are percentiles, and not which. */
    static boolean areMeant(String words) {
        return MEANT.matcher(Words.normal(words)).matches();
    }

    /** The level that words name, between 0 and 1; null where they name none, or several. */
    static @Nullable BigDecimal level(String words) {
        if (Words.contains(words, "iqr") || Words.contains(words, "interquartile")) {
            return null;
        }
        Matcher quartile = QUARTILE.matcher(words);
        if (quartile.matches()) {
            return switch (quartile.group(1).charAt(0)) {
                case '1', 'f', 'l', 'e' -> QUARTER;
                case '2', 's', 'z' -> HALF;
                case 'u' -> quartile.group(1).equals("unteres") ? QUARTER : THREE_QUARTERS;
                default -> THREE_QUARTERS;
            };
        }
        for (String word : words.split(" ", -1)) {
            BigDecimal level = WORDS.get(word);
            if (level != null) {
                return level;
            }
        }
        if (words.equals("q2")) {
            return HALF;
        }
        Matcher level = LEVEL.matcher(words);
        if (level.matches()) {
            return between(level.group(1));
        }
        for (String word : words.split(" ", -1)) {
            Matcher inside = LEVEL.matcher(word);
            if (inside.matches()) {
                return between(inside.group(1));
            }
        }
        return null;
    }

    /** Whether words are the name of a percentile and nothing else, so that they need no company to be one. */
    static boolean isWholeName(String words) {
        if (words.equals("lq") || words.equals("uq")) {
            return true;
        }
        Matcher level = LEVEL.matcher(words);
        if (!level.matches()) {
            return false;
        }
        // 1st, 2nd, 3rd and 4th are ranks or rounds; a bare number is a group
        boolean ordinal = level.group(2) != null;
        boolean named = Character.isLetter(words.charAt(0)) || words.endsWith("ile");
        boolean quarter = words.matches("q[1-4]");
        return !quarter
                && (named ? words.length() > 2 : ordinal && level.group(1).length() == 2);
    }

    private static @Nullable BigDecimal between(String digits) {
        BigDecimal level = new BigDecimal(digits.replace(' ', '.')).movePointLeft(2);
        return level.signum() > 0 && level.compareTo(BigDecimal.ONE) < 0 ? level : null;
    }
}
