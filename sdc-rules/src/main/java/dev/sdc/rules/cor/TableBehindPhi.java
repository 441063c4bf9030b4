package dev.sdc.rules.cor;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Interval;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Correlations of two yes-or-no variables whose shares are printed too: together they are a table of four cells. */
@SdcRule(
        id = "COR-003",
        title = "Correlation of two indicators",
        source = "Handbook on SDC for Outputs, 2024",
        parameters = "min_count")
public final class TableBehindPhi implements TableRule {
    private static final Interval ONE = Interval.of(1);

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        List<Quantity> phi = phi(table);
        if (!table.holds(ColumnRole.PROPORTION) && !table.holds(ColumnRole.PERCENTAGE) && phi.isEmpty()) {
            return new Outcome.NotApplicable("no shares of indicators");
        }
        List<Quantity> coefficients = new ArrayList<>(Correlations.in(table));
        coefficients.addAll(phi);
        Findings findings = Findings.in(this, table);
        int tested = 0;
        for (Quantity coefficient : coefficients.stream().distinct().toList()) {
            List<Interval> shares = shares(table, coefficient);
            Optional<Size> n = facts.sampleSize(table, coefficient);
            if (shares.isEmpty() && n.isPresent() && phi.contains(coefficient)) {
                shares = counted(table, coefficient, n.get().low());
            }
            if (shares.size() == 2 && n.isPresent()) {
                tested++;
                judge(table, coefficient, shares, n.get(), settings.minCount(), findings);
            }
        }
        return tested == 0
                ? new Outcome.NotApplicable("no correlation with the shares of two indicators beside it")
                : findings.outcome(tested + (tested == 1 ? " table" : " tables") + " of four cells");
    }

    private static List<Quantity> phi(Table table) {
        List<Quantity> figures = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.isLabel() && Wording.names(column.name(), "phi")) {
                for (int row = 0; row < table.rowCount(); row++) {
                    figures.addAll(table.quantities(row, column.index()));
                }
            }
        }
        return figures;
    }

    /** The shares in the row of a coefficient. */
    private static List<Interval> shares(Table table, Quantity coefficient) {
        List<Interval> shares = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean itself = column.index() == coefficient.column();
            for (Quantity part : itself ? List.<Quantity>of() : table.quantities(coefficient.row(), column.index())) {
                if (part.role() == ColumnRole.PROPORTION) {
                    shares.add(Printed.of(part.value()).interval());
                } else if (part.role() == ColumnRole.PERCENTAGE) {
                    shares.add(Printed.of(part.value()).movePointLeft(2).interval());
                }
            }
        }
        return shares;
    }

    /** The shares that the counts of both indicators are of all, where their counts stand in the row. */
    private static List<Interval> counted(Table table, Quantity coefficient, long n) {
        List<Interval> shares = new ArrayList<>();
        for (Column column : table.columns()) {
            long count = LineCounts.at(table, coefficient.row(), column.index());
            if (count > 0 && count < n) {
                shares.add(Interval.of(count).dividedBy(Interval.of(n)));
            }
        }
        return shares;
    }

    private static void judge(
            Table table, Quantity coefficient, List<Interval> shares, Size size, int minimum, Findings findings) {
        Interval p = shares.get(0);
        Interval q = shares.get(1);
        Interval n = new Interval(size.low(), size.high());
        Interval spread = p.times(ONE.minus(p)).times(q).times(ONE.minus(q)).root();
        Interval both =
                p.times(q).plus(Printed.of(coefficient.value()).interval().times(spread));
        List<Interval> cells = List.of(
                both.times(n),
                p.minus(both).times(n),
                q.minus(both).times(n),
                ONE.minus(p).minus(q).plus(both).times(n));
        for (Interval cell : cells) {
            boolean fits = Math.ceil(Math.max(0, cell.low())) <= Math.floor(cell.high());
            long low = (long) (fits ? Math.ceil(Math.max(0, cell.low())) : Math.floor(cell.low()));
            long high = (long) (fits ? Math.floor(cell.high()) : Math.ceil(cell.high()));
            if (low >= 1 && Smallness.of(low, high, minimum) == Smallness.ALL) {
                String left = low == high ? Long.toString(low) : low + " to " + high;
                findings.add(
                        table,
                        coefficient.row(),
                        coefficient.column(),
                        fits ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT, // printed figures may not agree
                        words -> words.message(
                                        "The correlation and the two shares give back a table with a small cell.")
                                .because("p q + r √(p (1 - p) q (1 - q)) leaves a cell of " + left + "; the minimum is "
                                        + minimum)
                                .remedy("Leave out the coefficient or the shares, or print fewer decimals."));
                return;
            }
        }
    }
}
