package dev.sdc.engine.table;

import dev.sdc.engine.read.Captions;
import dev.sdc.engine.read.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the tables in a grid. Blank rows part tables where the part below has a header of its own; single lines of text
 * are titles, footnotes or section lines by their place; tables side by side are parted at a blank column where the right
 * one has labels of its own.
 */
final class Blocks {
    private static final Pattern NAMED_TABLE = Pattern.compile("\\s*+Table:\\s*+\\p{L}");

    private final Grid grid;
    private final Looks looks;
    private final int[] filled;
    private final int[] first;
    private final int[] last;
    private final boolean[] numeric;
    private final List<Block> found = new ArrayList<>();
    private final List<Integer> loose = new ArrayList<>();

    private List<Integer> titles = new ArrayList<>();
    private int[] rows = new int[16];
    private int count;
    private boolean hasData;

    private Blocks(Grid grid, Looks looks) {
        this.grid = grid;
        this.looks = looks;
        int height = grid.rows();
        filled = new int[height];
        first = new int[height];
        last = new int[height];
        numeric = new boolean[height];
        Arrays.fill(first, -1);
        for (int c = 0; c < grid.columns(); c++) {
            for (int r = 0; r < height; r++) {
                if (!looks.isBlank(r, c)) {
                    filled[r]++;
                    last[r] = c;
                    if (first[r] < 0) {
                        first[r] = c;
                    } else if (!numeric[r]) {
                        numeric[r] = looks.isNumeric(r, c);
                    }
                }
            }
        }
    }

    /** The tables of a grid, and the lines of text that belong to none. */
    record Parts(List<Block> blocks, List<Integer> looseLines) {}

    static Parts of(Grid grid, Looks looks) {
        Blocks blocks = new Blocks(grid, looks);
        blocks.walk();
        return new Parts(blocks.found, blocks.loose);
    }

    private void walk() {
        int r = 0;
        while (r < grid.rows()) {
            if (filled[r] == 0) {
                r++;
                continue;
            }
            int end = r;
            while (end < grid.rows() && filled[end] > 0) {
                end++;
            }
            run(r, end);
            r = end;
        }
        finish();
        if (!found.isEmpty() && !loose.isEmpty()) {
            Block end = found.remove(found.size() - 1);
            List<Integer> footnotes = new ArrayList<>(end.footnotes());
            footnotes.addAll(loose);
            found.add(new Block(end.titles(), end.rows(), footnotes, end.firstColumn(), end.lastColumn()));
            loose.clear();
        }
    }

    /** One run of rows without a blank row in it. */
    private void run(int from, int to) {
        int lead = from;
        while (lead < to && isLeadLine(lead, to)) {
            lead++;
        }
        if (lead == to) {
            for (int r = from; r < to; r++) {
                loose.add(r);
            }
            return;
        }
        boolean startsTable = count == 0 || (hasData && hasHeader(lead, to)) || isNamedTable(from, lead);
        if (startsTable) {
            finish();
            for (int r = from; r < lead; r++) {
                loose.add(r);
            }
            titles = new ArrayList<>(loose);
            loose.clear();
        } else {
            for (int line : loose) {
                add(line);
            }
            loose.clear();
            for (int r = from; r < lead; r++) {
                add(r);
            }
        }
        for (int r = lead; r < to; r++) {
            if (r > lead && hasData && !numeric[r] && filled[r] > 1 && !isMode(r) && restartsHeader(r, to, 2)) {
                List<Integer> lines = cutTrailingLines();
                finish();
                titles = lines;
            }
            add(r);
            hasData |= numeric[r] && !areYearsOverWords(r, to);
        }
    }

    /** Whether the lines above a table say that it is one, as PSPP writes it: {@code Table: Extreme Values}. */
    private boolean isNamedTable(int from, int lead) {
        return lead > from && NAMED_TABLE.matcher(grid.text(from, first[from])).lookingAt();
    }

    /** Whether the numbers of a row are years that do not fall, over a row of words: {@code 2019, , 2020} over {@code F, M, F, M}. */
    private boolean areYearsOverWords(int r, int to) {
        return r + 1 < to
                && !numeric[r + 1]
                && filled[r + 1] > 1
                && looks.years(r, 1, last[r]) > 1
                && restartsHeader(r + 1, to, 2);
    }

    /** A row that holds one text and nothing else. */
    private boolean isLine(int r) {
        return filled[r] == 1 && grid.columns() > 1 && looks.isWords(r, first[r]);
    }

    /** A line above a table: one text that is no header of the numbers below it, or a title that commas broke up. */
    private boolean isLeadLine(int r, int to) {
        if (isLine(r)) {
            boolean above = first[r] > 0 && r + 1 < to && looks.isNumeric(r + 1, first[r]);
            return !above;
        }
        if (filled[r] == 2 && numeric[r] && first[r] == 0 && isSizeName(grid.text(r, 0)) && isFollowedByWords(r, to)) {
            return true;
        }
        return !numeric[r] && first[r] == 0 && isNumberedTitle(grid.text(r, 0));
    }

    private static final Set<String> SIZES = Set.of(
            "n",
            "n =",
            "base",
            "denominator",
            "sample size",
            "patients",
            "number of patients",
            "total patients",
            "respondents",
            "number of respondents",
            "patienten",
            "anzahl patienten",
            "fallzahl");

    /** {@code N =} before a number of its own: the size of the table below. */
    private static boolean isSizeName(String text) {
        return SIZES.contains(Words.normal(text));
    }

