package dev.sdc.rules.wgt;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Weights so nearly constant that a weighted count, divided by them, gives the hidden unweighted one. */
@SdcRule(
        id = "WGT-003",
        title = "Weights that leave the count visible",
        source = "proposal of this project",
        parameters = "min_count")
public final class ConstantWeights implements TableRule {
    /** Weights within one per cent of each other count as constant. */
    private static final BigDecimal SPREAD = new BigDecimal("1.01");

    private static final int FEWEST = 3;

    /** The least and the greatest ratio of weighted to unweighted counts, with the sums that give its middle. */
    private record Ratio(BigDecimal weighted, BigDecimal unweighted) {
        BigDecimal count(BigDecimal figure) {
            return figure.multiply(unweighted).divide(weighted, 0, RoundingMode.HALF_UP);
        }
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.WEIGHTED_COUNT)) {
            return new Outcome.NotApplicable("no weighted counts");
        }
        Weighted weighted = new Weighted(table);
        List<Quantity> alone = new ArrayList<>();
        Ratio everywhere = constant(weighted, alone);
        Ratio ratio = everywhere == null ? constantInOneColumn(weighted, alone) : everywhere;
        Findings findings = Findings.in(this, table);
        if (ratio == null) {
            return findings.outcome("weights differ, or too few unweighted counts are printed to tell");
        }
        for (Quantity figure : alone) {
            BigDecimal count = ratio.count(figure.value());
            if (count.signum() > 0 && count.compareTo(BigDecimal.valueOf(settings.minCount())) < 0) {
                findings.add(
                        table,
                        figure.row(),
                        figure.column(),
                        Disposition.BREACH,
                        words -> words.message("A weighted count gives a hidden unweighted count back.")
                                .because("where both are printed, "
                                        + ratio.weighted().toPlainString() + " weighted stand for "
                                        + ratio.unweighted().toPlainString()
                                        + " respondents, and every cell of such a column within one per cent of"
                                        + " that; so this one stands for " + count.toPlainString())
                                .remedy(
                                        "Hide the weighted count wherever the unweighted one is hidden, or round weighted counts."));
            }
        }
        return findings.outcome(alone.size() + " weighted counts without their base");
    }

    /** The ratio where it is the same in all cells that print both; figures that stand alone are gathered. */
    private static @Nullable Ratio constant(Weighted weighted, List<Quantity> alone) {
        List<BigDecimal[]> pairs = new ArrayList<>();
        for (Quantity figure : counts(weighted)) {
            Quantity base = weighted.printedBase(figure);
            if (base == null) {
                alone.add(figure);
            } else if (base.value().signum() > 0) {
                pairs.add(new BigDecimal[] {figure.value(), base.value()});
            }
        }
        return constant(pairs);
    }

    /**
     * The ratio where it is the same down one column of weighted counts; those of other columns, which count some of the same
     * people, are gathered: the base that is printed is not theirs.
     */
    private static @Nullable Ratio constantInOneColumn(Weighted weighted, List<Quantity> alone) {
        Map<Integer, List<BigDecimal[]>> columns = new TreeMap<>();
        for (Quantity figure : counts(weighted)) {
            Quantity base = weighted.printedBase(figure);
            if (base != null && base.value().signum() > 0) {
                columns.computeIfAbsent(figure.column(), column -> new ArrayList<>())
                        .add(new BigDecimal[] {figure.value(), base.value()});
            }
        }
        for (Map.Entry<Integer, List<BigDecimal[]>> column : columns.entrySet()) {
            Ratio ratio = constant(column.getValue());
            if (ratio != null) {
                alone.clear();
                counts(weighted).stream()
                        .filter(figure -> figure.column() != column.getKey())
                        .forEach(alone::add);
                return ratio;
            }
        }
        return null;
    }

    private static List<Quantity> counts(Weighted weighted) {
        return weighted.figures().stream()
                .filter(figure -> figure.role() == ColumnRole.WEIGHTED_COUNT
                        && figure.value().signum() != 0)
                .toList();
    }

    private static @Nullable Ratio constant(List<BigDecimal[]> pairs) {
        if (pairs.size() < FEWEST) {
            return null;
        }
        BigDecimal weightedSum = BigDecimal.ZERO;
        BigDecimal unweightedSum = BigDecimal.ZERO;
        for (BigDecimal[] a : pairs) {
            weightedSum = weightedSum.add(a[0]);
            unweightedSum = unweightedSum.add(a[1]);
        }
        for (BigDecimal[] a : pairs) {
            // a[0]/a[1] within one per cent of the whole ratio, on either side
            BigDecimal own = a[0].multiply(unweightedSum);
            BigDecimal whole = weightedSum.multiply(a[1]);
            if (own.compareTo(whole.multiply(SPREAD)) > 0
                    || own.multiply(SPREAD).compareTo(whole) < 0) {
                return null;
            }
        }
        return new Ratio(weightedSum, unweightedSum);
    }
}
