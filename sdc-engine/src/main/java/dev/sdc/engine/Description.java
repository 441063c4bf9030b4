package dev.sdc.engine;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Figure;
import dev.sdc.engine.table.ModelSummary;
import dev.sdc.engine.table.Opaque;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import java.util.Locale;

/** What was understood of an output, in a sentence without cell values. */
final class Description {
    /** Columns named one by one; the rest is counted. */
    private static final int NAMED = 12;

    private Description() {}

    static String of(Output output, OutputType type) {
        if (output instanceof Table table) {
            return table(table, type);
        }
        if (output instanceof ModelSummary summary) {
            return ModelWords.of(summary.model());
        }
        if (output instanceof Prose prose) {
            return "text of " + count(prose.lines().size(), "line");
        }
        if (output instanceof Figure) {
            return "a picture, whose numbers cannot be seen";
        }
        return output instanceof Opaque ? "not understood" : "";
    }

    private static String table(Table table, OutputType type) {
        StringBuilder text = new StringBuilder(kind(type))
                .append(", ")
                .append(count(table.rowCount(), "row"))
                .append(" by ")
                .append(count(table.columns().size(), "column"))
                .append(totals(table));
        String separator = ": ";
        int left = table.columns().size();
        for (Column column : table.columns()) {
            if (column.index() == NAMED && left > 1) {
                return text.append(" and ").append(left).append(" more").toString();
            }
            left--;
            text.append(separator)
                    .append(column.name().isEmpty() ? "(no header)" : column.name())
                    .append(" = ")
                    .append(role(column));
            separator = ", ";
        }
        return text.toString();
    }

    private static String kind(OutputType type) {
        String kind = type == OutputType.OTHER ? "table" : type.key().replace('_', ' ');
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    }

    /** The totals that were found, by which rules take one line from another. */
    private static String totals(Table table) {
        int rows = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            rows += table.isTotalRow(row) ? 1 : 0;
        }
        long columns = table.columns().stream().filter(Column::total).count();
        String found = (rows == 0 ? "" : rows == 1 ? ", total row found" : ", " + rows + " total rows found");
        return found
                + (columns == 0 ? "" : columns == 1 ? ", total column found" : ", " + columns + " total columns found");
    }

    private static String role(Column column) {
        ColumnRole role = column.role();
        if (role != null) {
            return role.key() + (column.total() ? " (total)" : column.cumulative() ? " (cumulative)" : "");
        }
        if (column.holds().isEmpty()) {
            return "unknown";
        }
        StringBuilder roles = new StringBuilder();
        for (ColumnRole held : column.holds()) {
            roles.append(roles.length() == 0 ? "" : " + ").append(held.key());
        }
        return roles.toString();
    }

    private static String count(int n, String thing) {
        return n + " " + thing + (n == 1 ? "" : "s");
    }
}
