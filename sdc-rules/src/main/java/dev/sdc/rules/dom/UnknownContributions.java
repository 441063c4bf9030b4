package dev.sdc.rules.dom;

import dev.sdc.engine.evidence.Companions;
import dev.sdc.engine.evidence.DominanceBound;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.HiddenSize;
import dev.sdc.engine.evidence.Printed;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.Bounds;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import dev.sdc.rules.mag.Magnitudes;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;

/** Totals and means of which neither the largest contributions nor a limit on them is known. */
@SdcRule(
        id = "DOM-004",
        title = "Total without its largest contributions",
        source = "Handbook on SDC, 2nd edition, 4.2 and 6.6.2; the bounds are algebra",
        parameters = {"nk", "p_percent", "x1_share"})
public final class UnknownContributions implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Magnitudes.ROLES;
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> exempt = Magnitudes.exempt(table);
        if (exempt.isPresent()) {
            return new Outcome.NotApplicable(exempt.get());
        }
        if (settings.nk() == null && settings.pPercent() == null && settings.x1Share() == null) {
            return new Outcome.NotApplicable("the profile tests no dominance");
        }
        Findings findings = Findings.in(this, table);
        AskOnce ask = new AskOnce(table);
        BitSet limited = NaturalLimits.columns(table);
        Total.forEach(table, facts, total -> {
            Quantity figure = total.figure();
            Settings.Nk nk = settings.nk();
            boolean known = total.supplyFits()
                    && total.largest().filter(x -> nk == null || x.decides(nk)).isPresent();
            boolean mayBeLimited = limited.get(figure.column()) || table.rowRole(figure.row()) != null;
            if (!known && !isSettled(table, facts, figure, mayBeLimited, settings, findings)) {
                ask.at(figure);
            }
        });
        ask.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message(
                                "Nobody says how much the largest contributors hold, so that dominance cannot be tested.")
                        .because("neither the two largest contributions nor a limit that settles it is declared")
                        .remedy("Supply the two largest contributions of every cell, or the limits of the variable.")
                        .evidence("evidence.contributions: {\"" + example + "\": {n: , x1: , x2: }}, or bounds: {\""
                                + (column == null ? example : column) + "\": [low, high]}")));
        return findings.outcome("every total has its largest contributions, or a limit that settles dominance");
    }

    /** Whether a limit on single contributions rules dominance out. */
    private static boolean isSettled(
            Table table, Facts facts, Quantity figure, boolean mayBeLimited, Settings settings, Findings findings) {
        // limits that the mean itself does not keep are another variable's, or wrong
        Optional<Bounds> declared = facts.bounds(table, figure.row(), figure.column())
                .filter(limits -> figure.role() != ColumnRole.MEAN || limits.allow(figure.value(), figure.halfUnit()));
        Optional<NaturalLimits> natural =
                declared.isEmpty() && mayBeLimited ? NaturalLimits.of(table, figure) : Optional.empty();
        Optional<Bounds> bounds = declared.or(() -> natural.map(NaturalLimits::bounds));
        BigDecimal low = bounds.map(Bounds::low).orElse(null);
        if (low == null || low.signum() < 0) {
            return false;
        }
        Optional<BigDecimal> total = Total.least(table, facts, figure);
        if (total.isEmpty()) {
            return false;
        }
        Optional<BigDecimal> limit = limit(table, facts, figure, bounds.orElseThrow());
        if (limit.isEmpty()) {
            return false;
        }
        DominanceBound bound = new DominanceBound(limit.get(), total.get());
        Settings.Nk nk = settings.nk();
        BigDecimal p = settings.pPercent();
        BigDecimal share = settings.x1Share();
        boolean settled = (nk == null || bound.heldByTop(nk.n(), nk.k()))
                && (p == null || bound.remainderCovers(p))
                && (share == null || bound.heldByTop(1, share));
        if (settled) {
            String header = table.columns().get(figure.column()).name();
            findings.restsOn(natural.map(known -> "the limits of " + known.name() + ", " + known.inWords())
                    .orElse("bounds: " + (header.isEmpty() ? table.rowLabel(figure.row()) : header)));
        }
        return settled;
    }

    /** The most that one unit can contribute: the variable's upper bound, or what mean and deviation allow. */
    private static Optional<BigDecimal> limit(Table table, Facts facts, Quantity figure, Bounds bounds) {
        Optional<BigDecimal> upper = Optional.ofNullable(bounds.high());
        Optional<Quantity> sd =
                figure.role() == ColumnRole.MEAN ? Companions.of(table, figure, ColumnRole.SD) : Optional.empty();
        Optional<Size> n = HiddenSize.orStated(facts, table, figure);
        if (sd.isEmpty() || n.isEmpty() || n.get().low() < 2) {
            return upper;
        }
        BigDecimal most = DominanceBound.largestValue(
                Printed.of(figure.value()).high(),
                Printed.of(sd.get().value()).high(),
                n.get().high());
        return Optional.of(upper.map(most::min).orElse(most));
    }
}
