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
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * @param because how that follows, with the numbers
     * @param related the cells it follows from, each {@code file!cell}
     * @param proof the same as sums of cells
     */
    public record HiddenTotal(
            int row, int column, BigDecimal low, BigDecimal high, String because, List<String> related, Proof proof) {
        /** Whether one value is left. */
        public boolean exact() {
            return low.compareTo(high) == 0;
        }
    }

    /** Larger numbers are not added. */
    private static final int MOST_DIGITS = 16;

    private final Table table;
    private final int decimals;
    private final Map<Long, Integer> unknowns = new HashMap<>();
    private final List<Long> places = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
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
        for (Column column : table.columns()) {
            if (column.role() == ColumnRole.MAGNITUDE) {
                columns.add(column.index());
                for (int row = 0; row < table.rowCount(); row++) {
                    hides |= table.cell(row, column.index()) instanceof CellValue.Suppressed;
                    BigDecimal value = sum(table, row, column.index());
                    decimals = value == null ? decimals : Math.max(decimals, value.scale());
                    if (value != null && (value.signum() < 0 || value.precision() > MOST_DIGITS)) {
                        return List.of();
                    }
                }
            }
        }
        if (!hides || decimals > MOST_DIGITS / 2) {
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
        BigDecimal rest = sum(table, line.totalRow(), line.totalColumn());
        if (rest == null) {
            return;
        }
        List<Long> hidden = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            BigDecimal value = sum(table, line.row(i), line.column(i));
            if (value != null) {
                rest = rest.subtract(value);
            } else if (table.cell(line.row(i), line.column(i)) instanceof CellValue.Suppressed) {
                hidden.add(key(line.row(i), line.column(i)));
            } else {
                return;
            }
        }
        if (!hidden.isEmpty() && rest.signum() >= 0) {
            long left = rest.movePointRight(decimals)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .longValueExact();
            builder.sum(hidden.stream().mapToInt(this::unknown).toArray(), left, left);
            lines.add(line);
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
                BigDecimal low = BigDecimal.valueOf(ranges.low(i), decimals);
                BigDecimal high = BigDecimal.valueOf(ranges.high(i), decimals);
                all.add(new HiddenTotal(
                        row,
                        column,
                        low,
                        high,
                        because(row, column, low, high),
                        related(row, column),
                        proof(row, column)));
            }
        }
        return List.copyOf(all);
    }

    private String because(int row, int column, BigDecimal low, BigDecimal high) {
        StringBuilder text = new StringBuilder();
        through(row, column).forEach(line -> text.append(inWords(line)).append("; "));
        return text + "it can "
                + (low.compareTo(high) == 0
                        ? "only be " + low.toPlainString()
                        : "be " + low.toPlainString() + " to " + high.toPlainString());
    }

    private String inWords(Line line) {
        BigDecimal printed = BigDecimal.ZERO;
        int hidden = 0;
        for (int i = 0; i < line.size(); i++) {
            BigDecimal value = sum(table, line.row(i), line.column(i));
            hidden += value == null ? 1 : 0;
            printed = value == null ? printed : printed.add(value);
        }
        BigDecimal total = Objects.requireNonNullElse(sum(table, line.totalRow(), line.totalColumn()), BigDecimal.ZERO);
        return "total " + total.toPlainString() + " \u2212 shown " + printed.toPlainString() + " = "
                + total.subtract(printed).toPlainString()
                + (hidden == 1 ? "" : " for " + hidden + " hidden sums");
    }

    private Proof proof(int row, int column) {
        List<Proof.Step> steps = new ArrayList<>();
        for (Line line : through(row, column)) {
            List<Proof.Term> terms = new ArrayList<>();
            terms.add(new Proof.Term(Proof.Sign.PLUS, place(line.totalRow(), line.totalColumn())));
            for (int i = 0; i < line.size(); i++) {
                boolean hidden = sum(table, line.row(i), line.column(i)) == null;
                terms.add(new Proof.Term(
                        hidden ? Proof.Sign.EQUALS : Proof.Sign.MINUS, place(line.row(i), line.column(i))));
            }
            steps.add(new Proof.Step(inWords(line), List.copyOf(terms)));
        }
        return new Proof(List.copyOf(steps));
    }

    private String place(int row, int column) {
        return table.file() + "!" + table.address(row, column);
    }

    private List<String> related(int row, int column) {
        Set<String> cells = new LinkedHashSet<>();
        for (Line line : through(row, column)) {
            cells.add(place(line.totalRow(), line.totalColumn()));
            for (int i = 0; i < line.size(); i++) {
                cells.add(place(line.row(i), line.column(i)));
            }
        }
        cells.remove(place(row, column));
        return List.copyOf(cells);
    }

    private List<Line> through(int row, int column) {
        List<Line> through = new ArrayList<>();
        for (Line line : lines) {
            for (int i = 0; i < line.size(); i++) {
                if (line.row(i) == row && line.column(i) == column) {
                    through.add(line);
                }
            }
        }
        return through;
    }
}
