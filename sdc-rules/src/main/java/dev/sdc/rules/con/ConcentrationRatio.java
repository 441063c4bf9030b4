package dev.sdc.rules.con;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Smallness;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shares of the n largest units: the (n, k) rule printed as a figure. */
@SdcRule(
        id = "CON-002",
        title = "Share of the largest units is too high",
        source = "RULES 4.15",
        parameters = {"nk", "min_count"})
public final class ConcentrationRatio implements TableRule {
    private static final Pattern TOP =
            Pattern.compile("(?i)\\bcr[_ ]?(\\d{1,3})\\b|\\b(?:top|largest)[ _-](\\d{1,3})\\b");

    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.STATISTIC, ColumnRole.PERCENTAGE, ColumnRole.PROPORTION);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Settings.Nk nk = settings.nk();
        Findings findings = Findings.in(this, table);
        boolean some = false;
        for (Column column : table.columns()) {
            int top = top(column);
            if (top == 0 || nk == null) {
                continue;
            }
            some = true;
            for (int row = 0; row < table.rowCount(); row++) {
                for (Quantity figure : table.quantities(row, column.index())) {
                    if (!figure.role().isCount()) {
                        judge(findings, table, facts, figure, top, nk, settings.minCount());
                    }
                }
            }
        }
        return some
                ? findings.outcome("all concentration ratios")
                : new Outcome.NotApplicable("no concentration ratio");
    }

    private static void judge(
            Findings findings, Table table, Facts facts, Quantity figure, int top, Settings.Nk nk, int minCount) {
        Optional<Size> units = facts.sampleSize(table, figure);
        boolean few = units.isPresent() && Smallness.of(units.get(), minCount) == Smallness.ALL;
        Printed share = figure.value().compareTo(BigDecimal.ONE) > 0
                ? Printed.of(figure.value()).movePointLeft(2)
                : Printed.of(figure.value());
        // the largest n of the rule hold at least their part of what the largest `top` hold
        BigDecimal least = top <= nk.n()
                ? share.low()
                : share.low()
                        .multiply(BigDecimal.valueOf(nk.n()))
                        .divide(BigDecimal.valueOf(top), 12, RoundingMode.FLOOR);
        boolean breach = few || least.compareTo(nk.k()) > 0;
        boolean open = top > nk.n() && share.high().compareTo(nk.k()) > 0;
        if (breach || open) {
            findings.add(
                    table,
                    figure.row(),
                    figure.column(),
                    breach ? Disposition.BREACH : Disposition.NEEDS_EVIDENCE,
                    words -> words.message(
                                    few
                                            ? "The ratio is of fewer units than may be shown."
                                            : "The largest units hold, or may hold, more than may be shown.")
                            .because("the largest " + top + " hold "
                                    + figure.value().toPlainString() + " of "
                                    + units.map(n -> n.inWords() + " units").orElse("an unknown number of units"))
                            .remedy("Print the ratio as a band, or widen the market.")
                            .evidence("evidence.contributions: {\"" + table.rowLabel(figure.row())
                                    + "\": {n: , x1: , x2: , sum: }}"));
        }
    }

    private static int top(Column column) {
        Matcher matcher = TOP.matcher(column.name());
        if (column.isLabel() || !matcher.find()) {
            return 0;
        }
        return Integer.parseInt(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
}
