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
import dev.sdc.engine.submission.Contribution;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import dev.sdc.rules.NamedFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

/** Herfindahl-Hirschman indices that prove, or allow, one dominant unit. */
@SdcRule(
        id = "CON-001",
        title = "Concentration index proves a dominant unit",
        source =
                "SACRO and StatbarnSDC ontology (threshold and dominance of concentration ratios); the bounds are algebra",
        parameters = {"x1_share", "min_count"})
public final class ConcentrationIndex implements TableRule {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.STATISTIC);
    }

    @Override
    public boolean decides(Table table, Column column, ColumnRole role) {
        return decides().contains(role) && named(table).include(table, column, role);
    }

    private static NamedFigures named(Table table) {
        return NamedFigures.in(table, "hhi", "herfindahl", "hirschman");
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        NamedFigures indices = named(table);
        if (indices.isEmpty()) {
            return new Outcome.NotApplicable("no Herfindahl-Hirschman index");
        }
        BigDecimal limit = settings.x1Share() == null ? HALF : settings.x1Share();
        Findings findings = Findings.in(this, table);
        AskOnce ask = new AskOnce(table);
        indices.forEach(figure -> {
            Optional<Size> units = facts.sampleSize(table, figure);
            if (units.isPresent() && Smallness.of(units.get(), settings.minCount()) != Smallness.NONE) {
                findings.add(
                        table,
                        figure.row(),
                        figure.column(),
                        Disposition.of(Smallness.of(units.get(), settings.minCount()), Disposition.HUMAN_JUDGEMENT),
                        words -> words.message("The index is of fewer units than may be shown.")
                                .because(units.get().inWords() + " units; the minimum is " + settings.minCount())
                                .remedy("Leave the index out, or widen the market."));
                return;
            }
            String declared = units.map(Size::restsOn).orElse(null);
            if (declared != null) {
                findings.restsOn(declared);
            }
            boolean reported = judge(findings, table, facts, figure, limit);
            if (!reported && units.isEmpty() && !hasManyUnits(figure, settings.minCount())) {
                ask.at(figure);
            }
        });
        ask.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Nobody says how many units the index is of.")
                        .because("no count is printed beside it")
                        .remedy("Print the number of units, or supply it as evidence.")
                        .evidence("evidence.unweighted_n: {\"" + example + "\": n}")));
        return findings.outcome("all Herfindahl-Hirschman indices");
    }

    /** Whether the index alone proves enough units: of n units it is at least 1 / n. */
    private static boolean hasManyUnits(Quantity figure, int minCount) {
        return index(figure).high().multiply(BigDecimal.valueOf(minCount - 1L)).compareTo(BigDecimal.ONE) < 0;
    }

    /**
     * The largest share s lies between H and √H, so that H > limit proves and H <= limit² excludes s > limit. Returns
     * whether it found something.
     */
    private static boolean judge(Findings findings, Table table, Facts facts, Quantity figure, BigDecimal limit) {
        Printed index = index(figure);
        if (index.high().compareTo(limit.multiply(limit)) <= 0) {
            return false;
        }
        Optional<BigDecimal> largest =
                facts.contribution(table, figure.row(), figure.column()).flatMap(ConcentrationIndex::share);
        if (index.low().compareTo(limit) <= 0
                && largest.isPresent()
                && largest.get().compareTo(limit) <= 0) {
            findings.restsOn("evidence.contributions: " + table.rowLabel(figure.row()));
            return false;
        }
        boolean proved = index.low().compareTo(limit) > 0 || largest.isPresent();
        findings.add(
                table,
                figure.row(),
                figure.column(),
                proved ? Disposition.BREACH : Disposition.NEEDS_EVIDENCE,
                words -> words.message(
                                proved
                                        ? "The index proves that one unit holds more than may be shown."
                                        : "The index allows one unit to hold more than may be shown.")
                        .because("the largest share is at least the index and at most its square root; the limit is "
                                + limit.toPlainString())
                        .remedy("Print the index as a band, or widen the market.")
                        .evidence("evidence.contributions: {\"" + table.rowLabel(figure.row())
                                + "\": {n: , x1: , x2: , sum: }}"));
        return true;
    }

    private static Optional<BigDecimal> share(Contribution contribution) {
        BigDecimal x1 = contribution.x1();
        BigDecimal sum = contribution.sum();
        return x1 == null || sum == null || sum.signum() <= 0
                ? Optional.empty()
                : Optional.of(x1.divide(sum, 12, RoundingMode.CEILING));
    }

    /** The index between 0 and 1; markets also print it up to 10 000. */
    private static Printed index(Quantity figure) {
        return Fraction.of(figure, 4);
    }
}
