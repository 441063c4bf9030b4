package dev.sdc.engine.audit;

import dev.sdc.engine.audit.solve.Equations;
import dev.sdc.engine.audit.solve.Ranges;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.rule.Proof;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sums of money, days or the like that are held back, and what the printed ones under the same total leave for them. Where
 * some are negative nothing is said, and lines that do not add up are none.
 */
public final class HiddenTotals {
    /**
     * A sum that is not printed.
     *
     * @param low the least it can be
     * @param high the most it can be
     * @param proof how that follows, as sums of cells
     */
    public record HiddenTotal(Table table, int row, int column, BigDecimal low, BigDecimal high, Proof proof) {
        /** Whether one value is left. */
        public boolean exact() {
            return low.compareTo(high) == 0;
        }

        /** How it follows, in a sentence with the numbers. */
        public String because() {
            StringBuilder text = new StringBuilder();
            proof.steps().forEach(step -> text.append(step.text()).append("; "));
            return text + "it can "
                    + (exact()
                            ? "only be " + low.toPlainString()
                            : "be " + low.toPlainString() + " to " + high.toPlainString());
        }

        /** The cells it follows from, each {@code file!cell}. */
        public List<String> related() {
            Set<String> cells = new LinkedHashSet<>();
            proof.steps().forEach(step -> step.terms().forEach(term -> cells.add(term.place())));
            cells.remove(place(table, row, column));
            return List.copyOf(cells);
        }
    }

    /** Larger numbers are not added. */
    private static final int MOST_DIGITS = 16;

    private final Table table;
    private final int decimals;
    private final Map<Long, Integer> unknowns = new HashMap<>();
    private final List<Long> places = new ArrayList<>();
    private final Map<Long, List<Proof.Step>> steps = new HashMap<>();
    private final Equations.Builder builder = new Equations.Builder();

    private HiddenTotals(Table table, int decimals) {
        this.table = table;
        this.decimals = decimals;
    }

    /** The hidden sums of a table that stand under a printed total. */
    public static List<HiddenTotal> in(Table table, Facts facts) {
        if (!table.holds(ColumnRole.MAGNITUDE)) {
            return List.of();
        }
        return facts.once(table, Found.class, () -> new Found(read(table, facts)))
                .all();
    }

    private record Found(List<HiddenTotal> all) {}

    private static List<HiddenTotal> read(Table table, Facts facts) {
        Set<Integer> columns = new LinkedHashSet<>();
        boolean hides = false;
        int decimals = 0;
        int digits = 0;
        for (Column column : table.columns()) {
            if (column.role() == ColumnRole.MAGNITUDE) {
                columns.add(column.index());
                for (int row = 0; row < table.rowCount(); row++) {
                    hides |= table.cell(row, column.index()) instanceof CellValue.Suppressed;
                    BigDecimal value = sum(table, row, column.index());
                    if (value != null) {
                        decimals = Math.max(decimals, value.scale());
                        digits = Math.max(digits, value.precision() - value.scale());
                        if (value.signum() < 0 || value.precision() > MOST_DIGITS) {
                            return List.of();
                        }
                    }
                }
            }
        }
        if (!hides || decimals > MOST_DIGITS / 2 || digits + decimals > MOST_DIGITS) {
            return List.of();
        }
        HiddenTotals hidden = new HiddenTotals(table, decimals);
        rowGroups(table, facts).forEach(group -> columns.forEach(column -> hidden.add(group.down(column))));
        hidden.addRows(columns);
        return hidden.solve();
    }

    /** Rows that are the categories of one variable, and the row of their total. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Group(int[] rows, int total) {
        Line down(int column) {
            return new Line(false, column, rows, total, "");
        }
    }

    /** Those that counts go by; else all rows under the only total. */
    private static List<Group> rowGroups(Table table, Facts facts) {
        List<Group> groups = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        facts.forEachLine(table, line -> {
            if (!line.acrossColumns() && line.hasTotal() && seen.add(List.of(line.members(), line.total()))) {
                groups.add(new Group(line.members(), line.total()));
            }
        });
        if (groups.isEmpty()) {
            List<Integer> rows = new ArrayList<>();
            int total = -1;
            for (int row = 0; row < table.rowCount(); row++) {
                if (!table.isTotalRow(row)) {
                    rows.add(row);
                } else if (total >= 0) {
                    return List.of();
                } else {
                    total = row;
                }
            }
            if (total >= 0) {
                groups.add(new Group(rows.stream().mapToInt(Integer::intValue).toArray(), total));
            }
        }
        return groups;
    }

