package dev.sdc.engine.table;

import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.MarkerMeaning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text of a cell that stands in the place of a number: a number, several numbers, or a mark. */
final class CellText {
    private static final Pattern STARS_BEFORE_BRACKET = Pattern.compile("(\\d)\\*{1,4}\\s*(?=[\\[(])");

    /** What a text is, before its column gives it a role. */
    enum Look {
        /** Words. */
        WORDS,
        /** One number. */
        NUMBER,
        /** Several numbers. */
        NUMBERS,
        /** A mark for a value held back. */
        MARK
    }

    private static final Set<String> MARKERS = new HashSet<>(Words.list("markers.txt"));
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<String> OF = List.of("of ", "out of ", "von ", "sur ");
    private static final int LONGEST = 120;
    private static final int LONGEST_MARK = 24;

    private final NumberStyle style;
    private final Map<String, MarkerMeaning> declared;

    CellText(NumberStyle style, Map<String, MarkerMeaning> declared) {
        this.style = style;
        this.declared = declared;
    }

    /** What a text looks like on its own. */
    Look look(String text) {
        String s = text.strip();
        if (s.isEmpty()) {
            return Look.WORDS;
        }
        if (declared.containsKey(s) || isMarker(s)) {
            return Look.MARK;
        }
        if (isHalfOpen(s)) {
            return Look.WORDS;
        }
        // most texts of a large table are names: they begin with a letter, and no phrase for a bound does
        char first = s.charAt(0);
        if (Character.isLetter(first) && "fFlLuUbBaAmMwWpP".indexOf(first) < 0) {
            return Look.WORDS;
        }
        if (interval(s) != null) {
            return Look.MARK;
        }
        String bare = withoutStars(s);
        if (number(bare) != null || limit(s) != null) {
            return Look.NUMBER;
        }
        if (numbers(bare) != null) {
            return Look.NUMBERS;
        }
        // an amount of money that cannot be read is still no name
        return Numerals.isCurrency(first) && anyDigit(s) ? Look.NUMBER : Look.WORDS;
    }

    /** What a text says in a column or row of this role. */
    CellValue read(String text, @Nullable ColumnRole role, @Nullable BigDecimal level, CompositeForm form) {
        String s = text.strip();
        if (s.isEmpty()) {
            return new CellValue.Blank();
        }
        MarkerMeaning meaning = declared.get(s);
        if (meaning != null) {
            return declaredMark(s, meaning, role, level);
        }
        if (isMarker(s)) {
            return new CellValue.Suppressed(s, null);
        }
        Bounds interval = interval(s);
        boolean twoFigures = form == CompositeForm.ESTIMATE_INTERVAL
                || form == CompositeForm.RANGE
                || (role == ColumnRole.PERCENTILE && level == null && s.charAt(0) != '<' && numbers(s) != null);
        if (interval != null && !twoFigures) {
            return new CellValue.Suppressed(s, interval);
        }
        String bare = withoutStars(s);
        BigDecimal number = number(bare);
        if (number != null) {
            return plain(number, bare.endsWith("%"), role, level);
        }
        BigDecimal limit = limit(s);
        if (limit != null) {
            return plain(limit, false, role, level);
        }
        List<Numeral> numbers = numbers(bare);
        if (numbers != null) {
            return composite(s, numbers, role, level, form);
        }
        if (role != null && FIGURES_OF_A_TERM.contains(role) && REFERENCES.contains(Words.normal(s))) {
            return new CellValue.Blank();
        }
        boolean expected = form == CompositeForm.ESTIMATE_INTERVAL || role == ColumnRole.CI_LOWER;
        return expected ? openInterval(s, role) : new CellValue.Unread(s);
    }

    /** {@code (17, 39]} and {@code [0, 5)}: a bin of values, as programs name them. */
    private static boolean isHalfOpen(String s) {
        char first = s.charAt(0);
        char last = s.charAt(s.length() - 1);
        return (first == '(' && last == ']') || (first == '[' && last == ')');
    }

