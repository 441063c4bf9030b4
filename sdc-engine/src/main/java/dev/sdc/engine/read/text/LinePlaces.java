package dev.sdc.engine.read.text;

import dev.sdc.engine.read.Places;
import java.util.Arrays;
import java.util.List;

/**
 * Lines and characters of the cells of a table in a text.
 *
 * @param at line and character of each cell, packed, by row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LinePlaces(long[][] at) implements Places {
    private static final int COLUMN_BITS = 24;
    private static final long NONE = -1;

    /** The places of the cells of a table; a blank cell is given the place where its column stands. */
    static LinePlaces of(List<List<Piece>> rows, int width) {
        long[][] at = new long[rows.size()][width];
        int[] usual = new int[width];
        Arrays.fill(usual, -1);
        for (int r = 0; r < at.length; r++) {
            Arrays.fill(at[r], NONE);
            for (Piece piece : rows.get(r)) {
                at[r][piece.column()] = pack(piece.line(), piece.at());
                if (usual[piece.column()] < 0) {
                    usual[piece.column()] = piece.at();
                }
            }
        }
        long line = 0;
        for (long[] row : at) {
            line = first(row, line);
            long here = line;
            for (int c = 0; c < width; c++) {
                if (row[c] == NONE) {
                    row[c] = pack((int) (here >> COLUMN_BITS), Math.max(usual[c], 0));
                } else {
                    here = row[c];
                }
            }
        }
        return new LinePlaces(at);
    }

    private static long first(long[] row, long otherwise) {
        for (long place : row) {
            if (place != NONE) {
                return place;
            }
        }
        return otherwise;
    }

    private static long pack(int line, int character) {
        return ((long) line << COLUMN_BITS) | Math.min(character, (1 << COLUMN_BITS) - 1);
    }

    @Override
    public String of(int row, int column) {
        return "@" + text(row, column);
    }

    @Override
    public String of(int firstRow, int firstColumn, int lastRow, int lastColumn) {
        return "@" + text(firstRow, firstColumn) + "-" + text(lastRow, lastColumn);
    }

    private String text(int row, int column) {
        long place = at[row][column];
        return ((place >> COLUMN_BITS) + 1) + ":" + ((place & ((1 << COLUMN_BITS) - 1)) + 1);
    }
}
