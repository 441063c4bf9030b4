package dev.sdc.engine.read.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The columns of a printed table: stretches of characters, with gaps between them that run through all rows of data.
 *
 * <p>A gap of one character may be a space inside a label, so it parts two columns only where the header does.
 */
final class Columns {
    private static final int FEWEST_SPACES = 2;

    /** A column: its first character, the one after its last, and how many rows of data are figures there or words. */
    private static final class Extent {
        private final int start;
        private int end;
        private int figures;
        private int bracketed;
        private int words;
        /** Whether all rows end where it ends. */
        private boolean flush = true;
        /** Where its figures end; stars and brackets may follow. */
        private int core;

        Extent(int start, int end) {
            this.start = start;
            this.end = end;
        }

        boolean isNumeric() {
            return figures > words;
        }

        void takeIn(Extent right) {
            end = right.end;
            words = Math.max(words, right.words);
            flush = right.flush;
        }
    }

    private final List<Extent> extents;
    private final BitSet bars;
    /** Whether the header has a word for every word of a row, so that each stands in a column of its own. */
    private final boolean wordForWord;

    private Columns(List<Extent> extents, BitSet bars, boolean wordForWord) {
        this.extents = extents;
        this.bars = bars;
        this.wordForWord = wordForWord;
    }

    int count() {
        return extents.size();
    }

    boolean isNumeric(int column) {
        return extents.get(column).isNumeric();
    }

    int start(int column) {
        return extents.get(column).start;
    }

    int end(int column) {
        return extents.get(column).end;
    }

    /** How many columns hold figures. */
    int numeric() {
        return (int) extents.stream().filter(Extent::isNumeric).count();
    }

    /** Whether the figures of some column end, or begin, at one place in nearly all rows, as printed ones do. */
    boolean lineUp(List<PrintedLine> data) {
        for (Extent extent : extents) {
            if (!extent.isNumeric() || extent.figures * 3 < data.size() * 2) {
                continue;
            }
            int ends = 0;
            int starts = 0;
            for (PrintedLine line : data) {
                boolean end = false;
                boolean start = false;
                for (Word word : line.words()) {
                    if (word.look() == Word.Look.NUMBER && word.overlaps(extent.start, extent.end)) {
                        end |= word.core() == extent.core || word.end() == extent.end;
                        start |= word.start() == extent.start;
                    }
                }
                ends += end ? 1 : 0;
                starts += start ? 1 : 0;
            }
            if (Math.max(ends, starts) * 3 >= extent.figures * 2) {
                return true;
            }
        }
        return false;
    }

    /**
     * Finds the columns.
     *
     * @param data rows of data
     * @param header the words of the lines above that name columns, by line
     */
    static Columns of(List<PrintedLine> data, List<List<Word>> header) {
        return of(data, header, new BitSet());
    }