    /** The role of a figure with its interval behind it. */
    private static ColumnRole beforeInterval(@Nullable ColumnRole role) {
        return role == ColumnRole.MEAN
                        || role == ColumnRole.RATE
                        || role == ColumnRole.SURVIVAL
                        || role == ColumnRole.PERCENTILE
                ? role
                : ColumnRole.ESTIMATE;
    }

    private static boolean isMarker(String s) {
        if (s.length() > LONGEST_MARK) {
            return false;
        }
        if (MARKERS.contains(s.toLowerCase(Locale.ROOT))) {
            return true;
        }
        boolean framed = !Character.isLetterOrDigit(s.charAt(0));
        String words = framed ? Words.normal(s) : "";
        return words.length() > 2 && MARKERS.contains(words);
    }

    private CellValue declaredMark(
            String mark, MarkerMeaning meaning, @Nullable ColumnRole role, @Nullable BigDecimal level) {
        if (meaning instanceof MarkerMeaning.Between between) {
            return new CellValue.Suppressed(mark, new Bounds(between.low(), between.high()));
        }
        if (meaning instanceof MarkerMeaning.Exactly exactly) {
            return plain(exactly.value(), false, role, level);
        }
        if (meaning instanceof MarkerMeaning.NotApplicable) {
            return new CellValue.Blank();
        }
        return new CellValue.Suppressed(mark, null);
    }

    /** An interval of which an end is missing: {@code (0.00 - .)}, behind an estimate or alone. */
    private CellValue openInterval(String s, @Nullable ColumnRole role) {
        List<CellValue.Part> parts = new ArrayList<>();
        int bracket = Math.max(s.indexOf('('), s.indexOf('['));
        BigDecimal estimate =
                bracket > 0 ? Numerals.parse(s.substring(0, bracket).strip(), style) : null;
        if (estimate != null) {
            parts.add(new CellValue.Part(beforeInterval(role), null, estimate));
        }
        String inside = (estimate == null ? s : s.substring(bracket))
                .replaceAll("[()\\[\\]]", " ")
                .strip();
        int dash = inside.indexOf('-', 1);
        int comma = inside.indexOf(',');
        int at = dash > 0 ? dash : comma;
        if (at < 0) {
            return new CellValue.Unread(s);
        }
        String[] ends = {
            inside.substring(0, at).strip(), inside.substring(at + 1).strip()
        };
        for (int i = 0; i < 2; i++) {
            BigDecimal value = Numerals.parse(ends[i], style);
            if (value != null) {
                parts.add(new CellValue.Part(i == 0 ? ColumnRole.CI_LOWER : ColumnRole.CI_UPPER, null, value));
            } else if (!isMarker(ends[i]) && !ends[i].equalsIgnoreCase("inf")) {
                return new CellValue.Unread(s);
            }
        }
        return parts.isEmpty() ? new CellValue.Suppressed(s, null) : new CellValue.Composite(parts);
    }

    /** What a plain number says in a column or row of this role. */
    static CellValue plain(
            BigDecimal number, boolean percentSign, @Nullable ColumnRole role, @Nullable BigDecimal level) {
        if (role == ColumnRole.PERCENTAGE || (percentSign && role != ColumnRole.PROPORTION)) {
            return new CellValue.Share(number, true);
        }
        if (role == ColumnRole.PROPORTION) {
            return new CellValue.Share(number, percentSign || number.compareTo(BigDecimal.ONE) > 0);
        }
        if (role != null && role.isCount() && isWhole(number) && number.signum() >= 0) {
            return new CellValue.Count(number.longValue());
        }
        ColumnRole known = role == null || role.isCount() || role == ColumnRole.LABEL ? ColumnRole.MAGNITUDE : role;
        return new CellValue.Magnitude(number, known, level);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.precision() - number.scale() <= 18
                && (number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0);
    }

    /** A number in a composite cell, with what stands around it. */
    private record Numeral(BigDecimal value, boolean percent, char before) {}

