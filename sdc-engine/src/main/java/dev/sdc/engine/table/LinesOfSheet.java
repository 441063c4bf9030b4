package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import java.util.ArrayList;
import java.util.List;

/** Rows of a grid that are lines of text, such as titles and notes, as a running text with the addresses of their cells. */
final class LinesOfSheet {
    private LinesOfSheet() {}

    /**
     * The rows as lines, with a blank one where rows do not follow one another.
     *
     * @param id the output that they belong to
     * @param rows grid rows, from top to bottom
     */
    static Prose of(String id, String file, Grid grid, List<Integer> rows, Declaration declaration) {
        List<String> lines = new ArrayList<>();
        List<List<Prose.Cell>> cells = new ArrayList<>();
        int next = rows.get(0);
        for (int row : rows) {
            if (row != next) {
                lines.add("");
                cells.add(List.of());
            }
            next = row + 1;
            line(grid, row, lines, cells);
        }
        OutputType declared = declaration.outputType();
        return new Prose(
                id,
                file,
                declared != null ? declared : OutputType.TEXT,
                declared != null,
                declaration,
                grid.sheet(),
                List.copyOf(lines),
                List.copyOf(lines),
                List.of(),
                List.copyOf(cells));
    }

    /** One row: its cells with what parted them, a comma or a space. */
    private static void line(Grid grid, int row, List<String> lines, List<List<Prose.Cell>> cells) {
        String between = grid.sheet() == null ? "," : " ";
        StringBuilder line = new StringBuilder();
        List<Prose.Cell> of = new ArrayList<>();
        for (int c = 0; c < grid.columns(); c++) {
            if (!grid.isBlank(row, c)) {
                line.append(line.isEmpty() ? "" : between);
                of.add(new Prose.Cell(line.length(), grid.address(row, c)));
                line.append(grid.text(row, c));
            }
        }
        lines.add(line.toString());
        cells.add(List.copyOf(of));
    }
}
