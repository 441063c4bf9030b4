package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.GridBuilder;
import dev.sdc.engine.read.Places;
import dev.sdc.engine.submission.ColumnRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A survival table whose points in time stand side by side, {@code Months, 0, 12, 24} above {@code At risk, 500, 440, 380}
 * or {@code Number at risk, 0, 12, 24} above the arms of a trial, turned so that each point in time is a row. Every cell
 * keeps its place in the file.
 *
 * @param grid the turned cells, with the lines above and below them
 * @param block the table in them
 */
record TurnedBlock(Grid grid, Block block) {
    private static final Set<ColumnRole> OF_SURVIVAL =
            Set.of(ColumnRole.AT_RISK, ColumnRole.SURVIVAL, ColumnRole.EVENTS, ColumnRole.CENSORED);

    /** More points in time, or more rows, are no table for print. */
    private static final int MOST = 1_000;

    /** The block turned; null where it is none of these tables. */
    static @Nullable TurnedBlock of(Grid grid, Block block) {
        int[] rows = block.rows();
        boolean few = rows.length > 1 && rows.length <= MOST && block.lastColumn() - block.firstColumn() <= MOST;
        Grid.Layout layout = grid.layout();
        boolean plain = layout.hiddenRows().isEmpty()
                && layout.hiddenColumns().isEmpty()
                && layout.shown().isEmpty();
        if (!few || !plain || !TimesAcross.rise(grid, block, rows[0])) {
            return null;
        }
        String corner = grid.text(rows[0], block.firstColumn());
        boolean times = TimesAcross.stand(grid, block, rows[0]);
        if (times && ofSurvival(grid, block)) {
            return turn(grid, block, "");
        }
        Stream<String> names = times || corner.isBlank()
                ? block.titles().stream().map(title -> grid.text(title, 0))
                : Stream.of(corner);
        return names.filter(name -> isAtRisk(name) && neverRise(grid, block))
                .findFirst()
                .map(name -> turn(grid, block, name))
                .orElse(null);
    }

    private static boolean isAtRisk(String name) {
        HeaderWords.Meaning meaning = HeaderWords.of(name);
        return meaning != null && meaning.role() == ColumnRole.AT_RISK;
    }

    /** Whether every row below the times counts fewer and fewer. */
    private static boolean neverRise(Grid grid, Block block) {
        for (int i = 1; i < block.rows().length; i++) {
            BigDecimal before = null;
            for (int column = block.firstColumn() + 1; column <= block.lastColumn(); column++) {
                BigDecimal now = grid.number(block.rows()[i], column);
                if (now != null && before != null && now.compareTo(before) > 0) {
                    return false;
                }
                before = now == null ? before : now;
            }
        }
        return true;
    }

    /** Whether half of the rows are measures of survival, and one of them the survival itself or those at risk. */
    private static boolean ofSurvival(Grid grid, Block block) {
        int[] rows = block.rows();
        int measures = 0;
        boolean main = false;
        for (int i = 1; i < rows.length; i++) {
            HeaderWords.Meaning meaning = HeaderWords.of(grid.text(rows[i], block.firstColumn()));
            ColumnRole role = meaning == null ? ColumnRole.LABEL : meaning.role();
            measures += OF_SURVIVAL.contains(role) ? 1 : 0;
            main |= role == ColumnRole.AT_RISK || role == ColumnRole.SURVIVAL;
        }
        return main && 2 * measures >= rows.length - 1;
    }

    /** Turns a block, with a header over all of its measures where {@code over} is not empty. */
    private static TurnedBlock turn(Grid grid, Block block, String over) {
        int headers = over.isEmpty() ? 0 : 1;
        int points = block.lastColumn() - block.firstColumn() + 1 + headers;
        int above = block.titles().size();
        GridBuilder turned = new GridBuilder(grid.sheet(), grid.style(), Long.MAX_VALUE);
        List<Integer> lines = new ArrayList<>(block.titles());
        lines.addAll(block.footnotes());
        for (int i = 0; i < lines.size(); i++) {
            int row = i < above ? i : i + points;
            for (int column = 0; column < grid.columns(); column++) {
                turned.set(row, column, grid.text(lines.get(i), column));
            }
        }
        for (int i = 0; i < block.rows().length; i++) {
            if (headers > 0) {
                turned.set(above, i, i == 0 ? "Time" : over);
            }
            for (int point = headers; point < points; point++) {
                boolean named = headers > 0 && i == 0 && point == headers;
                String text = grid.text(block.rows()[i], block.firstColumn() + point - headers);
                turned.set(above + point, i, named ? "" : text);
            }
        }
        Grid.Layout layout = new Grid.Layout(grid.layout().visibility(), List.of(), List.of(), List.of(), List.of());
        return new TurnedBlock(
                turned.build(layout).at(new Turned(grid, block, lines, headers)),
                new Block(
                        IntStream.range(0, above).boxed().toList(),
                        IntStream.range(above, above + points).toArray(),
                        IntStream.range(above + points, points + lines.size())
                                .boxed()
                                .toList(),
                        0,
                        block.rows().length - 1));
    }

    /** Where the cells stood. */
    private record Turned(Grid grid, Block block, List<Integer> lines, int headers) implements Places {
        @Override
        public String of(int row, int column) {
            return inSheet(grid.address(rowOf(row, column), columnOf(row, column)));
        }

        @Override
        public String of(int firstRow, int firstColumn, int lastRow, int lastColumn) {
            return inSheet(grid.address(
                    rowOf(firstRow, firstColumn),
                    columnOf(firstRow, firstColumn),
                    rowOf(lastRow, lastColumn),
                    columnOf(lastRow, lastColumn)));
        }

        private String inSheet(String address) {
            return grid.sheet() == null ? address : address.substring(address.lastIndexOf('!') + 1);
        }

        private int points() {
            return block.lastColumn() - block.firstColumn() + 1 + headers;
        }

        private int rowOf(int row, int column) {
            int above = block.titles().size();
            if (row < above) {
                return lines.get(row);
            }
            return row < above + points()
                    ? block.rows()[Math.min(column, block.rows().length - 1)]
                    : lines.get(row - points());
        }

        private int columnOf(int row, int column) {
            int above = block.titles().size();
            return row < above || row >= above + points()
                    ? column
                    : block.firstColumn() + Math.max(row - above - headers, 0);
        }
    }
}
