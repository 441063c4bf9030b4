package dev.sdc.rules.pct;

import dev.sdc.engine.evidence.BaseInWords;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.evidence.UnknownBase;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Shares whose base is not printed: they may be shares of very few. */
@SdcRule(
        id = "PCT-003",
        title = "Percentage without its base",
        source = "OpenSAFELY (underlying counts); UK LLC output rules",
        parameters = "min_count")
public final class UnknownDenominator implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Shares.ROLES;
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> exempt = Shares.exempt(table, settings);
        if (exempt.isPresent()) {
            return new Outcome.NotApplicable(exempt.get());
        }
        Findings findings = Findings.in(this, table);
        Shares shares = new Shares(table, facts);
        Map<Integer, List<Quantity>> columns = new TreeMap<>();
        SuppliedEvidence evidence = new SuppliedEvidence(table);
        shares.forEachWithoutBase(figure -> {
            Optional<Long> count = evidence.cellCount(figure.row(), figure.column());
            if (count.isEmpty()) {
                columns.computeIfAbsent(figure.column(), c -> new ArrayList<>()).add(figure);
            } else {
                supplied(table, figure, count.get(), settings, findings);
            }
        });
        columns.forEach((column, figures) -> judge(table, column, figures, shares, settings, findings));
        return findings.outcome("every share has a base");
    }

    private static void supplied(Table table, Quantity figure, long count, Settings settings, Findings findings) {
        if (Smallness.of(count, count, settings.minCount()) == Smallness.NONE) {
            findings.restsOn("evidence.cell_counts: " + table.rowLabel(figure.row()));
            return;
        }
        findings.add(
                table,
                figure.row(),
                figure.column(),
                Disposition.BREACH,
                words -> words.message("The count behind the percentage is smaller than may be shown.")
                        .because("the evidence says " + count + "; the minimum is " + settings.minCount())
                        .remedy("Leave the percentage out, or use a wider group."));
    }

    private static void judge(
            Table table, int column, List<Quantity> figures, Shares shares, Settings settings, Findings findings) {
        long cohort = cohort(table);
        // shares that add up to the whole have one base; others may each have their own
        List<List<Quantity>> groups = addUp(figures)
                ? List.of(figures)
                : figures.stream().map(List::of).toList();
        long smallest = 0;
        boolean breach = false;
        for (List<Quantity> group : groups) {
            List<Printed> values = group.stream().map(shares::value).toList();
            UnknownBase base = UnknownBase.search(values, cohort, settings.minCount());
            smallest = Math.max(smallest, base.smallest());
            breach |= base.alwaysSmall();
        }
        String fit = smallest == 0 ? "no small base fits the values" : "the values fit a base as small as " + smallest;
        String header = table.columns().get(column).name();
        boolean fails = breach;
        findings.add(
                table.columnAddress(column),
                null,
                header.isEmpty() ? null : header,
                fails ? Disposition.BREACH : Disposition.NEEDS_EVIDENCE,
                words -> words.message(
                                fails
                                        ? "Every base that these percentages can have leaves a count smaller than may be shown."
                                        : "These percentages have no base, so that the counts behind them cannot be tested.")
                        .because(
                                fails
                                        ? "no base up to the cohort's size fits without a count below "
                                                + settings.minCount() + "; " + fit
                                        : "no base is printed; " + fit)
                        .remedy("Print the base beside the percentages, or supply the counts behind them.")
                        .evidence("evidence.cell_counts: {row label: {\"" + header
                                + "\": the count}}, or a column of bases"));
    }

    /** The size of the whole cohort as declared, else as the table says; 0 when it is not known. */
    private static long cohort(Table table) {
        Population population = table.declaration().population();
        Long n = population == null || population.n() == null
                ? table.declaration().evidence().nObs()
                : population.n();
        return n == null ? BaseInWords.of(table).map(BaseInWords::most).orElse(0L) : n;
    }

    private static boolean addUp(List<Quantity> figures) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal slack = BigDecimal.ZERO;
        for (Quantity figure : figures) {
            sum = sum.add(figure.value());
            slack = slack.add(figure.halfUnit());
        }
        return sum.subtract(Shares.whole(figures.get(0))).abs().compareTo(slack) <= 0;
    }
}
