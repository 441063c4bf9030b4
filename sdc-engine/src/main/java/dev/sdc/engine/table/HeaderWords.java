package dev.sdc.engine.table;

import dev.sdc.engine.read.text.WordList;
import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the words of a header or row label say of numbers; the words are in {@code roles.txt}. */
final class HeaderWords {
    /**
     * What a header says.
     *
     * @param role the role of a plain number
     * @param level for a percentile its level, else null
     * @param composite how several numbers in one cell are meant
     * @param tentative whether it holds only beside other statistics of a model or a test
     */
    record Meaning(ColumnRole role, @Nullable BigDecimal level, CompositeForm composite, boolean tentative) {
        Meaning(ColumnRole role) {
            this(role, null, CompositeForm.ANY, false);
        }
    }

    private record Line(ColumnRole role, boolean tentative, List<Pattern> patterns) {}

    private record Pattern(char kind, String words) {
        boolean matches(String whole, String inside) {
            return switch (kind) {
                case '=' -> whole.equals(words) || inside.equals(words);
                case '^' -> Words.startsWith(whole, words);
                case '$' -> Words.endsWith(inside, words);
                default -> Words.contains(whole, words);
            };
        }
    }

    /** {@code mean-table}, {@code median-split}: what something is called. */
    private static final java.util.regex.Pattern JOINED =
            java.util.regex.Pattern.compile("(?:mean|average|median)-\\p{L}\\S*");

    /** What a program calls the number of values that a variable has in a group: {@code los_count}, {@code egfr.n}. */
    private static final java.util.regex.Pattern OF_A_PROGRAM = java.util.regex.Pattern.compile(
            "[\\p{L}\\p{N}]{1,30}(?:[._][\\p{L}\\p{N}]{1,30}){0,4}[._](?:n|N|count|nobs|n_obs)");

    /** Things that are counted in one person. */
    private static final java.util.regex.Pattern MEASURED = java.util.regex.Pattern.compile(
            "(?i)cell|wbc|rbc|blood|platelet|neutrophil|lymph|leu[ck]|cd4|node|mitot|pct|perc|prop|rate|mean|p_");

    /** A group of people with its size: {@code F (N=260)} is no statistic. */
    private static final java.util.regex.Pattern GROUP = java.util.regex.Pattern.compile("(?i)\\bn ?= ?\\d");

    /** {@code n_male}, {@code n_exposed}: people, in the rows of what a program writes. */
    private static final java.util.regex.Pattern N_OF_PEOPLE = java.util.regex.Pattern.compile(
            "(?i)n_(?:\\p{L}{1,20}_)?(?:(?:fe)?males?|(?:wo)?men|patients|people|persons|participants|subjects|cases|controls|deaths"
                    + "|died|dead|alive|events|(?:un)?exposed|(?:un)?treated|(?:non)?smokers|censored|excluded|missing)");

    /** {@code p for trend}, {@code P-value for age}. */
    private static final java.util.regex.Pattern P_OF =
            java.util.regex.Pattern.compile("(?i)p(?:[ -]?values?)? (?:for|of) \\S.{0,60}");

    /** {@code Patients (of whom died)}, {@code n (deaths)}. */
    private static final java.util.regex.Pattern WITH_PART = java.util.regex.Pattern.compile(
            "(?i)\\s*(?<all>[^()\\[\\]%]{1,60}?)\\s*[(\\[](?:(?:of (?:whom|which|these|those)|thereof|davon|dont|including|incl\\.?)"
                    + " [^%()\\[\\]]{1,60}|deaths|died|dead|events|deceased|todesfälle)[)\\]]\\s*");

    private static final List<Line> LINES = read();

    private HeaderWords() {}

    private static List<Line> read() {
        List<Line> lines = new ArrayList<>();
        for (String text : WordList.beside(HeaderWords.class, "roles.txt")) {
            int colon = text.indexOf(':');
            String name = text.substring(0, colon);
            boolean tentative = name.endsWith("?");
            ColumnRole role = ColumnRole.valueOf(tentative ? name.substring(0, name.length() - 1) : name);
            List<Pattern> patterns = new ArrayList<>();
            for (String word : text.substring(colon + 1).split("\\|", -1)) {
                String w = word.strip();
                char kind = w.charAt(0);
                boolean marked = kind == '=' || kind == '^' || kind == '$';
                patterns.add(new Pattern(marked ? kind : ' ', marked ? Words.normal(w.substring(1)) : Words.normal(w)));
            }
            lines.add(new Line(role, tentative, patterns));
        }
        return lines;
    }

