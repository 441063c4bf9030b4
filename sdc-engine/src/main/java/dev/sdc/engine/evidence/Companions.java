package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The figures printed beside a figure that speak of the same variable and group: the standard deviation of a mean, the
 * limits of an estimate.
 */
public final class Companions {
    private Companions() {}

    /** The companion of a role; empty when there is none. The figure itself is no companion. */
    public static Optional<Quantity> of(Table table, Quantity figure, ColumnRole role) {
        for (Quantity part : table.quantities(figure.row(), figure.column())) {
            if (part.role() == role && !part.equals(figure)) {
                return Optional.of(part);
            }
        }
        return table.rowRole(figure.row()) == null ? inRow(table, figure, role) : inColumn(table, figure, role);
    }

    /** The limits of the confidence interval of a figure, lower first; empty unless both are there. */
    public static Optional<List<Quantity>> limits(Table table, Quantity figure) {
        Optional<Quantity> lower = of(table, figure, ColumnRole.CI_LOWER);
        Optional<Quantity> upper = of(table, figure, ColumnRole.CI_UPPER);
        return lower.isPresent() && upper.isPresent()
                ? Optional.of(List.of(lower.get(), upper.get()))
                : Optional.empty();
    }

    /** The one whose header shares most words with the figure's, then the nearest. */
    private static Optional<Quantity> inRow(Table table, Quantity figure, ColumnRole role) {
        if (!table.holds(role)) {
            return Optional.empty();
        }
        Set<String> words = words(table, figure.column());
        Quantity best = null;
        long bestRank = Long.MAX_VALUE;
        for (int column = 0; column < table.columns().size(); column++) {
            if (column == figure.column() || !table.columns().get(column).mayHold(role)) {
                continue;
            }
            Set<String> shared = words(table, column);
            shared.retainAll(words);
            // what follows a figure belongs to it before what stands ahead of it
            int distance =
                    column > figure.column() ? 2 * (column - figure.column()) - 1 : 2 * (figure.column() - column);
            long rank = 100_000L * (100 - Math.min(100, shared.size())) + distance;
            for (Quantity part : table.quantities(figure.row(), column)) {
                if (part.role() == role && rank < bestRank) {
                    best = part;
                    bestRank = rank;
                }
            }
        }
        return best == null || belongsToAnother(table, figure, best) ? Optional.empty() : Optional.of(best);
    }

    /** Whether a companion stands under an outer header of its own together with another figure of this kind. */
    private static boolean belongsToAnother(Table table, Quantity figure, Quantity companion) {
        List<String> own = parents(table, figure.column());
        List<String> other = parents(table, companion.column());
        if (own.isEmpty() || other.isEmpty() || own.equals(other)) {
            return false;
        }
        for (int column = 0; column < table.columns().size(); column++) {
            if (table.columns().get(column).mayHold(figure.role())
                    && parents(table, column).equals(other)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> parents(Table table, int column) {
        List<String> header = table.columns().get(column).header();
        return header.isEmpty() ? header : header.subList(0, header.size() - 1);
    }

    /** The nearest row that states the role, below first. */
    private static Optional<Quantity> inColumn(Table table, Quantity figure, ColumnRole role) {
        int reach = 40;
        List<Integer> rows = new ArrayList<>();
        for (int distance = 1; distance <= reach; distance++) {
            rows.add(figure.row() + distance);
            rows.add(figure.row() - distance);
        }
        for (int row : rows) {
            if (row >= 0 && row < table.rowCount() && table.rowRole(row) == role) {
                for (Quantity part : table.quantities(row, figure.column())) {
                    if (part.role() == role) {
                        return Optional.of(part);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Set<String> words(Table table, int column) {
        return new HashSet<>(Arrays.asList(
                Wording.words(table.columns().get(column).name()).strip().split(" ", -1)));
    }
}
