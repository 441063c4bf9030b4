package dev.sdc.rules.ext;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.DeclaredEvidence.ExtremeEvidence;
import dev.sdc.engine.submission.DeclaredEvidence.ExtremeEvidence.End;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Minima, maxima, ranges and whisker ends: each is the value of a single unit unless shown otherwise. */
@SdcRule(
        id = "EXT-001",
        title = "Minimum or maximum is one unit's value",
        source = "OpenSAFELY; ADRF; Eurostat ACRO; Genomics England",
        parameters = {"min_count", "extremes_fail"})
public final class ExtremeValue implements TableRule {
    private static final Set<ColumnRole> ENDS = Set.of(ColumnRole.MINIMUM, ColumnRole.MAXIMUM);

    @Override
    public Set<ColumnRole> decides() {
        return ENDS;
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.MINIMUM) && !table.holds(ColumnRole.MAXIMUM)) {
            return new Outcome.NotApplicable("no minima, maxima or ranges");
        }
        Findings findings = Findings.in(this, table);
        SuppliedEvidence evidence = new SuppliedEvidence(table);
        table.forEachQuantity(ENDS, figure -> {
            End end = end(evidence, figure);
            Long holders = end == null ? null : end.nAtValue();
            boolean held = holders != null && holders >= settings.minCount();
            if (held || (end != null && end.structural())) {
                findings.restsOn("evidence.extreme_evidence: " + name(table, figure));
                return;
            }
            findings.add(
                    table,
                    figure.row(),
                    figure.column(),
                    settings.extremesFail() ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                    words -> words.message("An end of the range is the value of a single unit, or of very few.")
                            .because(
                                    holders == null
                                            ? "nothing shows that the value is set by design or held by "
                                                    + settings.minCount() + " units or more"
                                            : "the evidence says that " + holders + " hold it; the minimum is "
                                                    + settings.minCount())
                            .remedy(
                                    "Print the 5th and 95th percentile, or the mean of the most extreme group, instead.")
                            .evidence("evidence.extreme_evidence: {\"" + name(table, figure) + "\": {"
                                    + (figure.role() == ColumnRole.MINIMUM ? "min" : "max")
                                    + ": {structural: , n_at_value: }}}"));
        });
        return findings.outcome("the ends of all ranges");
    }

    private static @Nullable End end(SuppliedEvidence evidence, Quantity figure) {
        Optional<ExtremeEvidence> both = evidence.extremes(figure.row(), figure.column());
        if (both.isEmpty()) {
            return null;
        }
        return figure.role() == ColumnRole.MINIMUM
                ? both.get().minimum()
                : both.get().maximum();
    }

    private static String name(Table table, Quantity figure) {
        String label = table.rowLabel(figure.row());
        return label.isEmpty() ? table.columns().get(figure.column()).name() : label;
    }
}
