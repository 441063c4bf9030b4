package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks something of label texts once for every different text, for tables with very many rows. */
final class LabelTexts<T> {
    private final Grid grid;
    private final Function<String, @Nullable T> question;
    private final @Nullable Object[] answers;
    private final boolean[] asked;

    LabelTexts(Grid grid, Function<String, @Nullable T> question) {
        this.grid = grid;
        this.question = question;
        this.answers = new @Nullable Object[grid.textCount()];
        this.asked = new boolean[grid.textCount()];
    }

    /** The answer for the text of a cell; null for a cell that holds a number or nothing. */
    @SuppressWarnings("unchecked") // only answers of the question are stored
    @Nullable
    T of(int row, int column) {
        if (grid.kind(row, column) != Grid.Kind.TEXT) {
            return null;
        }
        int code = grid.textCode(row, column);
        if (!asked[code]) {
            asked[code] = true;
            answers[code] = question.apply(grid.textOf(code).strip());
        }
        return (T) answers[code];
    }
}