    /** Sums side by side of which one column is the total. */
    private void addRows(Set<Integer> columns) {
        List<Integer> totals =
                columns.stream().filter(c -> table.columns().get(c).total()).toList();
        int[] members = columns.stream()
                .filter(c -> !table.columns().get(c).total())
                .mapToInt(Integer::intValue)
                .toArray();
        if (totals.size() == 1 && members.length > 1) {
            for (int row = 0; row < table.rowCount(); row++) {
                add(new Line(true, row, members, totals.get(0), ""));
            }
        }
    }

    private static @Nullable BigDecimal sum(Table table, int row, int column) {
        List<Quantity> figures = table.quantities(row, column);
        return figures.size() == 1 && figures.get(0).role() == ColumnRole.MAGNITUDE
                ? figures.get(0).value()
                : null;
    }

    private void add(Line line) {
        BigDecimal total = sum(table, line.totalRow(), line.totalColumn());
        if (total == null) {
            return;
        }
        BigDecimal shown = BigDecimal.ZERO;
        List<Long> hidden = new ArrayList<>();
        List<Proof.Term> terms = new ArrayList<>();
        terms.add(new Proof.Term(Proof.Sign.PLUS, place(table, line.totalRow(), line.totalColumn())));
        for (int i = 0; i < line.size(); i++) {
            BigDecimal value = sum(table, line.row(i), line.column(i));
            if (value != null) {
                shown = shown.add(value);
            } else if (table.cell(line.row(i), line.column(i)) instanceof CellValue.Suppressed) {
                hidden.add(key(line.row(i), line.column(i)));
            } else {
                return;
            }
            if (i < Explanation.LISTED) {
                terms.add(new Proof.Term(
                        value == null ? Proof.Sign.EQUALS : Proof.Sign.MINUS,
                        place(table, line.row(i), line.column(i))));
            }
        }
        BigDecimal rest = total.subtract(shown);
        if (!hidden.isEmpty() && rest.signum() >= 0) {
            long left = rest.movePointRight(decimals).longValueExact();
            builder.sum(hidden.stream().mapToInt(this::unknown).toArray(), left, left);
            String text = "total " + total.toPlainString() + " \u2212 shown " + shown.toPlainString() + " = "
                    + rest.toPlainString() + (hidden.size() == 1 ? "" : " for " + hidden.size() + " hidden sums");
            Proof.Step step = new Proof.Step(text, List.copyOf(terms));
            hidden.forEach(place ->
                    steps.computeIfAbsent(place, p -> new ArrayList<>()).add(step));
        }
    }

    private long key(int row, int column) {
        return (long) row * table.columns().size() + column;
    }

    private int unknown(long key) {
        return unknowns.computeIfAbsent(key, k -> {
            places.add(k);
            return builder.unknown(0, Equations.OPEN);
        });
    }

    private List<HiddenTotal> solve() {
        List<HiddenTotal> all = new ArrayList<>();
        Ranges ranges = Ranges.of(builder.build());
        for (int i = 0; i < places.size(); i++) {
            if (!ranges.contradicted(i) && ranges.high(i) < Equations.OPEN) {
                int row = (int) (places.get(i) / table.columns().size());
                int column = (int) (places.get(i) % table.columns().size());
                all.add(new HiddenTotal(
                        table,
                        row,
                        column,
                        BigDecimal.valueOf(ranges.low(i), decimals),
                        BigDecimal.valueOf(ranges.high(i), decimals),
                        new Proof(List.copyOf(steps.getOrDefault(places.get(i), List.of())))));
            }
        }
        return List.copyOf(all);
    }

    private static String place(Table table, int row, int column) {
        return table.file() + "!" + table.address(row, column);
    }
}
