package dev.sdc.engine.read.latex;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a cell, without the commands that only give them a look. */
final class LatexText {
    private static final int DEEPEST = 40;

    /** Commands that say nothing, with how many arguments. */
    private static final Map<String, Integer> SILENT = Map.ofEntries(
            entry("hline", 0),
            entry("toprule", 0),
            entry("midrule", 0),
            entry("bottomrule", 0),
            entry("addlinespace", 0),
            entry("endhead", 0),
            entry("endfirsthead", 0),
            entry("endfoot", 0),
            entry("endlastfoot", 0),
            entry("centering", 0),
            entry("raggedright", 0),
            entry("raggedleft", 0),
            entry("bfseries", 0),
            entry("itshape", 0),
            entry("small", 0),
            entry("footnotesize", 0),
            entry("scriptsize", 0),
            entry("pagebreak", 0),
            entry("nopagebreak", 0),
            entry("noalign", 1),
            entry("cline", 1),
            entry("cmidrule", 1),
            entry("specialrule", 3),
            entry("hspace", 1),
            entry("vspace", 1),
            entry("phantom", 1),
            entry("hphantom", 1),
            entry("vphantom", 1),
            entry("rowcolor", 1),
            entry("cellcolor", 1),
            entry("label", 1),
            entry("rule", 2),
            entry("arraybackslash", 0),
            entry("textcolor", 1),
            entry("color", 1));

    private static final Map<String, String> SIGNS = Map.ofEntries(
            entry("textless", "<"),
            entry("textgreater", ">"),
            entry("leq", "≤"),
            entry("le", "≤"),
            entry("geq", "≥"),
            entry("ge", "≥"),
            entry("pm", "±"),
            entry("textpm", "±"),
            entry("times", "×"),
            entry("sim", "~"),
            entry("textasciitilde", "~"),
            entry("textbackslash", "\\"),
            entry("ldots", "..."),
            entry("dots", "..."),
            entry("dag", "†"),
            entry("dagger", "†"),
            entry("ddag", "‡"),
            entry("ast", "*"),
            entry("textasteriskcentered", "*"),
            entry("textpercent", "%"),
            entry("infty", "inf"));

    /** Commands whose last argument is what is shown, with how many come before it. */
    private static final Map<String, Integer> WRAPPERS = Map.of(
            "multicolumn", 2,
            "multirow", 2,
            "caption", 0,
            "makebox", 0,
            "parbox", 1,
            "rotatebox", 1,
            "resizebox", 2,
            "href", 1);

    /** Commands whose argument is a remark on what stands before it. */
    private static final Set<String> NOTES = Set.of("footnote", "tablefootnote", "thanks");

    /** Commands that raise their argument. */
    private static final Set<String> RAISED = Set.of("textsuperscript", "tnote");

    /** Signs of footnotes; {@code th} and powers are none. */
    private static final Pattern NOTE_SIGN = Pattern.compile("\\{?\\s*[a-z](?:\\s*,\\s*[a-z]){0,5}\\s*\\}?");

    private static final Set<Character> ESCAPED = Set.of('&', '%', '$', '#', '_', '{', '}');

    private final StringBuilder out = new StringBuilder();
    private int start = -1;
    private int columns = 1;

    LatexText(String text, int from, int to) {
        read(text, from, to, 0);
        if (start < 0) {
            start = from;
        }
    }

    /** What the cell says. */
    String words() {
        return out.toString().replace("--", "–").strip().replaceAll("\\s+", " ");
    }

    /** The first character of what it says. */
    int start() {
        return start;
    }

    /** How many columns it spans. */
    int columns() {
        return columns;
    }

    private void put(String shown, int at) {
        if (start < 0 && !shown.isBlank()) {
            start = at;
        }
        out.append(shown);
    }

