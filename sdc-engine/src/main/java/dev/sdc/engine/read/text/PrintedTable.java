package dev.sdc.engine.read.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are rows of one printed table, as they are gathered: figures stand below figures, or borders below borders.
 */
final class PrintedTable {
    private static final int MOST_WORDS = 14;
    private static final int MOST_HEADERS = 6;
    private static final int MOST_LABEL_WORDS = 4;

    /** A name and its one value. */
    private static final Pattern STATEMENT = Pattern.compile("[^:=]{1,80}[:=]\\s*[-+]?[\\d.,]+%?\\s*");

    /** Lines above the first row, the nearest last; any of them may be a header. */
    private final List<PrintedLine> above;

    private final boolean bordered;
    private boolean ruled;
    private final List<PrintedLine> rows = new ArrayList<>();
    private final List<PrintedLine> pending = new ArrayList<>();
    private final BitSet ends = new BitSet();
    private final BitSet starts = new BitSet();
    private final BitSet bars = new BitSet();
    private int mostFigures;
    /** How many rows stand above the first rule, inside a box above the first from edge to edge; 0 for none. */
    private int headed;
    /** Whether borders stand all around the table. */
    private boolean boxed;
    /** The rules, by the row that stands below each. */
    private final Map<Integer, PrintedLine> rules = new HashMap<>();

    PrintedTable(List<PrintedLine> above, PrintedLine first) {
        this.above = List.copyOf(above.subList(Math.max(0, above.size() - MOST_HEADERS), above.size()));
        this.bordered = first.bars().length > 0;
        for (int i = this.above.size() - 1; i >= 0; i--) {
            ruled |= this.above.get(i).kind() == PrintedLine.Kind.RULE;
        }
        boxed = !this.above.isEmpty() && this.above.get(this.above.size() - 1).isEdge();
        add(first);
    }

