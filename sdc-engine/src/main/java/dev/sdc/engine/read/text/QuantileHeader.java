package dev.sdc.engine.read.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells levels above the quantiles of some groups, {@code n 25% 50% 75%} as R prints a matrix of them, from a row of figures:
 * they rise, stand right above figures, and no figure of the row below is a percentage.
 */
final class QuantileHeader {
    private static final Pattern LEVEL = Pattern.compile("\\d{1,2}(?:\\.\\d{1,4})?%|100%");

    private QuantileHeader() {}

    /** Whether a line is such a header of the row below it. */
    static boolean is(PrintedLine line, PrintedLine row) {
        if (line.bars().length > 0
                || row.words().isEmpty()
                || row.words().get(0).isFigure()) {
            return false;
        }
        BigDecimal before = null;
        int levels = 0;
        for (Word word : line.words()) {
            String text = line.text().substring(word.start(), word.end());
            if (word.isFigure()) {
                if (!LEVEL.matcher(text).matches()) {
                    return false;
                }
                BigDecimal level = new BigDecimal(text.substring(0, text.length() - 1));
                if ((before != null && level.compareTo(before) <= 0) || !standsOverFigure(word, row)) {
                    return false;
                }
                before = level;
                levels++;
            }
        }
        return levels > 1;
    }

    /** Whether a figure that is no percentage ends where a word does. */
    private static boolean standsOverFigure(Word word, PrintedLine row) {
        List<Word> figures = row.words();
        return figures.stream()
                .anyMatch(figure -> figure.end() == word.end()
                        && figure.look() == Word.Look.NUMBER
                        && row.text().charAt(figure.end() - 1) != '%');
    }
}