    /** Whether a header stands below, or the next table behind a gap. */
    private boolean isFollowedByWords(int r, int to) {
        if (r + 1 < to) {
            return !numeric[r + 1] && filled[r + 1] > 1;
        }
        int next = r + 1;
        while (next < grid.rows() && filled[next] == 0) {
            next++;
        }
        return next + 1 < grid.rows() && !numeric[next] && filled[next] > 1;
    }

    private static final Set<String> TITLES = Set.of("panel", "title");

    /** {@code Table 3}, {@code Figure 2b}, {@code Table A}. */
    private static boolean isNumberedTitle(String text) {
        String[] words = Words.normal(text).split(" ", 3);
        return words.length > 1
                && (TITLES.contains(words[0]) || CaptionWords.contain(words[0]))
                && (words[1].length() == 1
                        || Character.isDigit(words[1].charAt(0))
                        || Character.isDigit(words[1].charAt(words[1].length() - 1)));
    }

    /** Whether the rows from here begin with a header: words above numbers. */
    private boolean hasHeader(int r, int to) {
        if (numeric[r]) {
            boolean beside = looks.isBlank(r, 0) && r + 1 < to && numeric[r + 1] && !looks.isBlank(r + 1, 0);
            return beside || areYearsOverWords(r, to);
        }
        return filled[r] > 1 && restartsHeader(r, to, 1);
    }

    /** Whether a row of a summary of words gives the most frequent ones, below how many there are. */
    private boolean isMode(int r) {
        return r > 0
                && Words.normal(grid.text(r, first[r])).equals("top")
                && first[r - 1] >= 0
                && Words.normal(grid.text(r - 1, first[r - 1])).equals("unique");
    }

    /** Whether the words of a row stand above numbers, in at least so many columns. */
    private boolean restartsHeader(int r, int to, int least) {
        int next = r + 1;
        while (next < to && !numeric[next]) {
            next++;
        }
        if (next >= to || next > r + 4) {
            return false;
        }
        int above = 0;
        for (int c = first[r]; c <= last[r]; c++) {
            if (looks.isWords(r, c) && looks.isNumeric(next, c)) {
                above++;
            }
        }
        return above >= least && looks.isWords(r, last[r]);
    }

    private void add(int r) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count + (count >> 1));
        }
        rows[count++] = r;
    }

    private List<Integer> cutTrailingLines() {
        int end = count;
        while (end > 0 && (isLine(rows[end - 1]) || isLegend(rows[end - 1]) || isBrokenFootnote(rows[end - 1]))) {
            end--;
        }
        List<Integer> lines = new ArrayList<>();
        for (int i = end; i < count; i++) {
            lines.add(rows[i]);
        }
        count = end;
        return lines;
    }

    private void finish() {
        if (count == 0) {
            return;
        }
        List<Integer> footnotes = cutTrailingLines();
        List<Integer> nextTitles = new ArrayList<>();
        for (int line : loose) {
            // a line between two tables explains the one above or names the one below
            if (!nextTitles.isEmpty() || !isFootnote(line)) {
                nextTitles.add(line);
            } else {
                footnotes.add(line);
            }
        }
        loose.clear();
        loose.addAll(nextTitles);
        int[] own = Arrays.copyOf(rows, count);
        for (int[] range : columnRanges(own)) {
            found.add(new Block(List.copyOf(titles), own, List.copyOf(footnotes), range[0], range[1]));
        }
        titles = new ArrayList<>();
        count = 0;
        hasData = false;
    }

    /** A mark with its meaning below the table: {@code * suppressed}. */
    private boolean isLegend(int r) {
        return filled[r] == 1
                && first[r] == 0
                && grid.columns() > 1
                && looks.isMark(r, 0)
                && grid.text(r, 0).strip().indexOf(' ') > 0
                && isFootnote(r);
    }

    /** A footnote that commas broke into several cells. */
    private boolean isBrokenFootnote(int r) {
        boolean says = first[r] == 0 && looks.isWords(r, 0) && isFootnote(r);
        return hasData && says && (!numeric[r] || grid.text(r, 0).indexOf(':') > 0);
    }

    private boolean isFootnote(int line) {
        return Captions.isFootnote(grid.text(line, first[line]));
    }

    /** Parts tables that stand side by side: a blank column between, and words at the left edge of the right part. */
    private List<int[]> columnRanges(int[] own) {
        int left = Integer.MAX_VALUE;
        int right = 0;
        for (int r : own) {
            left = Math.min(left, first[r]);
            right = Math.max(right, last[r]);
        }
        List<int[]> ranges = new ArrayList<>();
        int from = left;
        for (int c = left + 2; c < right - 1; c++) {
            if (isBlank(c, own) && !isBlank(c + 1, own) && c - from >= 2 && labelled(c + 1, own)) {
                ranges.add(new int[] {from, c - 1});
                from = c + 1;
            }
        }
        ranges.add(new int[] {from, right});
        return ranges;
    }

    private boolean isBlank(int c, int[] own) {
        for (int r : own) {
            if (!looks.isBlank(r, c)) {
                return false;
            }
        }
        return true;
    }

    private boolean labelled(int c, int[] own) {
        int words = 0;
        int numbers = 0;
        for (int r : own) {
            if (looks.isWords(r, c)) {
                words++;
            } else if (looks.isFigure(r, c)) {
                numbers++;
            }
        }
        return words > 1 && numbers == 0;
    }
}
