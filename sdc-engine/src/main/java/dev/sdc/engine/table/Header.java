package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.Declaration;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the header rows of a block and the header texts of its columns. */
final class Header {
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,4})\\s?(?:[-–—:.(]|\\s)");

    /** What R calls those of whom nothing is known, behind its classes. */
    private static final String NO_ANSWER = "<NA>";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DEEPEST = 6;
    /** Classes of which the first ones are not printed begin no later. */
    private static final int LATEST_CLASS = 9;

    private final Grid grid;
    private final Looks looks;
    private final Block block;
    /** How many of the block's rows are header. */
    private final int depth;
    /** The row after the header that only names the label column; -1 for none. */
    private final int indexRow;

    Header(Grid grid, Looks looks, Block block, Declaration declaration) {
        this.grid = grid;
        this.looks = looks;
        this.block = block;
        int rows = QuantileLevels.headColumns(grid, block, declaration) ? 1 : 0;
        while (rows < block.rows().length - 1 && rows < DEEPEST && isHeader(rows)) {
            rows++;
        }
        if (rows == 0 && block.rows().length == 1 && !anyNumber(0)) {
            rows = 1;
        }
        int index = -1;
        if (rows > 0 && rows < block.rows().length - 1 && isIndexName(rows)) {
            index = rows;
            rows++;
        }
        depth = rows;
        indexRow = index;
    }

    /** How many of the block's rows are header rows, a row of index names included. */
    int depth() {
        return depth;
    }

    /** The grid row of the innermost header; -1 without header. */
    int lastRow() {
        int levels = indexRow >= 0 ? depth - 1 : depth;
        return levels == 0 ? -1 : block.rows()[levels - 1];
    }

    /** The header texts of a column, outermost first; blanks in outer levels are filled from the left. */
    List<String> texts(int column) {
        List<String> texts = new ArrayList<>();
        int levels = indexRow >= 0 ? depth - 1 : depth;
        for (int level = 0; level < levels; level++) {
            String text = text(level, column);
            if (text.isEmpty()
                    && level < levels - 1
                    && column > block.firstColumn()
                    && anyBelow(level, levels, column)) {
                text = fromLeft(level, column);
            }
            if (!text.isEmpty()
                    && (texts.isEmpty() || !texts.get(texts.size() - 1).equals(text))) {
                texts.add(text);
            }
        }
        if (indexRow >= 0) {
            String text = text(indexRow, column);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    private String text(int level, int column) {
        return grid.text(block.rows()[level], column).strip();
    }

    private boolean anyBelow(int level, int levels, int column) {
        for (int below = level + 1; below < levels; below++) {
            if (!text(below, column).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private String fromLeft(int level, int column) {
        for (int c = column - 1; c > block.firstColumn(); c--) {
            String text = text(level, c);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private boolean anyNumber(int i) {
        int row = block.rows()[i];
        for (int c = block.firstColumn(); c <= block.lastColumn(); c++) {
            if (looks.isFigure(row, c)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeader(int i) {
        int row = block.rows()[i];
        int words = 0;
        int numbers = 0;
        int marks = 0;
        int levels = 0;
        for (int c = block.firstColumn() + 1; c <= block.lastColumn(); c++) {
            if (looks.isWords(row, c)) {
                words++;
            } else if (isLevel(row, c)) {
                levels++;
            } else if (looks.isMark(row, c)) {
                marks++;
            } else if (looks.isFigure(row, c)) {
                numbers++;
            }
        }
        if (words > levels) {
            words += levels; // count, mean, 25%, 50%, 75%
        } else {
            numbers += levels;
        }
        boolean firstWords = looks.isWords(row, block.firstColumn());
        boolean firstBlank = looks.isBlank(row, block.firstColumn());
        if (numbers == 0 && (words > 0 || i == 0)) {
            // a row of texts below a header is a header only where numbers stand below it
            boolean onlyMarks = words == 0 && marks > 0 && (i > 0 || grid.isData(row));
            return !onlyMarks
                    && (i == 0 ? words + marks > 0 || firstWords : words + marks > 1 && wordsAboveNumbers(i, words));
        }
        boolean underOneText = i == 0 || isLone(i - 1);
        if (underOneText && Classes.fill(grid, row, block.firstColumn() + 1, block.lastColumn())) {
            return true;
        }
        if (numbers == 0) {
            return false;
        }
        if (i > 0) {
            boolean totalled = words > 0 && numbers > 1 && wordsAboveNumbers(i, words) && ascending(row);
            return (totalled && isLone(i - 1))
                    || (spansAbove(i - 1) && ascendingInSpans(i))
                    || areLevelsOfPercentiles(i);
        }
        if ((firstBlank && words == 0) || areYearsOverWords(i) || TimesAcross.stand(grid, block, row)) {
            return true;
        }
        if (words > 0) {
            return wordsAboveNumbers(i, words) && (ascending(row) || ascendingCodes(row));
        }
        return firstWords && ascending(row) && (numbers >= 2 ? areNames(row) || areTimes(row) : isNumberedColumn(row));
    }

    /** Whether a cell is a percentage and nothing else. */
    private boolean isLevel(int row, int column) {
        return grid.kind(row, column) == Grid.Kind.TEXT
                && looks.isFigure(row, column)
                && grid.text(row, column).strip().endsWith("%");
    }

    /** A lone column called 0: a program has counted the columns, for want of a name. */
    private boolean isNumberedColumn(int row) {
        int last = block.lastColumn();
        return looks.isWhole(row, last) && grid.unscaled(row, last) == 0 && numberBelow(0, last);
    }

    /** Whether at least half of the words of a header row stand above columns that hold numbers further down. */
    private boolean wordsAboveNumbers(int i, int words) {
        int row = block.rows()[i];
        int above = 0;
        for (int c = block.firstColumn() + 1; c <= block.lastColumn(); c++) {
            if (looks.isWords(row, c) && numberBelow(i, c)) {
                above++;
            }
        }
        return above * 2 >= words;
    }

    private boolean numberBelow(int i, int column) {
        for (int below = i + 1; below < block.rows().length && below < i + 12; below++) {
            if (looks.isNumeric(block.rows()[below], column)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the numbers of the first row are years, the same one perhaps over several columns, and words stand below. */
    private boolean areYearsOverWords(int i) {
        return looks.years(block.rows()[i], block.firstColumn() + 1, block.lastColumn()) > 0
                && i + 1 < block.rows().length
                && !anyNumber(i + 1);
    }

    /** Whether the whole numbers of a row rise from left to right as years or class numbers do; words are left aside. */
    private boolean ascending(int row) {
        long before = Long.MIN_VALUE;
        for (int c = block.firstColumn() + 1; c <= block.lastColumn(); c++) {
            if (grid.kind(row, c) == Grid.Kind.NUMBER) {
                if (!looks.isWhole(row, c) || grid.unscaled(row, c) <= before) {
                    return false;
                }
                before = grid.unscaled(row, c);
            }
        }
        return true;
    }

    /** Whether the numbers of a row are {@code 1.00, 2.00, 3.00}: codes one by one, as some programs print them. */
    private boolean ascendingCodes(int row) {
        BigDecimal before = null;
        for (int c = block.firstColumn() + 1; c <= block.lastColumn(); c++) {
            BigDecimal code = grid.number(row, c);
            if (code != null) {
                boolean first = before == null && code.compareTo(BigDecimal.ONE) <= 0 && code.signum() >= 0;
                boolean next = before != null && code.subtract(before).compareTo(BigDecimal.ONE) == 0;
                if (code.scale() != 2
                        || !(first || next)
                        || code.stripTrailingZeros().scale() > 0) {
                    return false;
                }
                before = code;
            }
        }
        return before != null;
    }

    /** Whether rising numbers are years, or classes one by one, and not data. */
    private boolean areNames(int row) {
        boolean years = true;
        boolean classes = true;
        long first = -1;
        long before = -1;
        for (int c = block.firstColumn() + 1; c <= block.lastColumn(); c++) {
            if (looks.isWhole(row, c)) {
                long n = grid.unscaled(row, c);
                years &= Looks.isYear(n);
                classes &= before < 0 || n == before + 1 || CodesForUnknown.has(n);
                first = before < 0 ? n : first;
                before = n;
            }
        }
        return years || (classes && (first <= 1 || (first <= LATEST_CLASS && before >= first + 2 && isBelowAll(row))));
    }

    /** Whether every number below is larger than the one on top of its column, and all are whole. */
    private boolean isBelowAll(int header) {
        int rows = 0;
        for (int i = 1; i < block.rows().length; i++) {
            int row = block.rows()[i];
            for (int c = block.firstColumn() + 1; c <= block.lastColumn(); c++) {
                if (grid.kind(row, c) == Grid.Kind.NUMBER) {
                    if (!looks.isWhole(row, c) || grid.unscaled(row, c) <= grid.unscaled(header, c)) {
                        return false;
                    }
                    rows++;
                }
            }
        }
        return rows > 0;
    }

    /** Whether rising numbers from 0 are the times at which every row below counts those who are left. */
    private boolean areTimes(int header) {
        int first = block.firstColumn() + 1;
        if (block.lastColumn() - first < 2 || !looks.isWhole(header, first) || grid.unscaled(header, first) != 0) {
            return false;
        }
        for (int i = 1; i < block.rows().length; i++) {
            int row = block.rows()[i];
            for (int c = first; c <= block.lastColumn(); c++) {
                boolean falls = c == first || grid.unscaled(row, c) <= grid.unscaled(row, c - 1);
                if (!looks.isWhole(row, c) || !falls) {
                    return false;
                }
            }
        }
        return block.rows().length > 1;
    }

    /** Whether the texts of a row span several columns: blanks follow them, or they are repeated. */
    private boolean spansAbove(int i) {
        int row = block.rows()[i];
        int spanned = 0;
        int texts = 0;
        for (int c = block.firstColumn() + 1; c <= block.lastColumn(); c++) {
            if (startsSpan(row, c)) {
                texts++;
            } else {
                spanned++;
            }
        }
        return texts > 0 && spanned >= texts;
    }

    /** Whether a row holds one text behind the labels, the name of a variable that stands over all of its codes. */
    private boolean isLone(int i) {
        int row = block.rows()[i];
        int texts = 0;
        for (int c = block.firstColumn() + 1; c <= block.lastColumn(); c++) {
            if (!looks.isBlank(row, c)) {
                texts += looks.isWords(row, c) ? 1 : 2;
            }
        }
        return texts == 1;
    }

    /** Whether numbers that rise below 100 under the one word {@code Percentiles} say which ones; labels are named once. */
    private boolean areLevelsOfPercentiles(int i) {
        int above = block.rows()[i - 1];
        int row = block.rows()[i];
        BigDecimal before = BigDecimal.ZERO;
        int levels = 0;
        for (int c = block.firstColumn(); c <= block.lastColumn(); c++) {
            BigDecimal level = grid.number(row, c);
            if (levels > 0 || PercentileNames.areMeant(grid.text(above, c))) {
                if (level == null || level.compareTo(before) <= 0 || level.compareTo(HUNDRED) >= 0) {
                    return false;
                }
                before = level;
                levels++;
            } else if (!looks.isBlank(row, c) && !(looks.isWords(row, c) && looks.isBlank(above, c))) {
                return false;
            }
        }
        return levels > 1;
    }

    private boolean startsSpan(int row, int column) {
        return !looks.isBlank(row, column)
                && (column == block.firstColumn() + 1 || !grid.text(row, column).equals(grid.text(row, column - 1)));
    }

    /** Whether years or classes begin anew under each text of the row above: 2019, 2020, 2019, 2020. */
    private boolean ascendingInSpans(int i) {
        int row = block.rows()[i];
        int above = block.rows()[i - 1];
        long before = -1;
        int steps = 0;
        for (int c = block.firstColumn() + 1; c <= block.lastColumn(); c++) {
            if (startsSpan(above, c)) {
                before = -1;
            }
            if (looks.isWhole(row, c)) {
                long n = grid.unscaled(row, c);
                boolean year = Looks.isYear(n) && n > before;
                boolean next = before < 0 ? n == 0 || n == 1 : n == before + 1;
                if (!year && !next) {
                    return false;
                }
                steps += before < 0 ? 0 : 1;
                before = n;
            } else if (looks.isWords(row, c)) {
                before = Math.max(before, numbered(grid.text(row, c)));
            } else if (!looks.isBlank(row, c)
                    && !NO_ANSWER.equals(grid.text(row, c).strip())) {
                return false;
            }
        }
        return steps > 0; // one number under each text would be data
    }

    /** The number that words begin with, as in {@code 1 - most deprived}; -1 where there is none. */
    private static long numbered(String words) {
        Matcher number = NUMBERED.matcher(words.strip());
        return number.lookingAt() ? Long.parseLong(number.group(1)) : -1;
    }

    /** Whether a row that holds one text in a label column names the index rather than a section. */
    private boolean isIndexName(int i) {
        int row = block.rows()[i];
        int filled = 0;
        for (int c = block.firstColumn(); c <= block.lastColumn(); c++) {
            if (!looks.isBlank(row, c)) {
                filled++;
                boolean named = c > block.firstColumn() && !looks.isBlank(block.rows()[i - 1], c);
                if (named || !looks.isWords(row, c) || numberBelow(i, c)) {
                    return false; // a column whose name stands above needs none
                }
            }
        }
        if (filled == 0 || filled > 3 || filled > block.lastColumn() - block.firstColumn()) {
            return false; // a full row is a row of data
        }
        for (int later = i + 1; later < block.rows().length; later++) {
            if (isSection(block.rows()[later])) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row holds one text in the first column and nothing else. */
    boolean isSection(int row) {
        if (!looks.isWords(row, block.firstColumn()) || block.firstColumn() == block.lastColumn()) {
            return false;
        }
        for (int c = block.firstColumn() + 1; c <= block.lastColumn(); c++) {
            if (!looks.isBlank(row, c)) {
                return false;
            }
        }
        return true;
    }
}
