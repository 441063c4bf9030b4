package dev.sdc.rules.reg;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Locale;

/** The numbers of units that a table of coefficients prints beside every level of a variable, the reference included. */
final class PrintedLevels {
    private final Table table;
    private final int minimum;
    private final List<Column> sizes;

    PrintedLevels(Table table, int minimum) {
        this.table = table;
        this.minimum = minimum;
        this.sizes = table.columns().stream()
                .filter(column ->
                        column.source() == Column.RoleSource.HEADER || column.source() == Column.RoleSource.DECLARED)
                .filter(column -> column.role() == ColumnRole.COUNT || column.role() == ColumnRole.DISTINCT_PATIENTS)
                .toList();
    }

    /** Whether a term stands among two levels or more of its variable, and all of them print enough units. */
    boolean prints(Term term) {
        List<String> labels = table.rowLabels(term.estimate().row());
        if (labels.size() < 2 || sizes.isEmpty() || term.isInteraction()) {
            return false;
        }
        List<String> variable = labels.subList(0, labels.size() - 1);
        int levels = 0;
        boolean reference = false;
        for (int row = 0; row < table.rowCount(); row++) {
            List<String> other = table.rowLabels(row);
            if (other.size() == labels.size()
                    && other.subList(0, other.size() - 1).equals(variable)) {
                levels++;
                reference |= isReference(row, term.estimate().column());
                for (Column size : sizes) {
                    if (table.count(row, size.index()) < minimum) {
                        return false;
                    }
                }
            }
        }
        return levels > 1 && reference;
    }

    /** Whether a row is of the level that others are compared with: 1, 0 or a word in the place of its coefficient. */
    private boolean isReference(int row, int column) {
        String text = table.text(row, column).strip();
        List<Quantity> figures = table.quantities(row, column);
        return figures.isEmpty() || text.toLowerCase(Locale.ROOT).contains("ref") || text.matches("[01](?:\\.0{1,4})?");
    }
}