    /**
     * Finds the columns.
     *
     * @param data rows of data
     * @param header the words of the lines above that name columns, by line
     * @param cuts characters that part columns, though words of some row may reach over them
     */
    static Columns of(List<PrintedLine> data, List<List<Word>> header, BitSet cuts) {
        BitSet filled = new BitSet();
        BitSet bars = new BitSet();
        for (PrintedLine line : data) {
            for (Word word : line.words()) {
                filled.set(word.start(), word.end());
            }
            for (int bar : line.bars()) {
                bars.set(bar);
            }
        }
        filled.andNot(cuts);
        List<Extent> found = new ArrayList<>();
        for (int start = filled.nextSetBit(0); start >= 0; ) {
            int end = filled.nextClearBit(start);
            int bar = bars.nextSetBit(start);
            if (bar > start && bar < end) {
                end = bar; // words that reach over a border
            }
            found.add(new Extent(start, end));
            start = filled.nextSetBit(end);
        }
        count(data, found);
        boolean wordForWord = bars.isEmpty() && header.stream().anyMatch(line -> wordForWord(line, data));
        List<Extent> merged = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Extent right = found.get(i);
            Extent left = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (left == null
                    || wordForWord
                    || isCrossed(cuts, left.end, right.start)
                    || parts(left, right, bars, header)
                    || (!bars.isEmpty() && nests(left, right, data.size()))) {
                merged.add(right);
            } else if (left.flush
                    && i + 1 < found.size()
                    && !isCrossed(bars, right.end, found.get(i + 1).start)
                    && found.get(i + 1).start - right.end < FEWEST_SPACES
                    && right.words > 0
                    && found.get(i + 1).flush) {
                merged.add(right); // set to the right: the first word of the next column
                right.takeIn(found.get(++i));
            } else {
                left.takeIn(right);
            }
        }
        merged.forEach(extent -> {
            extent.figures = 0;
            extent.words = 0;
        });
        count(data, merged);
        return new Columns(merged, bars, wordForWord);
    }

    private static boolean wordForWord(List<Word> header, List<PrintedLine> data) {
        return header.size() > 2
                && data.size() > 1
                && data.stream().allMatch(line -> line.words().size() == header.size());
    }

    private static void count(List<PrintedLine> data, List<Extent> extents) {
        for (PrintedLine line : data) {
            int at = 0;
            for (Extent extent : extents) {
                boolean figure = false;
                boolean words = false;
                boolean bracket = false;
                int end = extent.end;
                while (at < line.words().size() && line.words().get(at).start() < extent.end) {
                    Word word = line.words().get(at++);
                    bracket |= "([".indexOf(line.text().charAt(word.start())) >= 0 && word.isFigure();
                    if (word.isFigure()) {
                        figure = true;
                        extent.core = Math.max(extent.core, word.core());
                    }
                    words |= !word.isFigure();
                    end = word.end();
                }
                extent.flush &= end == extent.end;
                extent.figures += figure && !words ? 1 : 0;
                extent.bracketed += bracket ? 1 : 0;
                extent.words += words ? 1 : 0;
            }
        }
    }

    /** Whether the gap between two stretches parts columns. */
    private static boolean parts(Extent left, Extent right, BitSet bars, List<List<Word>> header) {
        if (isCrossed(bars, left.end, right.start)) {
            return true;
        }
        boolean wide = right.start - left.end >= FEWEST_SPACES;
        boolean named = header.stream().anyMatch(line -> named(left, right, line));
        if (!bars.isEmpty()) {
            // between borders, only figures stand in columns of their own
            return wide && (named || (left.isNumeric() && right.isNumeric()));
        }
        boolean brackets = right.bracketed > 0 && right.bracketed >= right.figures + right.words;
        if (brackets && left.isNumeric()) {
            return named && wide;
        }
        return wide || named || (header.isEmpty() && left.isNumeric() && right.isNumeric());
    }

    /** Whether names on the left stand for several rows each, and others beside them tell the rows apart. */
    private static boolean nests(Extent left, Extent right, int rows) {
        return left.figures + right.figures == 0 && left.words > 0 && left.words < rows && right.words == rows;
    }

    /** Whether the header has a word of its own for each of two neighbours. */
    private static boolean named(Extent left, Extent right, List<Word> header) {
        for (int i = 0; i < header.size(); i++) {
            Word word = header.get(i);
            if (word.overlaps(right.start, right.end)) {
                boolean first = i == 0 || header.get(i - 1).end() <= left.end;
                return first && word.start() >= left.end;
            }
            if (word.start() >= right.end) {
                return false;
            }
        }
        return false;
    }

    /** Whether every word of a line begins where a column does. */
    boolean names(PrintedLine line) {
        return line.words().stream()
                .allMatch(word -> extents.stream().anyMatch(extent -> extent.start == word.start()));
    }

    /** The cells of a line of data: the words of each column put together. */
    List<Piece> cells(PrintedLine line) {
        List<Piece> cells = new ArrayList<>();
        List<Word> words = line.words();
        for (int at = 0; at < words.size(); ) {
            int column = columnOf(words.get(at));
            int last = at;
            while (last + 1 < words.size() && columnOf(words.get(last + 1)) == column) {
                last++;
            }
            cells.add(line.piece(column, words.get(at).start(), words.get(last).end()));
            at = last + 1;
        }
        return cells;
    }

    /** The cells of a header: a phrase that stands over several columns belongs to the first of them. */
    List<Piece> headers(PrintedLine line) {
        List<Piece> cells = new ArrayList<>();
        List<Word> words = line.words();
        for (int at = 0; at < words.size(); ) {
            int last = at;
            while (last + 1 < words.size()
                    && words.get(last + 1).start() - words.get(last).end() < FEWEST_SPACES
                    && !crosses(words.get(last).end(), words.get(last + 1).start())) {
                last++;
            }
            phrase(
                    line,
                    words.subList(at, last + 1),
                    at == 0 ? 0 : words.get(at - 1).end(),
                    cells);
            at = last + 1;
        }
        return cells;
    }

    private boolean crosses(int from, int to) {
        return isCrossed(bars, from, to);
    }

    private static boolean isCrossed(BitSet bars, int from, int to) {
        int bar = bars.nextSetBit(from);
        return bar >= 0 && bar < to;
    }

    /**
     * A phrase whose words end where columns do names each of them; another one stands over all.
     *
     * @param before where the phrase to its left ends
     */
    private void phrase(PrintedLine line, List<Word> words, int before, List<Piece> cells) {
        int parts = 0;
        int apart = 0;
        for (int i = 0; i < words.size(); i++) {
            Extent extent = extents.get(columnOf(words.get(i)));
            boolean last = i + 1 == words.size() || extents.get(columnOf(words.get(i + 1))) != extent;
            boolean first = i == 0 || extents.get(columnOf(words.get(i - 1))) != extent;
            if (last) {
                int end = words.get(i).end();
                boolean aligned = end == extent.end
                        || end == extent.core
                        || (first && words.get(i).start() == extent.start);
                parts++;
                apart += aligned ? 0 : 1;
            }
        }
        if (isInterval(line.text(), words)) {
            interval(line, words, cells);
            return;
        }
        boolean each = wordForWord || apart * 3 <= parts;
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            boolean ends = i == words.size() || (each && columnOf(words.get(i)) != columnOf(words.get(from)));
            if (ends) {
                add(
                        cells,
                        line,
                        from == 0 ? firstUnder(line, words.get(0), before) : columnOf(words.get(from)),
                        words.get(from).start(),
                        words.get(i - 1).end());
                from = i;
            }
        }
    }

    /** {@code [95% Conf. Interval]} stands over the two ends of an interval. */
    private static boolean isInterval(String text, List<Word> words) {
        return words.size() > 1
                && text.charAt(words.get(0).start()) == '['
                && text.charAt(words.get(0).end() - 1) == '%'
                && text.charAt(words.get(words.size() - 1).end() - 1) == ']';
    }

    /** The lower end has all words but the last; that is the upper end, whatever it is short for. */
    private void interval(PrintedLine line, List<Word> words, List<Piece> cells) {
        Word last = words.get(words.size() - 1);
        int lower = columnOf(words.get(0));
        int upper = columnOf(last);
        add(
                cells,
                line,
                lower,
                words.get(0).start(),
                words.get(words.size() - 2).end());
        if (upper > lower) {
            cells.add(new Piece(upper, "interval]", line.first(), last.start()));
        }
    }

    private static void add(List<Piece> cells, PrintedLine line, int column, int start, int end) {
        Piece before = cells.isEmpty() ? null : cells.get(cells.size() - 1);
        if (before != null && before.column() >= column) {
            // two phrases over one column: one cell
            cells.set(
                    cells.size() - 1,
                    new Piece(
                            before.column(),
                            before.text() + " " + line.text().substring(start, end),
                            before.line(),
                            before.at()));
        } else {
            cells.add(line.piece(column, start, end));
        }
    }

    /** The first column that a phrase stands over: alone in a box, the one behind the border to its left. */
    private int firstUnder(PrintedLine line, Word word, int before) {
        int left = -1;
        int right = -1;
        for (int bar : line.bars()) {
            left = bar < word.start() ? bar : left;
            right = right < 0 && bar >= word.end() ? bar : right;
        }
        int column = columnOf(word);
        boolean alone = left >= before && right >= 0;
        int first = !alone ? column : Math.min(column, firstEndingAfter(left));
        return first;
    }

    /** The column that a word belongs to: the one it stands over, else the nearest one. */
    private int columnOf(Word word) {
        int after = firstEndingAfter(word.start());
        if (after == extents.size()) {
            return after - 1;
        }
        Extent right = extents.get(after);
        if (word.overlaps(right.start, right.end)) {
            return after;
        }
        // in a gap: figures are set to the right, so their header may begin left of them
        boolean own = after > 0 && crosses(word.end(), right.start);
        return own || (after > 0 && !right.isNumeric() && !crosses(extents.get(after - 1).end, word.start()))
                ? after - 1
                : after;
    }

    private int firstEndingAfter(int at) {
        int low = 0;
        int high = extents.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (extents.get(middle).end > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