    /** Whether a line may be a row of figures. */
    static boolean isRow(PrintedLine line) {
        if (line.bars().length > 0) {
            return true;
        }
        List<Word> words = line.words();
        boolean apart = false;
        int plain = 0;
        if (words.size() > 1
                && words.get(0).look() == Word.Look.MARK
                && !words.get(1).isFigure()) {
            return false; // an item of a list
        }
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.look() == Word.Look.WORDS) {
                plain++;
                String text = line.text().substring(word.start(), word.end());
                if (text.equals("=") || text.equals("->")) {
                    return false; // a statement of a value
                }
            } else if (word.look() == Word.Look.NUMBER) {
                apart |= i + 1 == words.size()
                        || (i > 0
                                && (words.get(i - 1).isFigure()
                                        || word.start() - words.get(i - 1).end() > 1));
            }
        }
        return apart && plain <= MOST_WORDS;
    }

    /** Takes a line in if it goes on with the table. */
    boolean takes(PrintedLine line) {
        if (line.kind() == PrintedLine.Kind.RULE) {
            ruled = true;
            boxed |= line.isEdge();
            rules.put(rows.size(), line);
            headed = headed == 0 && !(boxed && !line.isEdge()) ? rows.size() : headed;
            return true;
        }
        if (bordered) {
            boolean same = line.bars().length > 0 && Arrays.stream(line.bars()).anyMatch(bars::get);
            // the totals of a SAS listing stand below the last border
            boolean total = ruled && line.bars().length == 0 && isRow(line) && agrees(line);
            if (same || total) {
                add(line);
            }
            return same || total;
        }
        if (line.bars().length > 0) {
            return false;
        }
        if (isRow(line) && agrees(line)) {
            rows.addAll(pending);
            pending.clear();
            add(line);
            return true;
        }
        if (isMode(line)) {
            pending.add(line);
            return true;
        }
        // a label without figures, if rows follow
        boolean label = !line.words().isEmpty()
                && line.words().stream()
                        .allMatch(word -> word.look() == Word.Look.MARK
                                || (word.look() == Word.Look.WORDS && word.start() < firstFigure()));
        if (label && pending.size() < 2) {
            pending.add(line);
            return true;
        }
        return false;
    }

    /** The most frequent words of a summary, below how many there are. */
    private boolean isMode(PrintedLine line) {
        return pending.isEmpty() && begins(line, "top") && begins(rows.get(rows.size() - 1), "unique");
    }

    private static boolean begins(PrintedLine line, String word) {
        return !line.words().isEmpty()
                && line.text()
                        .substring(
                                line.words().get(0).start(), line.words().get(0).end())
                        .equals(word);
    }

    private int firstFigure() {
        int end = ends.nextSetBit(0);
        return end < 0 ? 0 : end;
    }

    private boolean agrees(PrintedLine line) {
        int figures = 0;
        int same = 0;
        for (Word word : line.words()) {
            if (word.isFigure()) {
                figures++;
                same += ends.get(word.core()) || ends.get(word.end()) || starts.get(word.start()) ? 1 : 0;
            }
        }
        return same > 0 && same * 2 >= Math.min(figures, mostFigures);
    }

    private void add(PrintedLine line) {
        rows.add(line);
        int figures = 0;
        for (Word word : line.words()) {
            if (word.isFigure()) {
                figures++;
                ends.set(word.core());
                ends.set(word.end());
                starts.set(word.start());
            }
        }
        mostFigures = Math.max(mostFigures, figures);
        for (int bar : line.bars()) {
            bars.set(bar);
        }
    }

    /** The lines that were looked at in vain, since no row followed them. */
    List<PrintedLine> pending() {
        return pending;
    }

    /** All lines that were looked at, the last ones only. */
    List<PrintedLine> lines() {
        List<PrintedLine> lines = new ArrayList<>(above);
        lines.addAll(rows.subList(Math.max(0, rows.size() - MOST_HEADERS), rows.size()));
        lines.addAll(pending);
        return lines;
    }

    /**
     * The cells by row, header first; null where the lines are no table after all.
     *
     * @param statistics what the lines of every label are, where that was told above
     */
    @Nullable
    Cells cells(List<String> statistics) {
        int top = bordered ? headed < rows.size() ? headed : 0 : CrossingHeader.is(above, rows) ? 1 : 0;
        List<PrintedLine> data = rows.subList(top, rows.size()).stream()
                .filter(line -> isRow(line) && hasFigure(line))
                .toList();
        boolean sparse = !bordered && data.size() * 2 < rows.size();
        if (data.isEmpty()
                || sparse
                || data.stream().filter(PrintedTable::endsSentence).count() * 3 > data.size()) {
            return null;
        }
        PrintedLine nearest = bordered ? null : alignedHeader(data.get(data.size() - 1));
        List<List<Word>> header = top > 0
                ? rows.subList(0, top).stream().map(PrintedLine::words).toList()
                : nearest != null ? from(nearest) : numbersAsHeader(data);
        BitSet cuts = boxed && top > 0 ? NestedStub.cuts(data, rules.values()) : new BitSet();
        Columns columns = Columns.of(data, header, cuts);
        if (columns.count() < 2 || columns.numeric() == 0 || !isTable(columns, data, nearest)) {
            return null;
        }
        List<List<Piece>> cells = new ArrayList<>();
        List<PrintedLine> headers = bordered ? List.of() : headers(columns, nearest);
        for (PrintedLine line : headers) {
            cells.add(columns.headers(line));
        }
        int first = cells.size();
        for (int i = 0; i < rows.size(); i++) {
            PrintedLine line = rows.get(i);
            if (!line.words().isEmpty() && !line.isTypes()) {
                cells.add(
                        !bordered && i < top
                                ? CrossingHeader.over(rows.get(top), columns.headers(line))
                                : i >= top && isRow(line) && hasFigure(line)
                                        ? columns.cells(line)
                                        : columns.headers(line));
            }
        }
        if (boxed && top > 0) {
            BrokenCells.join(cells, (row, column) -> isParted(row, columns.start(column), columns.end(column)), top);
        }
        if (bordered && top > 0 && cuts.isEmpty()) {
            StackedCells.spread(cells, top, statistics);
        }
        if (bordered && top > 0) {
            cells.removeIf(List::isEmpty);
        }
        PrintedLine upper = headers.isEmpty() ? rows.get(0) : headers.get(0);
        PrintedLine bottom = rows.get(rows.size() - 1);
        boolean goesOn =
                headers.stream().anyMatch(line -> line.text().stripTrailing().endsWith("\\"));
        List<List<Piece>> vector = vector(cells, columns);
        if (data.size() == 1 && isNumbered(data.get(0), nearest)) {
            cells.get(cells.size() - 1).remove(0); // the number of the row says nothing of anybody
        }
        return vector != null
                ? new Cells(vector, 0, columns.count() + 1, upper.first(), bottom.first() + bottom.lines(), false)
                : new Cells(cells, first, columns.count(), upper.first(), bottom.first() + bottom.lines(), goesOn);
    }

    /** Whether a rule is drawn over a stretch of a row. */
    private boolean isParted(int row, int from, int to) {
        PrintedLine rule = rules.get(row);
        return rule != null && rule.isDrawn(from, to);
    }

    /** Names above as many figures, as R prints a vector: each with its name; null where the table is another. */
    private @Nullable List<List<Piece>> vector(List<List<Piece>> cells, Columns columns) {
        if (bordered || ruled || cells.size() != 2 || columns.numeric() < columns.count()) {
            return null;
        }
        List<Piece> names = cells.get(0);
        List<Piece> values = cells.get(1);
        boolean words =
                names.stream().noneMatch(name -> Word.of(name.text()).get(0).look() == Word.Look.NUMBER);
        if (names.size() != values.size() || !words) {
            return null;
        }
        List<List<Piece>> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Piece name = names.get(i);
            Piece value = values.get(i);
            rows.add(List.of(
                    new Piece(0, name.text(), name.line(), name.at()),
                    new Piece(1, value.text(), value.line(), value.at())));
        }
        return rows;
    }

    private static boolean hasFigure(PrintedLine line) {
        return line.words().stream().anyMatch(word -> word.look() == Word.Look.NUMBER);
    }

    private static boolean endsSentence(PrintedLine line) {
        List<Word> words = line.words();
        Word last = words.get(words.size() - 1);
        char end = line.text().charAt(last.end() - 1);
        boolean more = end == ',' || end == ';'; // a list that goes on, be it of numbers
        return last.end() - last.start() > 1 && (more || (end == '.' && !last.isFigure()));
    }

    /** The line above whose words end, or begin, where figures do; null where there is none. */
    private @Nullable PrintedLine alignedHeader(PrintedLine row) {
        PrintedLine best = null;
        int most = 0;
        for (PrintedLine line : above) {
            int hits = hits(line, row);
            if (hits >= most && hits > 0) {
                best = line;
                most = hits;
            }
        }
        return best;
    }

    private static int hits(PrintedLine header, PrintedLine row) {
        BitSet right = new BitSet();
        BitSet left = new BitSet();
        for (Word word : header.words()) {
            right.set(word.end());
            left.set(word.start());
        }
        int hits = 0;
        for (Word word : row.words()) {
            hits += word.isFigure() && (right.get(word.core()) || right.get(word.end()) || left.get(word.start()))
                    ? 1
                    : 0;
        }
        return hits;
    }

    /** Years or the like above the figures. */
    private static List<List<Word>> numbersAsHeader(List<PrintedLine> data) {
        List<Word> first = data.get(0).words();
        return data.size() > 1 && first.stream().allMatch(Word::isFigure) ? List.of(first) : List.of();
    }

    /** The words of a line above and of those between it and the rows, which name labels. */
    private List<List<Word>> from(PrintedLine header) {
        return above.subList(above.indexOf(header), above.size()).stream()
                .map(PrintedLine::words)
                .toList();
    }

    private boolean isTable(Columns columns, List<PrintedLine> data, @Nullable PrintedLine header) {
        if (bordered) {
            return ruled || (data.size() > 2 && bars.cardinality() > 1);
        }
        boolean headed = header != null && header.words().size() <= 3 * columns.count();
        if (ruled && data.size() > 1 && columns.lineUp(data) && (headed || columns.numeric() > 1)) {
            return true;
        }
        PrintedLine row = data.get(data.size() - 1);
        long figures = row.words().stream().filter(Word::isFigure).count();
        if (data.size() == 1) {
            boolean numbered = isNumbered(row, header);
            return header != null
                    && headed
                    && figures > 1
                    && isLabelAndFigures(row)
                    && hits(header, row) == (numbered ? figures - 1 : figures);
        }
        return columns.lineUp(data) && (headed || columns.numeric() > 1 || data.size() > 2);
    }

    /** Whether a row begins with its number, left of all headers. */
    private static boolean isNumbered(PrintedLine row, @Nullable PrintedLine header) {
        Word first = row.words().get(0);
        return header != null
                && !header.words().isEmpty()
                && row.text().substring(first.start(), first.end()).equals("1")
                && first.end() < header.words().get(0).end()
                && row.words().size() == header.words().size() + 1;
    }

    /** Whether a line is a few words and then nothing but figures. */
    private static boolean isLabelAndFigures(PrintedLine line) {
        int label = 0;
        while (label < line.words().size() && !line.words().get(label).isFigure()) {
            label++;
        }
        return label <= MOST_LABEL_WORDS && line.words().stream().skip(label).allMatch(Word::isFigure);
    }

    /** The lines right above the rows that stand over their columns. */
    private List<PrintedLine> headers(Columns columns, @Nullable PrintedLine nearest) {
        List<PrintedLine> found = new ArrayList<>();
        int lonely = 0;
        for (int i = above.size() - 1; i >= 0; i--) {
            PrintedLine line = above.get(i);
            if (line.kind() == PrintedLine.Kind.RULE) {
                if (found.size() > lonely) {
                    break; // the upper rule of the table
                }
                continue;
            }
            if (line.words().size() > 4 * columns.count() + 4
                    || (!line.equals(nearest) && line.words().size() > 4 && endsSentence(line))) {
                break;
            }
            if (line.isTypes()) {
                continue;
            }
            if (!line.equals(nearest) && STATEMENT.matcher(line.text()).matches()) {
                break;
            }
            boolean overFigures = overFigures(line, columns);
            if (!overFigures && lonely > 0) {
                break;
            }
            lonely += overFigures ? 0 : 1;
            found.add(0, line);
        }
        while (!found.isEmpty() && !overFigures(found.get(0), columns) && !columns.names(found.get(0))) {
            found.remove(0); // names no column of figures: a title
        }
        return found;
    }

    /** Whether some phrase of a line begins past the labels. */
    private static boolean overFigures(PrintedLine line, Columns columns) {
        int labels = 0;
        while (labels < columns.count() - 1 && !columns.isNumeric(labels)) {
            labels++;
        }
        int from = labels == 0 ? columns.start(0) - line.text().length() : columns.end(labels - 1);
        List<Word> words = line.words();
        for (int i = 0; i < words.size(); i++) {
            boolean begins = i == 0 || words.get(i).start() - words.get(i - 1).end() > 1;
            if (words.get(i).start() >= from
                    && (begins || words.get(i).end() == columns.end(labels) || words.size() <= columns.count())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The cells of a table.
     *
     * @param rows by row, header first
     * @param first the first row of data
     * @param width how many columns there are
     * @param from the first line of the file, from 0
     * @param to the line after the last
     * @param goesOn whether further columns stand below
     */
    record Cells(List<List<Piece>> rows, int first, int width, int from, int to, boolean goesOn) {
        /** The labels of the rows of data, top to bottom. */
        private List<String> labels() {
            List<String> labels = new ArrayList<>();
            for (List<Piece> row : rows.subList(first, rows.size())) {
                labels.add(
                        row.isEmpty() || row.get(0).column() > 0
                                ? ""
                                : row.get(0).text());
            }
            return labels;
        }

        /** Whether another table begins where this one ends, so that it may go on with it. */
        boolean reaches(Cells more) {
            return goesOn ? more.from <= to + 1 : more.from == to;
        }

        /** This table with the columns of another one, which goes on with it; null where it does not. */
        @Nullable
        Cells with(Cells more) {
            int data = rows.size() - first;
            if (data < 2 || more.rows.size() - more.first != data || !labels().equals(more.labels())) {
                return null;
            }
            List<List<Piece>> all = new ArrayList<>();
            int headers = Math.max(first, more.first);
            for (int i = -headers; i < data; i++) {
                List<Piece> row = new ArrayList<>();
                if (first + i >= 0) {
                    row.addAll(rows.get(first + i));
                }
                if (more.first + i >= 0) {
                    for (Piece piece : more.rows.get(more.first + i)) {
                        if (piece.column() > 0) {
                            row.add(new Piece(width + piece.column() - 1, piece.text(), piece.line(), piece.at()));
                        }
                    }
                }
                all.add(row);
            }
            return new Cells(all, headers, width + more.width - 1, from, more.to, more.goesOn);
        }
    }
}