    /** What a header says, or null where its words are not known. */
    static @Nullable Meaning of(String header) {
        return of(header, true);
    }

    /** What a header says on its own, words that are only tentative left aside. */
    static @Nullable Meaning firm(String header) {
        return of(header, false);
    }

    /** The level of a header that names a quartile or a percentile, else null. */
    static @Nullable BigDecimal quartile(String header) {
        return PercentileNames.level(Words.normal(header));
    }

    /** Whether a row label is a name for the number of units and nothing else. */
    static boolean namesUnits(String label) {
        Meaning meaning = exact(label);
        return meaning != null && meaning.role().isCount() && meaning.composite() == CompositeForm.ANY;
    }

    private static @Nullable Meaning of(String header, boolean tentative) {
        String whole = Words.normal(header);
        // "No." numbers rows, "No" is the answer beside "Yes"
        if (whole.isEmpty() || header.strip().equalsIgnoreCase("no")) {
            return null;
        }
        if (OF_A_PROGRAM.matcher(header).matches() && !MEASURED.matcher(header).find()) {
            return new Meaning(ColumnRole.COUNT);
        }
        String inside = Words.normal(Words.outsideBrackets(header));
        Meaning composite = composite(header, whole);
        if (composite != null) {
            return composite;
        }
        BigDecimal level = percentLevel(whole);
        if (level != null) {
            return new Meaning(ColumnRole.PERCENTILE, level, CompositeForm.ANY, true);
        }
        BigDecimal named = PercentileNames.level(whole);
        if (named != null && PercentileNames.isWholeName(whole)) {
            return new Meaning(ColumnRole.PERCENTILE, named, CompositeForm.ANY, false);
        }
        return plain(whole, inside, tentative && !GROUP.matcher(header).find());
    }

    /** What the words of a header say by the list, its composite forms left aside. */
    private static @Nullable Meaning plain(String whole, String inside, boolean tentative) {
        Meaning box = BoxPlotNames.of(whole);
        if (box != null) {
            return box;
        }
        for (Line line : LINES) {
            if (!line.tentative() || tentative) {
                for (Pattern pattern : line.patterns()) {
                    if (pattern.matches(whole, inside)) {
                        boolean percentile = line.role() == ColumnRole.PERCENTILE;
                        return new Meaning(
                                line.role(),
                                percentile ? PercentileNames.level(whole) : null,
                                CompositeForm.ANY,
                                line.tentative());
                    }
                }
            }
        }
        return null;
    }

    /** What a row label says of the numbers of its row, or null: the whole label or what follows its last comma. */
    static @Nullable Meaning ofRow(String label) {
        if (Words.isCode(label)) {
            return null;
        }
        Meaning whole = exact(label);
        if (whole != null) {
            return whole;
        }
        if (N_OF_PEOPLE.matcher(label.strip()).matches()) {
            return new Meaning(ColumnRole.COUNT);
        }
        if (P_OF.matcher(label.strip()).matches()) {
            return new Meaning(ColumnRole.P_VALUE);
        }
        int comma = lastBreak(label);
        if (comma > 0) {
            Meaning tail = exact(label.substring(comma + 1).replaceFirst("^[\\s-]+", ""));
            if (tail != null) {
                return tail;
            }
        }
        String words = Words.normal(label);
        Meaning composite = composite(label, words);
        if (composite != null) {
            return composite;
        }
        if (JOINED.matcher(label.strip()).matches()) {
            return null;
        }
        if (Words.startsWith(words, "mean") || Words.startsWith(words, "average")) {
            return new Meaning(ColumnRole.MEAN);
        }
        if (Words.startsWith(words, "median")) {
            return new Meaning(ColumnRole.PERCENTILE, new BigDecimal("0.5"), CompositeForm.MEDIAN_QUARTILES, false);
        }
        if (Words.startsWith(words, "number of")) {
            return new Meaning(ColumnRole.COUNT);
        }
        return null;
    }

