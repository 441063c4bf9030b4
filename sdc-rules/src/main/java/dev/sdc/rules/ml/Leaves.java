package dev.sdc.rules.ml;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The leaves of trees and the rules of rule lists in an output. */
final class Leaves {
    private static final String[] NAMES = {
        "leaf", "leaf id", "leaf no", "terminal node", "terminal nodes", "node id", "equivalence class", "rule"
    };
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Leaves() {}

    /** All leaves; empty where the output holds no tree. */
    static List<Leaf> in(Output output) {
        if (output instanceof Prose prose) {
            return PrintedTree.in(prose);
        }
        return output instanceof Table table && isOfLeaves(table) ? rows(table) : List.of();
    }

    private static boolean isOfLeaves(Table table) {
        boolean named =
                table.columns().stream().anyMatch(column -> column.isLabel() && Wording.is(column.leaf(), NAMES));
        boolean predicts = table.columns().stream().anyMatch(Leaves::isProbability);
        boolean counts = table.columns().stream()
                .anyMatch(column -> column.mayHold(ColumnRole.COUNT) && column.source() != Column.RoleSource.CONTENT);
        // pieces of a printed tree may look like tables without headers
        return table.type() == OutputType.DECISION_TREE ? named || predicts || counts : named && predicts;
    }

    private static List<Leaf> rows(Table table) {
        List<Leaf> leaves = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            if (!table.isTotalRow(row)) {
                leaves.add(leaf(table, row));
            }
        }
        return leaves;
    }

    private static Leaf leaf(Table table, int row) {
        @Nullable Quantity n = null;
        @Nullable Quantity end = null;
        List<Long> classes = new ArrayList<>();
        for (Column column : table.columns()) {
            for (Quantity figure : table.quantities(row, column.index())) {
                // numbers that nobody calls counts may be losses or codes of classes
                boolean named = column.source() != Column.RoleSource.CONTENT;
                if (figure.role().isCount() && Wording.begins(column.leaf(), "n of class")) {
                    n = n == null ? figure : n;
                    classes.add(figure.value().longValue());
                } else if (figure.role().isCount() && named) {
                    n = n == null ? figure : n;
                } else if (isProbability(column) && isEnd(figure)) {
                    end = figure;
                }
            }
        }
        int column = n != null ? n.column() : end != null ? end.column() : 0;
        long all = classes.stream().mapToLong(Long::longValue).sum();
        Long size = n == null ? null : (Long) (classes.isEmpty() ? n.value().longValue() : all);
        boolean pure = end != null
                || (classes.size() > 1
                        && classes.stream().filter(each -> each > 0).count() == 1);
        return new Leaf(table.rowLabel(row), table.address(row, column), size, List.copyOf(classes), pure);
    }

    private static boolean isProbability(Column column) {
        boolean probability = column.mayHold(ColumnRole.PROPORTION)
                || column.mayHold(ColumnRole.PERCENTAGE)
                || column.mayHold(ColumnRole.P_VALUE);
        return probability
                || Wording.names(
                        column.leaf(), "probability", "prob", "p", "risk", "purity", "confidence", "proportion");
    }

    /** 0, 1, or 100 where percentages are printed. */
    private static boolean isEnd(Quantity figure) {
        BigDecimal value = figure.value();
        return value.signum() == 0
                || value.compareTo(figure.role() == ColumnRole.PERCENTAGE ? HUNDRED : BigDecimal.ONE) == 0;
    }
}
