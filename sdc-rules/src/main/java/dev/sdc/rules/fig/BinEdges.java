package dev.sdc.rules.fig;

import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The edges of the bins of a histogram, where all are printed.
 *
 * @param first the lower edge of the first bin
 * @param last the upper edge of the last bin
 * @param width the width of the first bin
 * @param all every edge, rising
 */
record BinEdges(BigDecimal first, BigDecimal last, BigDecimal width, List<BigDecimal> all) {
    private static final String NUMBER = "([-−]?\\d{1,12}(?:\\.\\d{1,12})?)";
    private static final Pattern BIN =
            Pattern.compile("[\\[(]?\\s?" + NUMBER + "\\s?(?:,|;|-|–|to|bis|\\.\\.)\\s?" + NUMBER + "\\s?[\\])]?");

    /** The edges that the row labels give: {@code [18.3, 25.1)}, {@code 20-29}; empty where a bin is open or named otherwise. */
    static Optional<BinEdges> of(Table table) {
        List<BigDecimal> edges = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            if (table.isTotalRow(row)) {
                continue;
            }
            Matcher bin = BIN.matcher(label(table, row).strip());
            if (!bin.matches()) {
                return Optional.empty();
            }
            BigDecimal lower = number(bin.group(1));
            BigDecimal upper = number(bin.group(2));
            if (lower.compareTo(upper) >= 0 || (!edges.isEmpty() && lower.compareTo(edges.get(edges.size() - 1)) < 0)) {
                return Optional.empty();
            }
            if (edges.isEmpty() || lower.compareTo(edges.get(edges.size() - 1)) > 0) {
                edges.add(lower);
            }
            edges.add(upper);
        }
        return edges.size() < 3
                ? Optional.empty()
                : Optional.of(new BinEdges(
                        edges.get(0),
                        edges.get(edges.size() - 1),
                        edges.get(1).subtract(edges.get(0)),
                        List.copyOf(edges)));
    }

    /** Labels of a bin may stand in two columns, for its two edges. */
    private static String label(Table table, int row) {
        String label = table.rowLabel(row);
        if (!label.isEmpty()) {
            return label.replace(" / ", ", ");
        }
        for (Column column : table.columns()) {
            if (column.isLabel()) {
                return table.text(row, column.index());
            }
        }
        return "";
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replace('−', '-'));
    }

    /** Whether every edge lies on a grid of half the leading unit of the width: 0.5 for bins 7 wide, 5 for 20. */
    boolean areRound() {
        int exponent = width.precision() - width.scale() - 1;
        BigDecimal grid = BigDecimal.valueOf(5).scaleByPowerOfTen(exponent - 1);
        return all.stream()
                .allMatch(edge -> edge.remainder(grid).signum() == 0
                        || edge.add(step(edge)).remainder(grid).signum() == 0);
    }

    /** Bins of whole numbers print their upper edge one below the next lower one: 20-29. */
    private static BigDecimal step(BigDecimal edge) {
        return edge.ulp();
    }
}