    private CellValue composite(
            String text, List<Numeral> n, @Nullable ColumnRole role, @Nullable BigDecimal level, CompositeForm form) {
        List<CellValue.Part> parts = new ArrayList<>();
        boolean bracket = text.indexOf('(') > 0 || text.indexOf('[') > 0;
        Numeral a = n.get(0);
        if (n.size() >= 2 && n.get(1).before() == '/') {
            // 12/340 or 12/340 (3.5%)
            count(parts, a);
            count(parts, n.get(1));
            if (n.size() == 3) {
                share(parts, n.get(2));
            }
            return n.size() <= 3 && parts.size() == n.size()
                    ? new CellValue.Composite(parts)
                    : new CellValue.Unread(text);
        }
        if (n.size() == 2) {
            Numeral b = n.get(1);
            if (b.before() == '±') {
                parts.add(part(ColumnRole.MEAN, a));
                parts.add(part(form == CompositeForm.ESTIMATE_SE ? ColumnRole.SE : ColumnRole.SD, b));
            } else if (!bracket || text.charAt(0) == '(' || text.charAt(0) == '[') {
                // 1.07 - 1.12 on its own
                ends(parts, a, b, role, form);
            } else if (form == CompositeForm.MEAN_SD) {
                parts.add(part(ColumnRole.MEAN, a));
                parts.add(part(ColumnRole.SD, b));
            } else if (form == CompositeForm.ESTIMATE_SE || role == ColumnRole.ESTIMATE) {
                parts.add(part(ColumnRole.ESTIMATE, a));
                parts.add(part(ColumnRole.SE, b));
            } else if (form == CompositeForm.MEDIAN_QUARTILES) {
                parts.add(new CellValue.Part(ColumnRole.PERCENTILE, HALF, a.value()));
                parts.add(new CellValue.Part(ColumnRole.PERCENTILE, null, b.value()));
            } else if (a.percent() && isCount(b)) {
                share(parts, a);
                count(parts, b);
            } else if (isCount(a) && isPercent(b)) {
                count(parts, a);
                share(parts, b);
            } else if (b.percent() || form == CompositeForm.COUNT_PERCENT) {
                return new CellValue.Unread(text);
            } else {
                // two numbers that nobody explains: a figure and its spread
                parts.add(part(role == null || role.isCount() ? ColumnRole.MAGNITUDE : role, a));
                parts.add(part(ColumnRole.SD, b));
            }
            return new CellValue.Composite(parts);
        }
        if (n.size() == 3 && n.get(2).before() == '/' && isPercent(a) && isCount(n.get(1)) && isCount(n.get(2))) {
            // 12.9% (4/31)
            share(parts, a);
            count(parts, n.get(1));
            count(parts, n.get(2));
            return new CellValue.Composite(parts);
        }
        if (n.size() == 3 && bracket) {
            if (form == CompositeForm.MEDIAN_QUARTILES) {
                parts.add(new CellValue.Part(ColumnRole.PERCENTILE, HALF, a.value()));
                parts.add(new CellValue.Part(
                        ColumnRole.PERCENTILE, QUARTER, n.get(1).value()));
                parts.add(new CellValue.Part(
                        ColumnRole.PERCENTILE, THREE_QUARTERS, n.get(2).value()));
            } else if (form == CompositeForm.MEDIAN_RANGE || form == CompositeForm.RANGE) {
                parts.add(new CellValue.Part(ColumnRole.PERCENTILE, HALF, a.value()));
                parts.add(part(ColumnRole.MINIMUM, n.get(1)));
                parts.add(part(ColumnRole.MAXIMUM, n.get(2)));
            } else {
                ColumnRole main = beforeInterval(role);
                if (a.percent() && main != ColumnRole.SURVIVAL) {
                    share(parts, a);
                } else {
                    parts.add(new CellValue.Part(main, main == ColumnRole.PERCENTILE ? level : null, a.value()));
                }
                parts.add(part(ColumnRole.CI_LOWER, n.get(1)));
                parts.add(part(ColumnRole.CI_UPPER, n.get(2)));
            }
            return new CellValue.Composite(parts);
        }
        return new CellValue.Unread(text);
    }

