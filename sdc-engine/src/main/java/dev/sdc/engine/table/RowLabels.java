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

    List<String> of(int row) {
        List<String> labels = new ArrayList<>(columns.length + 1);
        if (section[row] >= 0) {
            labels.add(grid.text(section[row], sectionColumn).strip());
        }
        for (int c = 0; c < columns.length; c++) {
            int at = source[c][row];
            String text = at < 0 ? "" : grid.text(at, columns[c]).strip();
            if (!text.isEmpty()) {
                labels.add(text);
            }
        }
        return labels;
    }
}
