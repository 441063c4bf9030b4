package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.table.Column.RoleSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Headers that are levels of quantiles and nothing else, as pandas writes them: {@code 0.25, 0.5, 0.75}. */
final class QuantileLevels {
    private static final Pattern LEVEL = Pattern.compile("0?\\.\\d{1,4}");

    private QuantileLevels() {}

    /** The level that a header is, or null. */
    static @Nullable BigDecimal of(String header) {
        if (!LEVEL.matcher(header.strip()).matches()) {
            return null;
        }
        BigDecimal level = new BigDecimal(header.strip());
        return level.signum() > 0 ? level : null;
    }

    /**
     * Whether the first row of a block names columns by levels: where all of its numbers rise between 0 and 1, and they are
     * declared to be percentiles, or the figures below have a point each, as no count has, and rise with the level.
     */
    static boolean headColumns(Grid grid, Block block, Declaration declaration) {
        int[] rows = block.rows();
        List<Integer> columns = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        for (int c = block.firstColumn() + 1; c <= block.lastColumn(); c++) {
            if (grid.number(rows[0], c) != null) {
                columns.add(c);
                headers.add(grid.text(rows[0], c));
            }
        }
        return rows.length > 1
                && areRising(headers)
                && (headers.stream().allMatch(header -> isDeclared(header, declaration))
                        || riseWithPoint(grid, rows, 1, columns));
    }

    /** Reads the columns under levels as percentiles where their figures show that they are. */
    static void assign(Grid grid, int[] rows, List<ColumnReading> columns) {
        List<ColumnReading> headed =
                columns.stream().filter(column -> of(column.leaf()) != null).toList();
        boolean quantiles = areRising(headed.stream().map(ColumnReading::leaf).toList())
                && riseWithPoint(
                        grid,
                        rows,
                        0,
                        headed.stream().map(column -> column.gridColumn).toList());
        if (quantiles) {
            headed.forEach(column -> {
                column.be(ColumnRole.PERCENTILE, RoleSource.HEADER);
                column.level = of(column.leaf());
            });
        }
    }

    private static boolean isDeclared(String header, Declaration declaration) {
        for (Map.Entry<String, ColumnRole> entry : declaration.columns().entrySet()) {
            if (entry.getKey().strip().equals(header.strip())) {
                return entry.getValue() == ColumnRole.PERCENTILE;
            }
        }
        return false;
    }

    private static boolean areRising(List<String> headers) {
        BigDecimal before = BigDecimal.ZERO;
        for (String header : headers) {
            BigDecimal level = of(header);
            if (level == null || level.compareTo(before) <= 0) {
                return false;
            }
            before = level;
        }
        return headers.size() > 1;
    }

    /** Whether the figures of each row have a point, never fall from left to right, and are not all parts of one. */
    private static boolean riseWithPoint(Grid grid, int[] rows, int from, List<Integer> columns) {
        boolean above = false;
        for (int i = from; i < rows.length; i++) {
            BigDecimal before = null;
            for (int c : columns) {
                BigDecimal number = grid.number(rows[i], c);
                if (number == null
                        || grid.text(rows[i], c).indexOf('.') < 0
                        || (before != null && number.compareTo(before) < 0)) {
                    return false;
                }
                above |= number.compareTo(BigDecimal.ONE) > 0;
                before = number;
            }
        }
        return above;
    }
}