    private static void ends(
            List<CellValue.Part> parts, Numeral a, Numeral b, @Nullable ColumnRole role, CompositeForm form) {
        if (form == CompositeForm.RANGE || role == ColumnRole.MINIMUM || role == ColumnRole.MAXIMUM) {
            parts.add(part(ColumnRole.MINIMUM, a));
            parts.add(part(ColumnRole.MAXIMUM, b));
        } else if (form == CompositeForm.MEDIAN_QUARTILES || role == ColumnRole.PERCENTILE) {
            parts.add(new CellValue.Part(ColumnRole.PERCENTILE, QUARTER, a.value()));
            parts.add(new CellValue.Part(ColumnRole.PERCENTILE, THREE_QUARTERS, b.value()));
        } else {
            parts.add(part(ColumnRole.CI_LOWER, a));
            parts.add(part(ColumnRole.CI_UPPER, b));
        }
    }

    private static CellValue.Part part(ColumnRole role, Numeral n) {
        return new CellValue.Part(role, null, n.value());
    }

    private static void count(List<CellValue.Part> parts, Numeral n) {
        if (isCount(n)) {
            parts.add(part(ColumnRole.COUNT, n));
        }
    }

    private static void share(List<CellValue.Part> parts, Numeral n) {
        parts.add(part(ColumnRole.PERCENTAGE, n));
    }

    private static boolean isCount(Numeral n) {
        return !n.percent() && n.value().signum() >= 0 && isWhole(n.value());
    }

    private static boolean isPercent(Numeral n) {
        return n.percent() || (n.value().signum() >= 0 && n.value().compareTo(HUNDRED) <= 0);
    }

    /** One number: digits with separators, a percent sign allowed after it. */
    private @Nullable BigDecimal number(String s) {
        if (s.isEmpty() || s.length() > LONGEST) {
            return null;
        }
        String digits = s.endsWith("%") ? s.substring(0, s.length() - 1) : s;
        return Numerals.parse(digits, style);
    }

    /** Two or three numbers with {@code ( ) [ ] / ± , ; - to} between, or null where the text is anything else. */
    private @Nullable List<Numeral> numbers(String s) {
        if (s.length() > LONGEST || s.isEmpty() || !anyDigit(s)) {
            return null;
        }
        List<Numeral> found = new ArrayList<>();
        int at = 0;
        char before = ' ';
        while (at < s.length()) {
            char c = s.charAt(at);
            if (c == ' ' || c == '(' || c == '[' || c == ')' || c == ']' || c == '\u00a0') {
                at++;
            } else if (!found.isEmpty()
                    && (c == '/'
                            || c == '±'
                            || c == ','
                            || c == ';'
                            || c == '–'
                            || c == '—'
                            || c == ':'
                            || (c == '-' && before == ' ' && lastWasNumber(s, at)))) {
                before = c;
                at++;
            } else if (!found.isEmpty() && s.startsWith("to ", at)) {
                before = '-';
                at += 3;
            } else if (!found.isEmpty() && of(s, at) > 0) {
                before = '/';
                at += of(s, at);
            } else if (!found.isEmpty() && s.startsWith("+/-", at)) {
                before = '±';
                at += 3;
            } else {
                int end = numberEnd(s, at);
                BigDecimal value = end > at ? Numerals.parse(s.substring(at, end), style) : null;
                if (value == null || found.size() == 3) {
                    return null;
                }
                boolean percent = end < s.length() && s.charAt(end) == '%';
                if (!percent && s.startsWith(" %", end)) {
                    percent = true;
                    end++;
                }
                found.add(new Numeral(value, percent, before));
                before = ' ';
                at = percent ? end + 1 : end;
            }
        }
        boolean bracket = s.indexOf('(') >= 0 || s.indexOf('[') >= 0;
        if (!bracket && found.size() == 2 && isPeriod(found.get(0).value(), found.get(1))) {
            return null;
        }
        // three numbers without brackets are a date or a code
        return found.size() == 2 || (found.size() == 3 && bracket) ? found : null;
    }