    /** Where the last part of a label begins, by the comma, colon or dash before it that stands in no brackets; -1 for none. */
    private static int lastBreak(String label) {
        int last = -1;
        int depth = 0;
        for (int i = 0; i < label.length(); i++) {
            switch (label.charAt(i)) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case ',', ':' -> last = depth <= 0 ? i : last;
                case '-' -> last = depth <= 0 && label.startsWith(" - ", i - 1) ? i - 1 : last;
                default -> {}
            }
        }
        return last;
    }

    private static @Nullable Meaning exact(String label) {
        String words = Words.normal(label);
        Meaning box = BoxPlotNames.of(words);
        if (box != null) {
            return box;
        }
        Meaning composite = composite(label, words);
        if (composite != null && isStatistic(words)) {
            return composite;
        }
        BigDecimal level = percentLevel(words);
        if (level != null) {
            return new Meaning(ColumnRole.PERCENTILE, level, CompositeForm.ANY, true);
        }
        if (PercentileNames.isWholeName(words)) {
            BigDecimal named = PercentileNames.level(words);
            if (named != null) {
                return new Meaning(ColumnRole.PERCENTILE, named, CompositeForm.ANY, false);
            }
        }
        ColumnRole role = switch (words) {
            case "n",
                    "count",
                    "n obs",
                    "nobs",
                    "obs",
                    "observations",
                    "number of patients",
                    "patients",
                    "freq",
                    "frequency",
                    "number",
                    "anzahl",
                    "total n" -> ColumnRole.COUNT;
            case "year", "version", "schema version", "page", "page number", "table", "table number" ->
                ColumnRole.LABEL;
            case "mean", "average", "mittelwert", "mittel" -> ColumnRole.MEAN;
            case "sd", "std", "std dev", "standard deviation", "standardabweichung", "std deviation" -> ColumnRole.SD;
            case "se", "sem", "std error", "standard error" -> ColumnRole.SE;
            case "min", "minimum" -> ColumnRole.MINIMUM;
            case "max", "maximum" -> ColumnRole.MAXIMUM;
            case "median", "q1", "q3", "iqr", "interquartile range" -> ColumnRole.PERCENTILE;
            case "%", "percent", "percentage", "pct", "row pct", "row %", "col pct", "col %", "column %", "total %" ->
                ColumnRole.PERCENTAGE;
            case "p",
                    "p value",
                    "pvalue",
                    "sig",
                    "sig 1 tailed",
                    "sig 2 tailed",
                    "asymp sig",
                    "asymp sig 2 tailed",
                    "exact sig 2 tailed",
                    "exact sig 1 tailed" -> ColumnRole.P_VALUE;
            case "chi square",
                    "mann whitney u",
                    "wilcoxon w",
                    "kruskal wallis h",
                    "pearson correlation",
                    "spearman correlation",
                    "correlation coefficient",
                    "covariance",
                    "sum of squares and cross products" -> ColumnRole.STATISTIC;
            case "proportion",
                    "sensitivity",
                    "specificity",
                    "ppv",
                    "npv",
                    "precision",
                    "recall",
                    "accuracy",
                    "balanced accuracy",
                    "prevalence",
                    "positive predictive value",
                    "negative predictive value",
                    "true positive rate",
                    "false positive rate" -> ColumnRole.PROPORTION;
            default -> null;
        };
        if (role == null) {
            return null;
        }
        BigDecimal of = role == ColumnRole.PERCENTILE ? PercentileNames.level(words) : null;
        // a group may be called P
        return new Meaning(role, of, CompositeForm.ANY, words.equals("p"));
    }

    private static boolean isStatistic(String words) {
        for (String start : List.of("mean", "median", "n", "no", "number", "count", "average", "range", "min")) {
            if (Words.startsWith(words, start)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Meaning composite(String text, String words) {
        boolean percentInBrackets = text.replace(" ", "").contains("(%)") || Words.endsWith(words, "n %");
        if (percentInBrackets) {
            return new Meaning(ColumnRole.COUNT, null, CompositeForm.COUNT_PERCENT, false);
        }
        java.util.regex.Matcher part = WITH_PART.matcher(text);
        boolean brackets = text.indexOf('(') > 0 || text.indexOf('[') > 0;
        if (brackets && part.matches() && countsOrNothing(part.group("all"))) {
            return new Meaning(ColumnRole.COUNT, null, CompositeForm.COUNT_PART, false);
        }
        boolean mean = Words.contains(words, "mean") || Words.contains(words, "average");
        boolean error = Words.contains(words, "error") || Words.contains(words, "err");
        boolean sd = Words.contains(words, "sd") || (Words.contains(words, "std") && !error);
        boolean median = Words.contains(words, "median");
        CompositeForm withRange = withRange(words, median, mean && sd);
        if (withRange != null) {
            return median
                    ? new Meaning(ColumnRole.PERCENTILE, HALF, withRange, false)
                    : new Meaning(ColumnRole.MEAN, null, withRange, false);
        }
        if (mean && sd) {
            return new Meaning(ColumnRole.MEAN, null, CompositeForm.MEAN_SD, false);
        }
        boolean ci = Words.contains(words, "ci") || Words.contains(words, "confidence interval");
        if (mean && ci) {
            return new Meaning(ColumnRole.MEAN, null, CompositeForm.ESTIMATE_INTERVAL, false);
        }
        if (median
                && (Words.contains(words, "range") || Words.contains(words, "min"))
                && !Words.contains(words, "interquartile")) {
            return new Meaning(ColumnRole.PERCENTILE, HALF, CompositeForm.MEDIAN_RANGE, false);
        }
        if (median
                && (Words.contains(words, "iqr")
                        || Words.contains(words, "q1")
                        || Words.contains(words, "interquartile")
                        || Words.contains(words, "p25"))) {
            return new Meaning(ColumnRole.PERCENTILE, HALF, CompositeForm.MEDIAN_QUARTILES, false);
        }
        if (ci
                && !Words.contains(words, "lower")
                && !Words.contains(words, "upper")
                && !Words.contains(words, "low")
                && !Words.contains(words, "high")
                && !words.endsWith(" l")
                && !words.endsWith(" u")) {
            ColumnRole figure = onlyInterval(words) ? ColumnRole.CI_LOWER : beforeInterval(words);
            BigDecimal level = figure == ColumnRole.PERCENTILE ? PercentileNames.level(words) : null;
            return new Meaning(figure, level, CompositeForm.ESTIMATE_INTERVAL, false);
        }
        if (isRange(words) || words.equals("min max") || words.equals("minimum maximum")) {
            return new Meaning(ColumnRole.MINIMUM, null, CompositeForm.RANGE, false);
        }
        return null;
    }

    /** Whether words say that something is counted, or do not say what their numbers are. */
    private static boolean countsOrNothing(String text) {
        String words = Words.normal(text);
        Meaning meaning = plain(words, words, true);
        return meaning == null || meaning.role().isCount();
    }

    /** The form of a figure with its spread and its range, {@code median (IQR) [range]}; null where not all three are named. */
    private static @Nullable CompositeForm withRange(String words, boolean median, boolean meanAndSd) {
        String plain = words.replace("interquartile range", "iqr").replace("iq range", "iqr");
        int range = plain.indexOf("range");
        range = range < 0 ? plain.indexOf("min max") : range;
        if (range < 0) {
            return null;
        }
        int half = List.of("iqr", "interquartile", "q1", "p25").stream()
                .filter(word -> Words.contains(plain, word))
                .mapToInt(plain::indexOf)
                .findFirst()
                .orElse(-1);
        if (median && half >= 0) {
            return half < range ? CompositeForm.MEDIAN_QUARTILES_RANGE : CompositeForm.MEDIAN_RANGE_QUARTILES;
        }
        return meanAndSd && !median && half < 0 ? CompositeForm.MEAN_SD_RANGE : null;
    }

    /** {@code Range}, {@code Age range}: from the smallest value to the largest, unless it is another range. */
    private static boolean isRange(String words) {
        return Words.endsWith(words, "range")
                && !Words.contains(words, "interquartile")
                && !Words.contains(words, "iq")
                && !Words.contains(words, "reference")
                && !Words.contains(words, "normal")
                && !Words.contains(words, "target");
    }

    /** What an interval is printed behind: a rate, a share, a survival or a median where the words say so, else an estimate. */
    private static ColumnRole beforeInterval(String words) {
        String figure = words.replaceAll(" ?\\b(\\d+ %? ?)?(ci|confidence interval)\\b", "");
        Meaning meaning = plain(figure, figure, false);
        ColumnRole role = meaning == null ? ColumnRole.ESTIMATE : meaning.role();
        return switch (role) {
            case RATE, SURVIVAL, PERCENTILE, PERCENTAGE -> role;
            default -> ColumnRole.ESTIMATE;
        };
    }

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static boolean onlyInterval(String words) {
        return words.equals("ci")
                || words.equals("95 % ci")
                || words.equals("99 % ci")
                || words.equals("90 % ci")
                || words.equals("95 ci")
                || words.equals("confidence interval");
    }

    /** The level of a header that is a percentage and nothing else: {@code 25%}. */
    private static @Nullable BigDecimal percentLevel(String words) {
        if (!words.endsWith(" %")) {
            return null;
        }
        String digits = words.substring(0, words.length() - 2).replace(' ', '.');
        return isNumber(digits) ? new BigDecimal(digits).movePointLeft(2) : null;
    }

    private static boolean isNumber(String text) {
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && !point && i > 0 && i < text.length() - 1) {
                point = true;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() < 9;
    }
}
