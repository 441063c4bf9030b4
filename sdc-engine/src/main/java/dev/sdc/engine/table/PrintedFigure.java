package dev.sdc.engine.table;

import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.read.text.CountWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as it stands in a cell, alone or among others.
 *
 * @param value the exact number
 * @param percent whether a percent sign follows
 * @param before what parts it from the number before it: {@code / ± , ; : -}, or a space
 */
record PrintedFigure(BigDecimal value, boolean percent, char before) {
    private static final Pattern STARS_BEFORE_BRACKET = Pattern.compile("(\\d)\\*{1,4}\\s*(?=[\\[(])");
    private static final Pattern BOLD = Pattern.compile("^(\\*\\*|__|`)(.*\\S)\\1$");
    private static final Pattern COUNTS = Pattern.compile("^[nN] ?[:=] ?(?=\\d)");
    private static final Pattern COUNTS_IN_BRACKET = Pattern.compile("(?<=%)( ?)\\( ?[nN] ?= ?(?=\\d)");

    private static final String RAISED_LETTERS = "\\u02b0-\\u02b8\\u02e1-\\u02e3\\u1d2c-\\u1d6a";
    /** A raised number or letter behind one, a full stop, or a space that breaks no line. */
    private static final Pattern FOOTNOTE =
            Pattern.compile("^(\\d[\\d,]{0,11})(?:[¹²³]|[" + RAISED_LETTERS + "]{1,3}|\\.|[\\u00a0\\u202f]+)$");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal FIRST_MORPHOLOGY = BigDecimal.valueOf(8_000);
    private static final BigDecimal LAST_MORPHOLOGY = BigDecimal.valueOf(9_999);
    private static final List<String> OF = List.of("of ", "out of ", "von ", "sur ");
    private static final List<String> TO = List.of("to ", "bis ", "à ", "tot ");
    private static final List<String> TAILS =
            List.of("(ref)", "(ref.)", "(reference)", "(referent)", "[ref]", "[reference]");

    private static final int LONGEST = 120;
    private static final int MOST = 5;

    /** One number: digits with separators, a percent sign allowed after it. */
    static @Nullable BigDecimal single(String s, NumberStyle style) {
        if (s.isEmpty() || s.length() > LONGEST) {
            return null;
        }
        String digits = s.endsWith("%") ? s.substring(0, s.length() - 1) : s;
        return Numerals.parse(digits, style);
    }

    /** Two to five numbers with {@code ( ) [ ] / ± , ; - to} between, or null where the text is anything else. */
    static @Nullable List<PrintedFigure> several(String s, NumberStyle style) {
        if (s.length() > LONGEST || s.isEmpty() || !Marks.anyDigit(s)) {
            return null;
        }
        List<PrintedFigure> found = new ArrayList<>();
        int at = 0;
        char before = ' ';
        while (at < s.length()) {
            char c = s.charAt(at);
            if (" ()[]\u00a0\n\r".indexOf(c) >= 0) {
                at++;
            } else if (lineBreak(s, at) > 0) {
                at += lineBreak(s, at);
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
            } else if (!found.isEmpty() && to(s, at) > 0) {
                before = '-';
                at += to(s, at);
            } else if (!found.isEmpty() && of(s, at) > 0) {
                before = '/';
                at += of(s, at);
            } else if (!found.isEmpty() && s.startsWith("+/-", at)) {
                before = '±';
                at += 3;
            } else {
                int end = numberEnd(s, at, style);
                BigDecimal value = end > at ? Numerals.parse(s.substring(at, end), style) : null;
                if (value == null || found.size() == MOST) {
                    return null;
                }
                boolean percent = end < s.length() && s.charAt(end) == '%';
                if (!percent && s.startsWith(" %", end)) {
                    percent = true;
                    end++;
                }
                found.add(new PrintedFigure(value, percent, before));
                before = ' ';
                at = percent ? end + 1 : end;
            }
        }
        boolean bracket = s.indexOf('(') >= 0 || s.indexOf('[') >= 0;
        if (!bracket && found.size() == 2 && isPeriod(found.get(0).value(), found.get(1))) {
            return null;
        }
        if (found.size() >= 2 && isMorphology(found.get(0), found.get(1))) {
            return null;
        }
        // three numbers without brackets are a date or a code
        return found.size() == 2 || (found.size() >= 3 && bracket) ? found : null;
    }

    /** {@code 8140/3}: a code of morphology and behaviour. Other wholes may stand before their parts: {@code 340/4}. */
    private static boolean isMorphology(PrintedFigure type, PrintedFigure behaviour) {
        return behaviour.before() == '/'
                && type.value().scale() == 0
                && type.value().compareTo(FIRST_MORPHOLOGY) >= 0
                && type.value().compareTo(LAST_MORPHOLOGY) <= 0
                && behaviour.value().scale() == 0
                && behaviour.value().precision() == 1;
    }

    /** The length of a tag that breaks a line, as cells of Markdown hold it; 0 for others. */
    private static int lineBreak(String s, int at) {
        for (String tag : List.of("<br>", "<br/>", "<br />")) {
            if (s.regionMatches(true, at, tag, 0, tag.length())) {
                return tag.length();
            }
        }
        return 0;
    }

    /** The length of the word that stands between the ends of a range, as in {@code 0.97 to 1.18}; 0 for others. */
    private static int to(String s, int at) {
        for (String word : TO) {
            if (s.startsWith(word, at)) {
                return word.length();
            }
        }
        return 0;
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
    private static boolean isPeriod(BigDecimal year, PrintedFigure part) {
        boolean separator =
                part.before() == '/' || part.before() == '-' || part.before() == '–' || part.before() == ' ';
        return separator
                && year.scale() == 0
                && year.precision() == 4
                && year.compareTo(BigDecimal.valueOf(1800)) >= 0
                && year.compareTo(BigDecimal.valueOf(2200)) < 0
                && part.value.abs().compareTo(HUNDRED) < 0;
    }

    /** Whether a minus at this place stands between two numbers rather than before one. */
    private static boolean lastWasNumber(String s, int at) {
        int i = at - 1;
        while (i >= 0 && s.charAt(i) == ' ') {
            i--;
        }
        return i >= 0 && (Character.isDigit(s.charAt(i)) || s.charAt(i) == '%');
    }

    private static int numberEnd(String s, int from, NumberStyle style) {
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

    /** A figure without what gives it a look or only says that it counts: {@code **4**}, {@code n = 4}, {@code 1% (n=5)}. */
    private static String plain(String text) {
        int last = text.length() - 1;
        if (text.isEmpty() || text.length() > LONGEST || !Marks.anyDigit(text)) {
            return text;
        }
        String s = text;
        if ("*_`nN".indexOf(s.charAt(0)) >= 0) {
            s = BOLD.matcher(s).replaceFirst("$2");
            s = COUNTS.matcher(s).replaceFirst("");
        }
        if (s.indexOf('=') > 0) {
            s = COUNTS_IN_BRACKET.matcher(s).replaceFirst("$1(");
        }
        if (text.charAt(last) < '0' || text.charAt(last) > '9') {
            s = FOOTNOTE.matcher(s).replaceFirst("$1");
        }
        return s;
    }

    /** Marks of significance, a unit, and a remark such as {@code (ref)} behind a number are no part of it. */
    static String withoutRemarks(String marked) {
        String text = plain(marked);
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

    private static boolean endsInDigit(String s, int end) {
        int at = end - 1;
        while (at >= 0 && s.charAt(at) == ' ') {
            at--;
        }
        return at >= 0 && Character.isDigit(s.charAt(at)) && Character.isDigit(s.charAt(0));
    }
}
