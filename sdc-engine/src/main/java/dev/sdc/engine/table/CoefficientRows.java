package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of a table of coefficients whose label is the name of a regressor that counts, {@code Number of visits}: they print an
 * error, an interval or a test in the columns for these, as the row of a model's size does not.
 */
final class CoefficientRows {
    private static final Set<ColumnRole> OF_A_COEFFICIENT = EnumSet.of(
            ColumnRole.SE, ColumnRole.CI_LOWER, ColumnRole.CI_UPPER, ColumnRole.P_VALUE, ColumnRole.STATISTIC);

    private CoefficientRows() {}

    /** Takes from rows of coefficients what their labels say of their figures. */
    static void open(Grid grid, int[] rows, List<ColumnReading> columns, Map<Integer, RowRole> roles) {
        List<ColumnReading> headed = columns.stream()
                .filter(column -> column.source == RoleSource.HEADER && OF_A_COEFFICIENT.contains(column.role))
                .toList();
        boolean estimates = columns.stream().anyMatch(column -> column.role == ColumnRole.ESTIMATE);
        if (estimates && headed.size() > 1) {
            roles.entrySet()
                    .removeIf(role -> role.getValue().role().isCount()
                            && isCoefficient(grid, rows[role.getKey()], headed, role.getValue()));
        }
    }

    private static boolean isCoefficient(Grid grid, int row, List<ColumnReading> headed, RowRole role) {
        List<String> figures = headed.stream()
                .map(column -> grid.text(row, column.gridColumn))
                .filter(text -> text.chars().anyMatch(Character::isDigit))
                .toList();
        boolean sizes = role.units() || role.ofFit();
        return figures.size() > 1
                && (!sizes
                        || figures.stream()
                                .anyMatch(figure -> figure.indexOf(grid.style().decimal()) >= 0));
    }
}