    /** The length of the words that stand between a part and its whole, as in {@code 4 out of 31}; 0 for others. */
    private static int of(String s, int at) {
        for (String words : OF) {
            if (s.startsWith(words, at)) {
                return words.length();
            }
        }
        return 0;
    }

    /** {@code 2019-04}, {@code 2019/20}: a month or a financial year, and no two numbers. */
    private static boolean isPeriod(BigDecimal year, Numeral part) {
        boolean separator =
                part.before() == '/' || part.before() == '-' || part.before() == '–' || part.before() == ' ';
        return separator
                && year.scale() == 0
                && year.precision() == 4
                && year.compareTo(BigDecimal.valueOf(1800)) >= 0
                && year.compareTo(BigDecimal.valueOf(2200)) < 0
                && part.value().abs().compareTo(HUNDRED) < 0;
    }

    private static boolean anyDigit(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) >= '0' && s.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** Whether a minus at this place stands between two numbers rather than before one. */
    private static boolean lastWasNumber(String s, int at) {
        int i = at - 1;
        while (i >= 0 && s.charAt(i) == ' ') {
            i--;
        }
        return i >= 0 && (Character.isDigit(s.charAt(i)) || s.charAt(i) == '%');
    }

    private int numberEnd(String s, int from) {
        int at = from;
        if (at < s.length() && (s.charAt(at) == '-' || s.charAt(at) == '−' || s.charAt(at) == '+')) {
            at++;
        }
        int digitsFrom = at;
        while (at < s.length()) {
            char c = s.charAt(at);
            boolean inside = at > digitsFrom;
            if (c >= '0' && c <= '9') {
                at++;
            } else if (c == style.decimal() && at + 1 < s.length() && Character.isDigit(s.charAt(at + 1))) {
                at++;
            } else if (inside && c == style.thousands() && threeDigits(s, at + 1)) {
                at++;
            } else if (inside
                    && (c == 'e' || c == 'E')
                    && at + 1 < s.length()
                    && (s.charAt(at + 1) == '+' || s.charAt(at + 1) == '-' || Character.isDigit(s.charAt(at + 1)))) {
                at += 2;
            } else {
                break;
            }
        }
        return at == digitsFrom ? from : at;
    }

    private static boolean threeDigits(String s, int at) {
        if (at + 3 > s.length() || (at + 3 < s.length() && Character.isDigit(s.charAt(at + 3)))) {
            return false;
        }
        return Character.isDigit(s.charAt(at))
                && Character.isDigit(s.charAt(at + 1))
                && Character.isDigit(s.charAt(at + 2));
    }

    /** Marks of significance, a unit, and a remark such as {@code (ref)} behind a number are no part of it. */
    private static String withoutStars(String text) {
        String s = text.indexOf('*') < 0
                ? text
                : STARS_BEFORE_BRACKET.matcher(text).replaceFirst("$1 ");
        String lower = s.toLowerCase(Locale.ROOT);
        for (String tail : TAILS) {
            if (lower.endsWith(tail)
                    && lower.length() > tail.length()
                    && endsInDigit(lower, lower.length() - tail.length())) {
                return s.substring(0, s.length() - tail.length()).strip();
            }
        }
        int space = s.lastIndexOf(' ');
        if (space > 0 && endsInDigit(lower, space) && CountWords.is("unit", lower.substring(space + 1))) {
            return s.substring(0, space).strip();
        }
        int end = s.length();
        while (end > 1 && (s.charAt(end - 1) == '*' || s.charAt(end - 1) == '†' || s.charAt(end - 1) == '‡')) {
            end--;
        }
        return end < s.length() && Character.isDigit(s.charAt(0) == '-' && end > 1 ? s.charAt(1) : s.charAt(0))
                ? s.substring(0, end).strip()
                : s;
    }

