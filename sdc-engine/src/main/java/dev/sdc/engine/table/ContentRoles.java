package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column.RoleSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What numbers are where no header says it: by the declared kind of output and their own look. */
final class ContentRoles {
    /** A dimension has its total so often, and each of its codes. */
    private static final int FEWEST_TOTALS = 5;

    private static final int CENTS = 2;

    private final Grid grid;
    private final int[] rows;
    private final List<ColumnReading> columns;
    private final Declaration declaration;
    private final boolean total;
    private @Nullable Boolean zeroOrTotal;

    ContentRoles(Grid grid, int[] rows, List<ColumnReading> columns, Declaration declaration) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
        this.declaration = declaration;
        this.total = columns.stream().anyMatch(column -> TotalNames.isName(column.leaf()));
    }

    void assign(ColumnReading column) {
        ColumnContent content = column.content;
        if (content.figures + content.marks == 0) {
            return;
        }
        if (isCoded(column)) {
            column.be(ColumnRole.LABEL, RoleSource.CONTENT);
            return;
        }
        OutputType type = declaration.outputType();
        ColumnRole byType = type == null ? null : roleOf(type, content, isPointed(column));
        ColumnRole ofOne = content.countLike() ? ValueOfOnePerson.role(column.leaf()) : null;
        if (byType != null) {
            column.be(byType, RoleSource.CONTENT);
        } else if (ofOne != null) {
            column.be(ofOne, RoleSource.CONTENT);
        } else if (content.countLike()
                && ((type != OutputType.FREQUENCY_TABLE // whose counts programs print as 4.00, too
                                && isPointed(column)
                                && !printsZeroOrTotal())
                        || isAmount(column))) {
            column.be(ColumnRole.MAGNITUDE, RoleSource.CONTENT); // medians, and sums of them, but no counts
        } else if (content.countLike() || (content.figures == 0 && content.marks > 0)) {
            column.be(ColumnRole.COUNT, RoleSource.CONTENT);
        } else if (content.several > 0 && content.several * 2 >= content.figures) {
            column.be(ColumnRole.COUNT, RoleSource.CONTENT);
        } else if (content.figures > 0) {
            column.be(ColumnRole.MAGNITUDE, RoleSource.CONTENT);
        }
    }

    /** Whether a column holds few codes again and again and, in many rows, a word for all of them: no count does. */
    private boolean isCoded(ColumnReading column) {
        ColumnContent content = column.content;
        if (!content.countLike() || content.words < FEWEST_TOTALS || content.marks + content.blanks > 0) {
            return false;
        }
        Set<Long> codes = new HashSet<>();
        Set<String> words = new HashSet<>();
        int totals = 0;
        for (int row : rows) {
            boolean number = grid.kind(row, column.gridColumn) == Grid.Kind.NUMBER;
            if (number && grid.scale(row, column.gridColumn) == 0) {
                codes.add(grid.unscaled(row, column.gridColumn));
            } else if (!number) {
                words.add(grid.text(row, column.gridColumn).strip());
                totals += TotalNames.isName(grid.text(row, column.gridColumn)) ? 1 : 0;
            }
            if ((codes.size() + words.size()) * FEWEST_TOTALS > rows.length || (!number && !hasNumber(row))) {
                return false;
            }
        }
        return totals >= FEWEST_TOTALS;
    }

    /** Whether a row holds a number, as the header of a further table does not. */
    private boolean hasNumber(int row) {
        for (int c = 0; c < grid.columns(); c++) {
            if (grid.kind(row, c) == Grid.Kind.NUMBER) {
                return true;
            }
        }
        return false;
    }

    /** Whether whole numbers are printed as {@code 5.0}, as no count is where none is missing. */
    private boolean isPointed(ColumnReading column) {
        if (column.content.marks + column.content.blanks > 0) {
            return false; // programs give counts a point, too, where one of them is missing
        }
        for (int row : rows) {
            String text = grid.text(row, column.gridColumn);
            boolean pointed = grid.style().decimal() == '.' && text.indexOf('.') >= 0;
            if (!pointed && text.chars().anyMatch(Character::isDigit)) { // 1 193 has no point either
                return false;
            }
        }
        return true;
    }

    /** Whether whole numbers are printed to the cent, {@code 5.00}, where another column of the table prints counts plainly. */
    private boolean isAmount(ColumnReading column) {
        return column.content.marks + column.content.blanks == 0
                && printsDecimals(column, CENTS, Integer.MAX_VALUE)
                && columns.stream()
                        .anyMatch(other -> other != column
                                && (other.source == RoleSource.UNKNOWN || other.isCount())
                                && other.content.countLike()
                                && printsDecimals(other, 0, 0));
    }

    private boolean printsDecimals(ColumnReading column, int fewest, int most) {
        return Arrays.stream(rows).allMatch(row -> {
            boolean number = grid.kind(row, column.gridColumn) == Grid.Kind.NUMBER;
            int scale = number ? grid.scale(row, column.gridColumn) : -1;
            return fewest <= scale && scale <= most;
        });
    }

    /** Whether the table prints a zero or a total, as one of counts does. */
    private boolean printsZeroOrTotal() {
        if (zeroOrTotal == null) {
            zeroOrTotal = Arrays.stream(rows).anyMatch(this::isZeroOrTotal);
        }
        return total || zeroOrTotal;
    }

    private boolean isZeroOrTotal(int row) {
        boolean found = TotalNames.mayBeName(grid.text(row, 0));
        for (int c = 0; c < grid.columns() && !found; c++) {
            found = grid.kind(row, c) == Grid.Kind.NUMBER && grid.unscaled(row, c) == 0;
        }
        return found;
    }

    private static @Nullable ColumnRole roleOf(OutputType type, ColumnContent content, boolean pointed) {
        boolean counts = content.countLike();
        return switch (type) {
            case PERCENTAGES -> counts ? null : ColumnRole.PERCENTAGE;
            case RATES, STANDARDISED_RATIOS -> counts ? null : ColumnRole.RATE;
            case MEANS -> counts && !pointed ? null : ColumnRole.MEAN;
            case PERCENTILES -> counts && !pointed ? null : ColumnRole.PERCENTILE;
            case WEIGHTED_TABLE -> ColumnRole.WEIGHTED_COUNT;
            case CORRELATION, HYPOTHESIS_TESTS, ML_MODEL, MODEL_OBJECT -> ColumnRole.STATISTIC;
            case FACTOR_ANALYSIS, CLASSIFIER_METRICS -> counts ? null : ColumnRole.STATISTIC;
            default -> type.isModel() && !counts ? ColumnRole.ESTIMATE : null;
        };
    }
}
