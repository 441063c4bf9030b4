package dev.sdc.engine.read.text;

import java.util.List;

/**
 * The header of a crossing of two variables as R prints it, where the names of the columns are numbers: the one variable in a
 * line of its own, right of the labels; below it the other one and the names; and the labels of the rows indented.
 *
 * <pre>{@code
 *    died
 * arm  0  1
 *   A 35  8
 * }</pre>
 */
final class CrossingHeader {
    private static final int FEWEST_SPACES = 2;
    private static final int MOST_NAME_WORDS = 3;

    private CrossingHeader() {}

    /** Whether the first row is the header of the others. */
    static boolean is(List<PrintedLine> above, List<PrintedLine> rows) {
        return rows.size() > 1
                && areIndented(rows.subList(1, rows.size()))
                && (isNamed(above, rows) || isWithoutVariables(rows));
    }

    private static boolean isNamed(List<PrintedLine> above, List<PrintedLine> rows) {
        if (above.isEmpty()) {
            return false;
        }
        PrintedLine variable = above.get(above.size() - 1);
        PrintedLine names = rows.get(0);
        return variable.kind() != PrintedLine.Kind.RULE
                && !variable.words().isEmpty()
                && variable.words().size() <= MOST_NAME_WORDS
                && variable.words().stream().noneMatch(Word::isFigure)
                && names.words().get(0).start() == 0
                && !names.words().get(0).isFigure()
                && rise(names, names.words().subList(1, names.words().size()))
                && variable.words().get(0).start() >= names.words().get(0).end();
    }

    /** The cells of the header, the first one as far to the right as the labels below it, which are no parts of it. */
    static List<Piece> over(PrintedLine row, List<Piece> header) {
        int indent = row.words().get(0).start();
        return header.stream()
                .map(piece -> piece.column() == 0 ? new Piece(0, piece.text(), piece.line(), indent) : piece)
                .toList();
    }

    private static boolean areIndented(List<PrintedLine> rows) {
        List<Word> first = rows.get(0).words();
        int indent = first.isEmpty() ? 0 : first.get(0).start();
        return indent >= FEWEST_SPACES
                && rows.stream()
                        .allMatch(row ->
                                !row.words().isEmpty() && row.words().get(0).start() == indent);
    }

    /** Names of columns alone, further right than the first labels, of which the last is a word: {@code 0 1 Sum}. */
    private static boolean isWithoutVariables(List<PrintedLine> rows) {
        PrintedLine names = rows.get(0);
        Word last = names.words().get(names.words().size() - 1);
        return names.words().get(0).start() > rows.get(1).words().get(0).end()
                && last.look() == Word.Look.WORDS
                && rows.get(1).words().size() > names.words().size()
                && rise(names, names.words());
    }

    /** Whole numbers that rise, and a word such as {@code Sum} behind them perhaps. */
    private static boolean rise(PrintedLine line, List<Word> words) {
        long before = Long.MIN_VALUE;
        int numbers = 0;
        for (Word word : words) {
            String text = line.text().substring(word.start(), word.end());
            if (word.look() != Word.Look.NUMBER) {
                continue;
            }
            if (text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
            long number = Long.parseLong(text);
            if (number <= before) {
                return false;
            }
            before = number;
            numbers++;
        }
        return numbers > 0;
    }
}