    private void read(String text, int from, int to, int depth) {
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '\\') {
                at = command(text, at, to, depth);
            } else if (c == '%') {
                while (at < to && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (c == '^' && at + 1 < to) {
                at = afterNoteSign(text, at + 1, to); // raised: the sign of a footnote or of significance
            } else {
                if (c == '~') {
                    put(" ", at);
                } else if (c != '{' && c != '}' && c != '$') {
                    put(String.valueOf(c), at);
                }
                at++;
            }
        }
    }

    /** Reads a command; gives the place after it. */
    private int command(String text, int backslash, int to, int depth) {
        int at = backslash + 1;
        if (at >= to) {
            return to;
        }
        char first = text.charAt(at);
        if (!Character.isLetter(first)) {
            put(ESCAPED.contains(first) ? String.valueOf(first) : " ", backslash);
            return at + 1;
        }
        while (at < to && Character.isLetter(text.charAt(at))) {
            at++;
        }
        String name = text.substring(backslash + 1, at);
        if (at < to && text.charAt(at) == '*') {
            at++;
        }
        String sign = SIGNS.get(name);
        if (sign != null) {
            put(sign, backslash);
            return at;
        }
        Integer silent = SILENT.get(name);
        if (silent != null) {
            at = skipOptions(text, at, to);
            for (int i = 0; i < silent; i++) {
                at = afterArgument(text, at, to);
            }
            return at;
        }
        if (NOTES.contains(name) && depth < DEEPEST) {
            at = skipOptions(text, at, to);
            int close = afterArgument(text, at, to);
            put(" (", backslash);
            read(text, at, close, depth + 1);
            put(")", close - 1);
            return close;
        }
        if (RAISED.contains(name)) {
            return afterNoteSign(text, at, to);
        }
        Integer before = WRAPPERS.get(name);
        if (before != null && depth < DEEPEST) {
            at = skipOptions(text, at, to);
            int spanned = at;
            for (int i = 0; i < before; i++) {
                int next = afterArgument(text, at, to);
                if (name.equals("multicolumn") && i == 0) {
                    columns = number(text.substring(spanned, next));
                }
                at = skipOptions(text, next, to);
            }
            int close = afterArgument(text, at, to);
            read(text, at, close, depth + 1);
            return close;
        }
        return skipOptions(text, at, to); // an unknown command: its arguments are read as words
    }

    /** Skips the letter of a footnote behind a number; anything else is read as words. */
    private int afterNoteSign(String text, int at, int to) {
        boolean behindNumber = !out.isEmpty() && Character.isDigit(out.charAt(out.length() - 1));
        int close = behindNumber ? afterArgument(text, at, to) : at;
        return close > at && NOTE_SIGN.matcher(text.substring(at, close)).matches() ? close : at;
    }

    private static int number(String argument) {
        String digits = argument.replaceAll("[{}\\s]", "");
        return digits.length() > 0 && digits.length() < 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Math.max(1, Integer.parseInt(digits))
                : 1;
    }

    /** Skips {@code [...]} and {@code (...)} right after a command. */
    private static int skipOptions(String text, int from, int to) {
        int at = from;
        while (at < to && (text.charAt(at) == '[' || text.charAt(at) == '(')) {
            int close = text.indexOf(text.charAt(at) == '[' ? ']' : ')', at);
            if (close < 0 || close >= to || close - at > 20) {
                return at;
            }
            at = close + 1;
        }
        return at;
    }

    private static int afterArgument(String text, int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at >= to) {
            return to;
        }
        if (text.charAt(at) != '{') {
            return at + 1;
        }
        int close = closing(text, at, to);
        return close < 0 ? to : close + 1;
    }

    /** The bracket that closes the one at a place; -1 where there is none. */
    static int closing(String text, int open, int to) {
        char opening = text.charAt(open);
        char closing = opening == '{' ? '}' : ']';
        int depth = 0;
        for (int at = open; at < to; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == opening) {
                depth++;
            } else if (c == closing && --depth == 0) {
                return at;
            }
        }
        return -1;
    }
}
