package dev.sdc.rules.pos;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import java.util.Set;

/** Percentiles of groups of unknown size, or of unknown level. */
@SdcRule(
        id = "POS-002",
        title = "Percentile without the size of its group",
        source = "Handbook on SDC for Outputs (2024)")
public final class PercentileWithoutSize implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return PercentileGroups.ROLES;
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.PERCENTILE)) {
            return new Outcome.NotApplicable("no percentiles");
        }
        Findings findings = Findings.in(this, table);
        AskOnce sizes = new AskOnce(table);
        AskOnce levels = new AskOnce(table);
        table.forEachQuantity(PercentileGroups.ROLES, figure -> {
            if (facts.sizeOrMask(table, figure).isEmpty()) {
                sizes.at(figure);
            } else if (figure.level() == null) {
                levels.at(figure);
            }
        });
        sizes.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Nobody says how many units the percentiles are of.")
                        .because("no count is printed beside them and no population is declared for them")
                        .remedy("Print the size of each group, or supply it as evidence.")
                        .evidence("evidence.unweighted_n: {\"" + example + "\": n}, or a column of counts")));
        levels.inEveryColumn(
                (address, column, example) -> findings.add(
                        address,
                        null,
                        column,
                        Disposition.NEEDS_EVIDENCE,
                        words -> words.message("The header does not say which percentile the values are.")
                                .because("without its level the units beyond a percentile cannot be counted")
                                .remedy(
                                        "Name the level in the header, such as p25 or median; print the two quartiles, not their distance.")));
        return findings.outcome("the size of every group that has percentiles");
    }
}
