package dev.sdc.engine.read.text;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A line as a program printed it, put together again where it was broken.
 *
 * @param text its characters; borders and what a console puts before a line are blank
 * @param words the words of the text
 * @param bars where upright borders stand
 * @param kind what it is
 * @param first the number of its first line in the file, from 0
 * @param breaks for every further line of the file that it goes on in: the character where that begins, and how far the
 *     characters stand to the right there
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PrintedLine(String text, List<Word> words, int[] bars, Kind kind, int first, int[] breaks) {
    /** What a line is. */
    enum Kind {
        BLANK,
        /** A line drawn with dashes or the like. */
        RULE,
        /** What a person typed, or what a program says of itself. */
        COMMAND,
        TEXT
    }

    private static final int[] NONE = {};
    private static final String BARS = "|\u2502\u2506\u2503\u2551\u00a6";
    private static final String RULES = "+|=-_~\u2014\u2013─━═┌┬┐├┼┤└┴┘╞╪╡╒╤╕╘╧╛╔╦╗╠╬╣╚╩╝│┆┃║╌";
    private static final Pattern COMMAND =
            Pattern.compile("(?:>>>|\\.\\.\\.|(?:In|Out) ?\\[\\d*\\]:|sas>|mysql>|sqlite>|\\w*[=#]>|\\d+\\?).*"
                    + "|[>+] ?(?![\\d.+\\s-]+$)\\S.*|>|\\.(?: .*)?| {0,3}\\d{1,4}\\. .*");
    private static final String EDGES = "+┌╔├╠└╚╒╞╘";
    private static final String DRAWN = "-=─━═";
    /** What Stata says of what it did: {@code (3 missing values generated)}. */
    private static final Pattern ASIDE = Pattern.compile("\\((?:\\d[\\d,]* )?[A-Za-z][^()]*(?:\\(\\)[^()]*)?\\)");

    private static final int LONGEST = 1 << 14;

    private static final Pattern BRACE = Pattern.compile("\\|-{2,} ([^|]{1,60}) -{2,}\\|");
    private static final Pattern SPACES = Pattern.compile("\\s{2,}");
    private static final Set<String> TYPES = Set.of(
            "str", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f32", "f64", "bool", "date", "cat", "enum");

    static PrintedLine of(String line, int number, int[] breaks) {
        if (line.isBlank()) {
            return new PrintedLine("", List.of(), NONE, Kind.BLANK, number, breaks);
        }
        if (line.length() > LONGEST || line.indexOf('\t') >= 0) {
            return new PrintedLine(line, List.of(), NONE, Kind.COMMAND, number, breaks);
        }
        if (isRule(line)) {
            boolean drawn = line.strip().length() > 2;
            int[] bars = drawn ? NONE : bars(line);
            return new PrintedLine(drawn ? line : "", List.of(), bars, drawn ? Kind.RULE : Kind.TEXT, number, breaks);
        }
        if (isCommand(line)) {
            return new PrintedLine(line, List.of(), NONE, Kind.COMMAND, number, breaks);
        }
        String text = withoutBraces(line);
        int[] bars = bars(text);
        if (line.startsWith("## ") || line.startsWith("#> ")) {
            text = "   " + line.substring(3); // printed by a report, as a comment
        } else if (line.startsWith("#") || line.stripLeading().startsWith("[")) {
            boolean matrix = !line.startsWith("#") && line.indexOf(',') > 0;
            if (!matrix) {
                return new PrintedLine(line, List.of(), NONE, Kind.COMMAND, number, breaks);
            }
        }
        if (bars.length > 0) {
            StringBuilder open = new StringBuilder(text);
            for (int bar : bars) {
                open.setCharAt(bar, ' ');
            }
            text = open.toString();
        }
        return new PrintedLine(text, Word.of(text), bars, Kind.TEXT, number, breaks);
    }

    private static boolean isRule(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLetterOrDigit(c) || (RULES.indexOf(c) < 0 && !Character.isWhitespace(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCommand(String line) {
        boolean setIn = line.startsWith("    ");
        return !setIn && (COMMAND.matcher(line).matches() || ASIDE.matcher(line).matches());
    }

    /** {@code |--- Survival time ---|} stands over several columns: its ends are no borders. */
    private static String withoutBraces(String line) {
        if (!line.contains("|--")) {
            return line;
        }
        Matcher brace = BRACE.matcher(line);
        StringBuilder open = new StringBuilder(line);
        while (brace.find()) {
            for (int at = brace.start(); at < brace.end(); at++) {
                boolean name = at >= brace.start(1) && at < brace.end(1);
                open.setCharAt(at, name ? line.charAt(at) : ' ');
            }
        }
        return open.toString();
    }

    private static int[] bars(String line) {
        int[] bars = NONE;
        int found = 0;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (!Character.isLetterOrDigit(c) && c != ' ' && BARS.indexOf(c) >= 0 && !isAbsolute(line, at)) {
                bars = found == 0 ? new int[line.length() - at] : bars;
                bars[found++] = at;
            }
        }
        return found == 0 ? NONE : Arrays.copyOf(bars, found);
    }

    /** Whether a bar is one of the two in {@code P>|t|}. */
    private static boolean isAbsolute(String line, int at) {
        boolean first = line.startsWith(">|", at - 1) && line.startsWith("|", at + 2);
        boolean second = line.startsWith(">|", at - 3) && line.startsWith("|", at);
        return first || second;
    }

    /** Whether it names the types of columns, as a tibble ({@code <chr> <int>}) or a data frame of polars does. */
    boolean isTypes() {
        return words.stream()
                .map(word -> text.substring(word.start(), word.end()))
                .allMatch(word -> TYPES.contains(word) || (word.startsWith("<") && word.endsWith(">")));
    }

    /** Whether it is a rule from the left edge of a box on. */
    boolean isEdge() {
        return kind == Kind.RULE
                && !text.isBlank()
                && EDGES.indexOf(text.strip().charAt(0)) >= 0;
    }

    /** Whether it is a rule that is drawn over some stretch. */
    boolean isDrawn(int from, int to) {
        return kind == Kind.RULE
                && IntStream.range(from, Math.min(to, text.length()))
                        .anyMatch(at -> DRAWN.indexOf(text.charAt(at)) >= 0);
    }

    /** The number of lines of the file that it takes. */
    int lines() {
        return 1 + breaks.length / 2;
    }

    /** Whether blanks stand side by side. */
    private static boolean hasGap(String cell) {
        for (int i = 1; i < cell.length(); i++) {
            if (Character.isWhitespace(cell.charAt(i)) && Character.isWhitespace(cell.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** A cell of this line: from the first character of one word to the last of another. */
    Piece piece(int column, int from, int to) {
        int line = first;
        int shift = 0;
        for (int i = 0; i < breaks.length && breaks[i] <= from; i += 2) {
            line++;
            shift = breaks[i + 1] - breaks[i];
        }
        String cell = text.substring(from, to);
        return new Piece(column, hasGap(cell) ? SPACES.matcher(cell).replaceAll(" ") : cell, line, from + shift);
    }
}
