package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import java.util.ArrayList;
import java.util.List;

/**
 * The labels of a table's rows: its section line, then its label columns, blanks filled from above.
 *
 * @param grid the raw cells
 * @param source for every label column, from the left, the grid row that a data row's label stands in; -1 for none
 * @param columns the grid column of every label column
 * @param section for every data row the grid row of its section line, -1 for none
 * @param sectionColumn the grid column that section lines stand in
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RowLabels(Grid grid, int[][] source, int[] columns, int[] section, int sectionColumn) {

    /** All labels of a row, its section first. */
    List<String> of(int row) {
        List<String> labels = new ArrayList<>(columns.length + 1);
        if (section[row] >= 0) {
            labels.add(grid.text(section[row], sectionColumn).strip());
        }
        labels.addAll(ofColumns(row));
        return labels;
    }

    /** The last label column that names a row; -1 where none does. */
    int innermost(int row) {
        for (int c = columns.length - 1; c >= 0; c--) {
            if (source[c][row] >= 0) {
                return c;
            }
        }
        return -1;
    }

    /** The last label that names a row; empty where none does. */
    String innermostText(int row) {
        int level = innermost(row);
        return level < 0 ? "" : text(row, level);
    }

    /** The label of a row in one of the label columns, blanks filled from above; empty where there is none. */
    String text(int row, int column) {
        int at = source[column][row];
        return at < 0 ? "" : grid.text(at, columns[column]).strip();
    }

    /** The labels that stand in label columns, blanks filled from above. */
    List<String> ofColumns(int row) {
        List<String> labels = new ArrayList<>(columns.length);
        for (int c = 0; c < columns.length; c++) {
            String text = text(row, c);
            if (!text.isEmpty()) {
                labels.add(text);
            }
        }
        return labels;
    }

    /** How many levels labels have: a section level first, if there are sections, then the label columns. */
    int levels() {
        return columns.length + (hasSections() ? 1 : 0);
    }

    private boolean hasSections() {
        for (int at : section) {
            if (at > 0) {
                return true;
            }
        }
        return false;
    }

    /** The grid row that the label of a level stands in; -1 for none. */
    int at(int row, int level, int levels) {
        int column = level - (levels - columns.length);
        return column < 0 ? section[row] : source[column][row];
    }

    /** The grid column of a level. */
    int column(int level, int levels) {
        int column = level - (levels - columns.length);
        return column < 0 ? sectionColumn : columns[column];
    }
}
