package dev.sdc.rules.mag;

import dev.sdc.engine.evidence.Facts;
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
import java.util.Optional;
import java.util.Set;

/** Means and totals of too few units. */
@SdcRule(
        id = "MAG-001",
        title = "Mean or total of few contributors",
        source = "ACRO minimum threshold; Eurostat ACRO user guide",
        parameters = "min_contributors")
public final class FewContributors implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Magnitudes.ROLES;
    }

    /** The limits of means too, which tell no more than the mean and the number of units do. */
    @Override
    public boolean decides(Table table, Column column, ColumnRole role) {
        boolean limit = role == ColumnRole.CI_LOWER || role == ColumnRole.CI_UPPER;
        return TableRule.super.decides(table, column, role)
                || (limit && table.holds(ColumnRole.MEAN) && !table.holds(ColumnRole.ESTIMATE));
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> exempt = Magnitudes.exempt(table);
        if (exempt.isPresent()) {
            return new Outcome.NotApplicable(exempt.get());
        }
        if (settings.minContributors() == 0) {
            return new Outcome.NotApplicable("the profile sets no least number of contributors");
        }
        Findings findings = Findings.in(this, table);
        Magnitudes.forEach(table, figure -> {
            Optional<Size> n = size(table, facts, figure);
            if (n.isEmpty()) {
                return;
            }
            Smallness smallness = Smallness.of(n.get(), settings.minContributors());
            if (smallness == Smallness.NONE) {
                String declared = n.get().restsOn();
                if (declared != null) {
                    findings.restsOn(declared);
                }
                return;
            }
            findings.add(
                    table,
                    figure.row(),
                    figure.column(),
                    Disposition.of(smallness, Disposition.HUMAN_JUDGEMENT),
                    words -> words.message("The figure summarises fewer units than may be shown.")
                            .because("n = " + n.get().inWords() + " (" + n.get().where() + "); the minimum is "
                                    + settings.minContributors())
                            .remedy("Leave the figure out, or merge the group with another."));
        });
        return findings.outcome("the contributors of all means and totals whose number is known");
    }

    /** The printed number, or the supplied number of those with a value where that is smaller: some may have none. */
    private static Optional<Size> size(Table table, Facts facts, Quantity figure) {
        Optional<Size> printed = facts.sizeOrMask(table, figure);
        Optional<Size> supplied = facts.contribution(table, figure.row(), figure.column())
                .flatMap(contribution -> Optional.ofNullable(contribution.n()))
                .map(n -> Size.exactly(
                        n,
                        Size.Source.EVIDENCE,
                        "evidence",
                        "evidence.contributions: " + table.rowLabel(figure.row())));
        return supplied.filter(
                        n -> printed.isEmpty() || n.high() < printed.get().low())
                .or(() -> printed);
    }
}
