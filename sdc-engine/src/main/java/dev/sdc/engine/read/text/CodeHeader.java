package dev.sdc.engine.read.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells a line of codes above the rows of a printed table, {@code stage  0  1}, from a row of counts: programs print it above
 * the columns of a crossing whose variable is coded.
 *
 * <p>Its codes are numbered through from 0 or 1, each stands right above a figure, and the line says by its form that it is a
 * header: it ends with a word, begins with a blank label, or with a name that stands left of the labels below or above the
 * names of labels. No row of totals is smaller than a row below it, and nothing above names the columns already.
 */
final class CodeHeader {
    private static final int MOST_NAMES = 2;

    private CodeHeader() {}

    /**
     * Whether a line is such a header.
     *
     * @param above the lines above it that may be headers themselves
     * @param below the lines below it, two of them
     */
    static boolean is(PrintedLine line, List<PrintedLine> above, List<PrintedLine> below) {
        List<Word> codes = codes(line);
        if (codes.isEmpty() || below.isEmpty() || line.bars().length > 0) {
            return false;
        }
        boolean names = isNames(below.get(0), codes.get(0));
        PrintedLine row = below.get(names && below.size() > 1 ? 1 : 0);
        Word last = line.words().get(line.words().size() - 1);
        boolean worded = !last.isFigure();
        boolean blank = line.words().get(0).equals(codes.get(0));
        boolean left = !row.words().isEmpty()
                && line.words().get(0).start() < row.words().get(0).start();
        return (worded || blank || left || names)
                && stands(line, codes, row)
                && above.stream().noneMatch(other -> standsOver(other, codes));
    }

    /** The codes of a line that holds a few names, codes that are numbered through, and one word at most; empty for another. */
    private static List<Word> codes(PrintedLine line) {
        List<Word> words = line.words();
        int from = 0;
        while (from < words.size() && words.get(from).look() == Word.Look.WORDS) {
            from++;
        }
        int to = from;
        List<Word> codes = new ArrayList<>();
        while (to < words.size() && words.get(to).look() == Word.Look.NUMBER) {
            codes.add(words.get(to));
            to++;
        }
        if (from > MOST_NAMES || codes.size() < 2 || to + 1 < words.size()) {
            return List.of();
        }
        String first = text(line, codes.get(0));
        int number = first.equals("0") ? 0 : 1;
        for (Word code : codes) {
            if (!text(line, code).equals(Integer.toString(number))) {
                return List.of();
            }
            number++;
        }
        return codes;
    }

    private static String text(PrintedLine line, Word word) {
        return line.text().substring(word.start(), word.end());
    }

    /** Whether a line holds words only, all of them left of the codes. */
    private static boolean isNames(PrintedLine line, Word code) {
        return !line.words().isEmpty()
                && line.words().stream().allMatch(word -> !word.isFigure() && word.end() <= code.start());
    }

    /** Whether a row begins with a label, has a figure below each code, and one of them is greater than the code. */
    private static boolean stands(PrintedLine header, List<Word> codes, PrintedLine row) {
        boolean greater = false;
        int at = 0;
        for (Word code : codes) {
            while (at < row.words().size() && row.words().get(at).end() < code.end()) {
                at++;
            }
            Word figure = at < row.words().size() ? row.words().get(at) : null;
            if (figure == null || figure.end() != code.end() || figure.look() != Word.Look.NUMBER) {
                return false;
            }
            greater |= figure.end() - figure.start() > code.end() - code.start()
                    || text(row, figure).compareTo(text(header, code)) > 0;
        }
        return greater && row.words().get(0).end() <= codes.get(0).start();
    }

    /** Whether words of a line end, or begin, where two of the codes do. */
    private static boolean standsOver(PrintedLine line, List<Word> codes) {
        return codes.stream()
                        .filter(code -> line.words().stream()
                                .anyMatch(word -> word.end() == code.end() || word.start() == code.start()))
                        .limit(2)
                        .count()
                > 1;
    }
}
