package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.read.Grid;
import org.jspecify.annotations.Nullable;

/** A cell's place by row and column from 0. */
record CellAddress(int row, int column) {
    /** Reads an address such as {@code B4} or {@code $B$4}; null where it is none. */
    static @Nullable CellAddress parse(String text) {
        long column = 0;
        long row = 0;
        int letters = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z' && digits == 0 && letters < 4) {
                column = column * 26 + (c - 'A' + 1);
                letters++;
            } else if (c >= '0' && c <= '9' && letters > 0 && digits < 8) {
                row = row * 10 + (c - '0');
                digits++;
            } else if (c != '$') {
                return null;
            }
        }
        return row < 1 || column < 1 ? null : new CellAddress((int) row - 1, (int) column - 1);
    }

    /** Reads a range such as {@code A1:B4}, or a single cell; null where it is none. */
    static Grid.@Nullable Area area(String text) {
        int colon = text.indexOf(':');
        CellAddress first = parse(colon < 0 ? text : text.substring(0, colon));
        CellAddress last = colon < 0 ? first : parse(text.substring(colon + 1));
        return first == null || last == null
                ? null
                : new Grid.Area(
                        Math.min(first.row, last.row),
                        Math.min(first.column, last.column),
                        Math.max(first.row, last.row),
                        Math.max(first.column, last.column));
    }
}