    /** What a mark such as {@code <10}, {@code ≤7}, {@code 1-7} or {@code fewer than 5} says of the value, or null. */
    private @Nullable Bounds interval(String s) {
        if (s.isEmpty() || s.length() > 30 || !anyDigit(s)) {
            return null;
        }
        String t = s.toLowerCase(Locale.ROOT);
        if ((t.startsWith("[") && t.endsWith("]")) || (t.startsWith("(") && t.endsWith(")"))) {
            t = t.substring(1, t.length() - 1).strip();
        }
        for (String[] start : STARTS) {
            if (t.startsWith(start[0])) {
                BigDecimal limit = Numerals.parse(t.substring(start[0].length()), style);
                if (limit == null || !isWhole(limit) || limit.signum() < 0) {
                    return null;
                }
                return switch (start[1]) {
                    case "<" ->
                        limit.signum() == 0 ? null : new Bounds(BigDecimal.ZERO, limit.subtract(BigDecimal.ONE));
                    case "<=" -> new Bounds(BigDecimal.ZERO, limit);
                    case ">" -> new Bounds(limit.add(BigDecimal.ONE), null);
                    default -> new Bounds(limit, null);
                };
            }
        }
        return between(t);
    }

    /** What the level that others are compared with has in the place of a figure. */
    private static final Set<String> REFERENCES = Set.of(
            "ref", "reference", "referent", "reference level", "reference group", "reference category", "baseline");

    private static final Set<ColumnRole> FIGURES_OF_A_TERM = EnumSet.of(
            ColumnRole.ESTIMATE, ColumnRole.SE, ColumnRole.CI_LOWER, ColumnRole.CI_UPPER, ColumnRole.P_VALUE);

    private static final List<String> TAILS =
            List.of("(ref)", "(ref.)", "(reference)", "(referent)", "[ref]", "[reference]");

    private static boolean endsInDigit(String s, int end) {
        int at = end - 1;
        while (at >= 0 && s.charAt(at) == ' ') {
            at--;
        }
        return at >= 0 && Character.isDigit(s.charAt(at)) && Character.isDigit(s.charAt(0));
    }

    private static final String[][] STARTS = {
        {"<=", "<="},
        {"≤", "<="},
        {"&lt;=", "<="},
        {"<", "<"},
        {"&lt;", "<"},
        {"fewer than ", "<"},
        {"less than ", "<"},
        {"under ", "<"},
        {"below ", "<"},
        {"up to ", "<="},
        {"at most ", "<="},
        {">=", ">="},
        {"≥", ">="},
        {">", ">"},
        {"at least ", ">="},
        {"more than ", ">"},
        {"weniger als ", "<"}
    };

    /** The limit in a figure such as {@code <0.001} or {@code p < 2e-16}: not held back, only too small to print. */
    private @Nullable BigDecimal limit(String s) {
        String t = s.startsWith("p") || s.startsWith("P") ? s.substring(1).strip() : s;
        int skip = t.startsWith("<=") || t.startsWith(">=") ? 2 : t.startsWith("<") || t.startsWith(">") ? 1 : 0;
        if (skip == 0 && !(t.startsWith("=") && t.length() < s.length())) {
            return null;
        }
        return Numerals.parse(withoutStars(t.substring(Math.max(skip, 1)).strip()), style);
    }

    /** {@code 1-7}, {@code 1–7}, {@code 1 to 7}: two whole numbers, the first smaller, both short. */
    private @Nullable Bounds between(String t) {
        int dash = Math.max(t.indexOf('-', 1), Math.max(t.indexOf('–', 1), t.indexOf(" to ", 1)));
        if (dash <= 0) {
            return null;
        }
        boolean to = t.startsWith(" to ", dash);
        BigDecimal low = whole(t.substring(0, dash));
        BigDecimal high = whole(t.substring(dash + (to ? 4 : 1)));
        return low == null || high == null || low.compareTo(high) >= 0 ? null : new Bounds(low, high);
    }

    private static @Nullable BigDecimal whole(String text) {
        String s = text.strip();
        if (s.isEmpty() || s.length() > 6) {
            return null;
        }
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) < '0' || s.charAt(i) > '9') {
                return null;
            }
        }
        return new BigDecimal(s);
    }
}
