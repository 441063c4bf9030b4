package dev.sdc.engine.read.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds tables that show models side by side: a column for each model, beside or below every estimate its standard
 * error or interval in brackets, and the sizes at the foot.
 */
final class SideBySide {
    private static final int MOST_HEADERS = 12;
    private static final int MOST_LINES = 5_000;
    private static final int MOST_NOTES = 8;
    private static final int MOST_BLANK = 3;
    private static final int LONGEST_LABEL = 80;
    /** How far an estimate may stand to the left of what is below it. */
    private static final int OVERHANG = 4;

    private static final Pattern NUMBERED = Pattern.compile("\\(\\d{1,2}\\)");
    private static final Pattern SIZED = Pattern.compile("(?i)\\(?n\\s?=\\s?\\d[\\d,]*\\)?");
    private static final Pattern TITLE = Pattern.compile("(?i)\\b(?:table|model|panel|figure) [\\d.]+");
    private static final Pattern TOLD = Pattern.compile("(?<![\\w.])\\d");
    private static final Pattern LEVELS =
            Pattern.compile("p\\s*(?:<|&lt;)\\s*0?\\.\\d+|\\d+(?:\\.\\d+)?\\s?%|0\\.9[059]");
    private static final Pattern NOTE = Pattern.compile(
            "p\\s?<|parenthes|bracket|standard error|confidence interval|exponentiated|^notes?\\b|statistics|^[*+\u2020] ");
    private static final Pattern MODEL_WORDS = Pattern.compile(
            "standard error|[tz].statistics|[tz].values|confidence interval|p\\s?<\\s?0?\\.\\d|exponentiated"
                    + "|dependent variable|log.?lik|r2\\b|r\\^2|r²|r-sq|\\baic\\b|deviance|\\(intercept\\)|\\bconstant\\b|\\b_cons\\b|\\bintercept\\b");
    private static final Pattern OTHER_WORDS = Pattern.compile(
            "standard deviation|\\bmeans?\\b|\\bs\\.?d\\.?\\b|median|\\biqr\\b|quartile|count|percent|\\bn \\(|total|\\bcontrols?\\b|treated|difference|correlation");

    private final List<String> lines;
    private final List<Model> models = new ArrayList<>();
    private int free;

    private SideBySide(List<String> lines) {
        this.lines = lines;
    }

    /** The models of such tables; models of one table take the same lines. */
    static List<Model> in(List<String> lines) {
        SideBySide reader = new SideBySide(lines);
        for (int at = 0; at < lines.size(); ) {
            at = reader.begins(at) ? reader.table(at) : at + 1;
        }
        return reader.models;
    }

    /** Whether a line may be the first term of such a table. */
    private boolean begins(int at) {
        String line = lines.get(at);
        if (line.isBlank() || line.length() > PrintReader.LONGEST_LINE || Opening.isPrompt(line)) {
            return false;
        }
        String below = at + 1 < lines.size() ? lines.get(at + 1) : "";
        boolean bracketed = line.indexOf(')') >= 0 || line.indexOf(']') >= 0;
        boolean bracketsBelow = below.length() <= PrintReader.LONGEST_LINE && SideLine.opensBracket(below);
        return (bracketed || bracketsBelow) && isTerm(at, bracketsBelow ? below : "");
    }

    private boolean isTerm(int at, String below) {
        SideLine next = below.isEmpty() ? null : SideLine.of(below, at + 2, -1);
        if (next != null && next.isBelow()) {
            int edge = next.cells().get(0).start() - OVERHANG;
            SideLine row = SideLine.of(lines.get(at), at + 1, edge);
            return !row.label().isEmpty() && row.hasNumber();
        }
        SideLine row = SideLine.of(lines.get(at), at + 1, -1);
        return !row.label().isEmpty() && row.hasNumber() && row.hasBracket();
    }

    /** Reads a table whose first term stands in a line; says where to look on. */
    private int table(int first) {
        int end = end(first);
        int edge = edge(first, end);
        int top = top(first);
        List<SideLine> rows = new ArrayList<>();
        for (int i = first; i < end; i++) {
            rows.add(
                    RowReader.isRule(lines.get(i)) || lines.get(i).isBlank()
                            ? new SideLine("", 0, List.of())
                            : SideLine.of(lines.get(i), i + 1, edge));
        }
        int last = notes(end);
        String head = String.join("\n", lines.subList(top, first));
        String notes = String.join("\n", lines.subList(end, last));
        if (isOfModels(head, notes, rows)) {
            SideTable table = SideTable.of(rows, first + 1, header(top, first), head, notes);
            if (table != null) {
                models.addAll(table.models(top + 1, last));
                free = last;
                return last;
            }
        }
        return end;
    }

    /** The line behind the notes below a table. */
    private int notes(int end) {
        boolean gap = end + 1 < lines.size() && lines.get(end).isBlank() && isNote(lines.get(end + 1));
        int last = gap ? end + 1 : end;
        while (last < lines.size() && last - end < MOST_NOTES && isNote(lines.get(last))) {
            last++;
        }
        return last;
    }

