package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.read.Grid;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sheets of a workbook by their names, each with what a reader of the screen does not see of it. */
final class Sheets {
    /** A sheet. */
    record Seen(Grid grid, BitSet hiddenRows, BitSet hiddenColumns) {
        boolean isVisible() {
            return grid.layout().visibility() == Grid.Layout.Visibility.VISIBLE;
        }

        boolean shows(int row, int column) {
            return isVisible() && !hiddenRows.get(row) && !hiddenColumns.get(column);
        }

        /** Whether some cell of an area holds something. */
        boolean isFilled(Grid.Area area) {
            int lastRow = Math.min(area.lastRow(), grid.rows() - 1);
            int lastColumn = Math.min(area.lastColumn(), grid.columns() - 1);
            for (int c = area.firstColumn(); c <= lastColumn; c++) {
                for (int r = area.firstRow(); r <= lastRow; r++) {
                    if (!grid.isBlank(r, c)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private final Map<String, Seen> byName = new HashMap<>();

    Sheets(List<Grid> grids) {
        for (Grid grid : grids) {
            byName.put(
                    String.valueOf(grid.sheet()),
                    new Seen(
                            grid,
                            set(grid.layout().hiddenRows()),
                            set(grid.layout().hiddenColumns())));
        }
    }

    private static BitSet set(List<Integer> places) {
        BitSet set = new BitSet();
        places.forEach(set::set);
        return set;
    }

    @Nullable
    Seen named(String name) {
        return byName.get(name);
    }
}
