package dev.sdc.engine.evidence;

import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The rows of a table, each beside the earlier ones, for rules on rows that are alike. Totals are left out, and so is every
 * row with few counts above 0, be it the earlier of two or the later.
 */
public final class RowPairs {
    /** Up to so many rows, each is held against every earlier one. */
    private static final int ALL = 2_000;
    /** In longer tables each is held against so many rows above it, as their pairs grow with the square of their number. */
    private static final int REACH = 100;

    private final List<List<Quantity>> rows = new ArrayList<>();

    private RowPairs() {}

    /** Two counts that stand in the same column, one in each of two rows. */
    public record Beside(Quantity earlier, Quantity later) {
        public boolean same() {
            return earlier.value().compareTo(later.value()) == 0;
        }
    }

    /** The rows with at least so many counts above 0. */
    public static RowPairs of(Table table, int fewest) {
        RowPairs pairs = new RowPairs();
        for (int row = 0; row < table.rowCount(); row++) {
            if (table.isTotalRow(row)) {
                continue;
            }
            List<Quantity> counts = counts(table, row);
            if (counts.stream().filter(each -> each.value().signum() > 0).count() >= fewest) {
                pairs.rows.add(counts);
            }
        }
        return pairs;
    }

    private static List<Quantity> counts(Table table, int row) {
        List<Quantity> counts = new ArrayList<>();
        for (Column column : table.columns()) {
            for (Quantity each : table.quantities(row, column.index())) {
                if (each.role().isCount() && !column.total()) {
                    counts.add(each);
                }
            }
        }
        return counts;
    }

    /** How many rows are compared. */
    public int rows() {
        return rows.size();
    }

    /**
     * Visits what makes a row like an earlier one, of each row once. Rows whose counts stand in other columns are no pair.
     *
     * @param alike is given the counts of two rows side by side, and answers with those to be told of, if the rows are alike
     */
    public void forEachAlike(Function<List<Beside>, Optional<Beside>> alike, Consumer<Beside> visitor) {
        int reach = rows.size() <= ALL ? ALL : REACH;
        for (int later = 1; later < rows.size(); later++) {
            Optional<Beside> found = Optional.empty();
            for (int earlier = Math.max(0, later - reach); earlier < later && found.isEmpty(); earlier++) {
                List<Beside> counts = beside(rows.get(earlier), rows.get(later));
                found = counts.isEmpty() ? found : alike.apply(counts);
            }
            found.ifPresent(visitor);
        }
    }

    /** Column by column; nothing where the two rows do not have their counts in the same columns. */
    private static List<Beside> beside(List<Quantity> earlier, List<Quantity> later) {
        if (earlier.size() != later.size()) {
            return List.of();
        }
        List<Beside> counts = new ArrayList<>(later.size());
        for (int i = 0; i < later.size(); i++) {
            if (earlier.get(i).column() != later.get(i).column()) {
                return List.of();
            }
            counts.add(new Beside(earlier.get(i), later.get(i)));
        }
        return counts;
    }
}