    private static boolean isOfModels(String head, String notes, List<SideLine> rows) {
        StringBuilder words = new StringBuilder(notes).append('\n');
        rows.forEach(row -> words.append(row.label()).append('\n'));
        String above = head.toLowerCase(Locale.ROOT);
        String told = words.toString().toLowerCase(Locale.ROOT);
        boolean stars = rows.stream().flatMap(row -> row.cells().stream()).anyMatch(SideLine.Cell::isStarred);
        boolean model = stars
                || MODEL_WORDS.matcher(above).find()
                || MODEL_WORDS.matcher(told).find();
        boolean other = OTHER_WORDS.matcher(above).find()
                || OTHER_WORDS.matcher(notes.toLowerCase(Locale.ROOT)).find();
        return model && !other;
    }

    /** The line behind the last row. */
    private int end(int first) {
        int end = first + 1;
        int names = 0;
        int edge = edge(first, first + 1);
        for (int i = first + 1; i < lines.size() && i - first < MOST_LINES; i++) {
            String line = lines.get(i);
            boolean over = line.length() > PrintReader.LONGEST_LINE || Opening.isPrompt(line) || isNote(line);
            if (over || (line.isBlank() && !goesOn(i))) {
                break;
            }
            SideLine row = SideLine.of(line, i + 1, edge);
            edge = row.isBelow() ? nearer(edge, row) : edge;
            boolean named = !row.label().isEmpty();
            if (RowReader.isRule(line)
                    || row.isBelow()
                    || (named && !row.cells().isEmpty())) {
                end = i + 1;
                names = 0;
            } else if (!line.isBlank() && (!named || ++names > 2 || row.label().length() > LONGEST_LABEL)) {
                break;
            }
        }
        return end;
    }

    /** Where names end at the latest, as far as a line of brackets tells. */
    private static int nearer(int edge, SideLine below) {
        int told = Math.max(0, below.cells().get(0).start() - OVERHANG);
        return edge < 0 ? told : Math.min(edge, told);
    }

    /** Whether a table goes on below a blank line. */
    private boolean goesOn(int blank) {
        int next = blank + 1;
        while (next < lines.size()
                && next - blank < MOST_BLANK
                && lines.get(next).isBlank()) {
            next++;
        }
        if (next == lines.size() || lines.get(next).isBlank() || lines.get(next).length() > PrintReader.LONGEST_LINE) {
            return false;
        }
        if (RowReader.isRule(lines.get(next))) {
            return !RowReader.isRule(lines.get(blank - 1));
        }
        SideLine row = SideLine.of(lines.get(next), next + 1, -1);
        return begins(next) || (row.hasNumber() && FootWords.measure(row.label()) != null);
    }

    /** Where names end at the latest, told by the lines of brackets; -1 where there are none. */
    private int edge(int first, int end) {
        int edge = -1;
        for (int i = first; i < Math.min(end + 1, lines.size()); i++) {
            if (lines.get(i).length() <= PrintReader.LONGEST_LINE) {
                SideLine line = SideLine.of(lines.get(i), i + 1, -1);
                edge = line.isBelow() ? nearer(edge, line) : edge;
            }
        }
        return edge;
    }

    /** The first line of the header. */
    private int top(int first) {
        int top = first - 1 > free && lines.get(first - 1).isBlank() && isNumbered(lines.get(first - 2))
                ? first - 2
                : first;
        while (top > free && first - top < MOST_HEADERS && isHeader(lines.get(top - 1), top)) {
            top--;
        }
        return top;
    }

    /** Whether a line numbers the models: (1), (2). */
    private static boolean isNumbered(String line) {
        List<SideLine.Cell> cells = line.length() > PrintReader.LONGEST_LINE
                ? List.of()
                : SideLine.header(line, 1).cells();
        return !cells.isEmpty()
                && cells.stream().allMatch(cell -> NUMBERED.matcher(cell.text()).matches());
    }

    private static boolean isHeader(String line, int number) {
        if (line.isBlank() || line.length() > PrintReader.LONGEST_LINE || Opening.isPrompt(line)) {
            return false;
        }
        SideLine header = SideLine.header(line, number);
        if (TOLD.matcher(TITLE.matcher(header.label()).replaceAll("")).find()) {
            return false; // a title that tells a number
        }
        SideLine.Cell before = null;
        for (SideLine.Cell cell : header.cells()) {
            boolean name = before != null
                    && before.look() == SideLine.Look.WORDS
                    && cell.start() - before.end() == 1
                    && cell.text().length() < 3; // Model 1
            if (cell.look() != SideLine.Look.WORDS
                    && !name
                    && !NUMBERED.matcher(cell.text()).matches()) {
                return false;
            }
            before = cell;
        }
        return true;
    }

    private List<SideLine> header(int top, int first) {
        List<SideLine> header = new ArrayList<>();
        for (int i = top; i < first; i++) {
            if (!RowReader.isRule(lines.get(i))) {
                header.add(SideLine.header(lines.get(i), i + 1));
            }
        }
        return header;
    }

    /** Whether a line says how to read a table, and tells no number of it. */
    private static boolean isNote(String line) {
        if (line.isBlank() || line.length() > PrintReader.LONGEST_LINE) {
            return false;
        }
        String words = line.strip().toLowerCase(Locale.ROOT);
        if (words.startsWith("signif. codes:")) {
            return true;
        }
        Matcher levels = LEVELS.matcher(words);
        return NOTE.matcher(words).find()
                && levels.replaceAll("").chars().noneMatch(Character::isDigit)
                && !SIZED.matcher(words).find();
    }
}
