package dev.sdc.rules.rec;

import dev.sdc.rules.shape.ListedColumn;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Three columns of which one is the sum of the other two in every row, as an outcome is of its fitted value and its
 * residual.
 *
 * @param fluctuates whether a part is now above, now below zero, as residuals are and counts never
 */
record Sum(ListedColumn whole, ListedColumn first, ListedColumn second, boolean fluctuates) {
    private static final int MOST_COLUMNS = 8;
    private static final int FEW = 5;
    /** Each of three numbers is rounded by half a unit of its last decimal. */
    private static final BigDecimal SLACK = new BigDecimal("1.5");

    static Optional<Sum> in(List<ListedColumn> columns) {
        List<ListedColumn> numeric = columns.stream()
                .filter(column -> column.isNumeric() && !column.isCount() && column.rows() > FEW)
                .toList();
        if (numeric.size() > MOST_COLUMNS) {
            return Optional.empty();
        }
        for (int whole = 0; whole < numeric.size(); whole++) {
            for (int first = 0; first < numeric.size(); first++) {
                for (int second = first + 1; second < numeric.size(); second++) {
                    if (whole != first && whole != second) {
                        Sum sum = new Sum(numeric.get(whole), numeric.get(first), numeric.get(second), false);
                        if (sum.holds()) {
                            return Optional.of(sum.withSigns());
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean holds() {
        List<BigDecimal> wholes = whole.numbers();
        List<BigDecimal> firsts = first.numbers();
        List<BigDecimal> seconds = second.numbers();
        if (wholes.size() != firsts.size() || wholes.size() != seconds.size()) {
            return false;
        }
        for (int i = 0; i < wholes.size(); i++) {
            BigDecimal sum = firsts.get(i).add(seconds.get(i));
            int scale = Math.min(wholes.get(i).scale(), sum.scale());
            BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
            if (wholes.get(i).subtract(sum).abs().compareTo(unit.multiply(SLACK)) > 0) {
                return false;
            }
        }
        return true;
    }

    private Sum withSigns() {
        return new Sum(whole, first, second, changesSign(first) || changesSign(second));
    }

    private static boolean changesSign(ListedColumn column) {
        List<BigDecimal> numbers = column.numbers();
        return numbers.stream().anyMatch(n -> n.signum() < 0)
                && numbers.stream().anyMatch(n -> n.signum() > 0);
    }

    String words() {
        return "column '" + whole.header() + "' is the sum of '" + first.header() + "' and '" + second.header()
                + "' in each of the rows looked at, as an outcome is of fitted value and residual";
    }
}
