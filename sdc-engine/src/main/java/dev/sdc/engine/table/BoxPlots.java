package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The five numbers of a box plot under the names that programs give them, which only together mean them. */
final class BoxPlots {
    /** What R calls the rows of a matrix without names: {@code [1,]}. */
    private static final List<String> OF_A_MATRIX =
            Stream.of("[1,]", "[2,]", "[3,]", "[4,]", "[5,]").map(Words::normal).toList();

    /** No drawing has more boxes. */
    private static final int MOST_ROWS = 10_000;

    private BoxPlots() {}

    /** Columns called {@code ymin, lower, middle, upper, ymax}. */
    static void columns(List<ColumnReading> columns) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(Words.normal(column.leaf())));
        List<String> five = BoxPlotNames.ofProgram(names);
        for (ColumnReading column : columns) {
            int at = five.indexOf(Words.normal(column.leaf()));
            if (at >= 0 && column.source != RoleSource.DECLARED) {
                column.be(BoxPlotNames.FIVE.get(at).role(), RoleSource.HEADER);
                column.level = BoxPlotNames.FIVE.get(at).level();
            }
        }
    }

    /** Rows of such names, and the five rows of a matrix without any that is declared to be of a box plot. */
    static void rows(Grid grid, RowLabels labels, int rows, Declaration declaration, Map<Integer, RowRole> roles) {
        if (rows > MOST_ROWS) {
            return;
        }
        Map<String, List<Integer>> named = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            int level = labels.innermost(row);
            if (level >= 0) {
                String label = grid.text(labels.source()[level][row], labels.columns()[level]);
                named.computeIfAbsent(Words.normal(label), words -> new ArrayList<>())
                        .add(row);
            }
        }
        boolean matrix = rows == OF_A_MATRIX.size()
                && declaration.outputType() == OutputType.BOX_PLOT
                && List.copyOf(named.keySet()).equals(OF_A_MATRIX);
        List<String> five = matrix ? OF_A_MATRIX : BoxPlotNames.ofProgram(named.keySet());
        for (int i = 0; i < five.size(); i++) {
            RowRole role = BoxPlotNames.FIVE.get(i);
            named.getOrDefault(five.get(i), List.of()).forEach(row -> roles.put(row, role));
        }
    }
}
