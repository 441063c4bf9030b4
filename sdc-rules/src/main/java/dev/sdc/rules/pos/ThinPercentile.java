package dev.sdc.rules.pos;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableOrTextRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Percentiles with too few units beyond them, or between them and the next. */
@SdcRule(
        id = "POS-001",
        title = "Percentile with few units beyond it",
        source = "Handbook on SDC for Outputs (2024)",
        parameters = {"q_min", "medians_fail"})
public final class ThinPercentile implements TableOrTextRule {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    /** The limits of a percentile lie further in than its tails. */
    private static final Set<ColumnRole> DECIDED =
            Set.of(ColumnRole.PERCENTILE, ColumnRole.CI_LOWER, ColumnRole.CI_UPPER);

    @Override
    public Set<ColumnRole> decides() {
        return DECIDED;
    }

    @Override
    public Outcome inTable(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.PERCENTILE)) {
            return new Outcome.NotApplicable("no percentiles");
        }
        Findings findings = Findings.in(this, table);
        if (settings.mediansFail()) {
            medians(table, findings);
        }
        for (List<Quantity> group : PercentileGroups.in(table)) {
            for (int i = 0; i < group.size(); i++) {
                Quantity figure = group.get(i);
                Optional<Size> n = facts.sizeOrMask(table, figure);
                if (figure.level() == null || n.isEmpty()) {
                    continue;
                }
                BigDecimal thinnest =
                        thinnest(group.stream().map(PercentileGroups::level).toList(), i);
                if (units(n.get().low(), thinnest).compareTo(BigDecimal.valueOf(settings.qMin())) >= 0) {
                    String declared = n.get().restsOn();
                    if (declared != null) {
                        findings.restsOn(declared);
                    }
                    continue;
                }
                boolean certain = units(n.get().high(), thinnest).compareTo(BigDecimal.valueOf(settings.qMin())) < 0;
                findings.add(
                        table,
                        figure.row(),
                        figure.column(),
                        certain ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                        words -> words(words, n.get().inWords(), units(n.get().high(), thinnest), settings));
            }
        }
        return findings.outcome("the units beyond and between all percentiles whose group size is known");
    }

    @Override
    public Outcome inText(Prose prose, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, prose);
        for (PercentilesInWords told : PercentilesInWords.in(prose, facts)) {
            BigDecimal thinnest = BigDecimal.ONE;
            for (int i = 0; i < told.levels().size(); i++) {
                thinnest = thinnest.min(thinnest(told.levels(), i));
            }
            BigDecimal units = units(told.n(), thinnest);
            if (units.compareTo(BigDecimal.valueOf(settings.qMin())) < 0) {
                findings.add(
                        told.where(),
                        null,
                        null,
                        Disposition.BREACH,
                        words -> words(words, Long.toString(told.n()), units, settings)
                                .value(told.text()));
            }
        }
        return findings.outcome("the units beyond and between the percentiles told in words");
    }

    private static FindingText words(FindingText words, String n, BigDecimal units, Settings settings) {
        return words.message("Too few units lie beyond the percentile, or between it and the next one printed.")
                .because("n = " + n + " leaves " + units.stripTrailingZeros().toPlainString()
                        + " units; the minimum is " + settings.qMin())
                .remedy("Print fewer or less extreme percentiles, or merge the group with another.");
    }

    /** Medians where the profile lets none be shown. */
    private static void medians(Table table, Findings findings) {
        table.forEachQuantity(PercentileGroups.ROLES, figure -> {
            if (figure.level() == null || figure.level().compareTo(HALF) == 0) {
                findings.add(
                        table,
                        figure.row(),
                        figure.column(),
                        Disposition.BREACH,
                        words -> words.message("The profile lets no medians be shown.")
                                .because("a median may be the value of one unit, whatever the size of the group")
                                .remedy("Give the mean of the 45th and the 55th percentile instead."));
            }
        });
    }

    /** The thinnest of the parts that a percentile bounds: below, above, and up to its neighbours. */
    private static BigDecimal thinnest(List<BigDecimal> levels, int i) {
        BigDecimal level = levels.get(i);
        BigDecimal below = i == 0 ? level : level.subtract(levels.get(i - 1));
        BigDecimal above = (i == levels.size() - 1 ? BigDecimal.ONE : levels.get(i + 1)).subtract(level);
        return below.min(above);
    }

    private static BigDecimal units(long n, BigDecimal share) {
        return share.multiply(BigDecimal.valueOf(n));
    }
}
