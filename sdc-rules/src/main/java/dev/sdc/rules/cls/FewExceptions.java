package dev.sdc.rules.cls;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Table;

/** Groups of which all but one or two lie in one category, where the exceptions are hidden. */
@SdcRule(
        id = "CLS-005",
        title = "All but one or two in one cell",
        source = "Handbook on SDC, 2nd edition, 5.2 (within-group disclosure)",
        parameters = {"national_exempt"})
public final class FewExceptions implements TableRule {
    private static final long FEW = LopsidedGroups.EXCEPTIONS;

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, table);
        if (CountGrid.nationalExempt(table, settings)) {
            findings.restsOn("level: national");
            return findings.outcome("no group: the profile lets national counts be shown");
        }
        long groups = LopsidedGroups.forEach(table, facts, settings, findings, group -> {
            long exceptions = group.size() - group.most();
            // exceptions that are printed are small counts, and reported as such
            boolean hidden =
                    group.counts().sum() == group.most() && !group.counts().complete();
            if (exceptions >= 1 && exceptions <= FEW && hidden) {
                findings.add(table, group.row(), group.column(), Disposition.HUMAN_JUDGEMENT, words -> {
                    FindingText text = words.message("All but one or two members of a group lie in one category.")
                            .because(group.name(table) + " has " + group.size() + " in all, " + group.most()
                                    + " of them here: the "
                                    + (exceptions == 1 ? "one exception knows" : "two exceptions know")
                                    + " where all others are")
                            .remedy("Hide this count as well, or merge the group with another.");
                    group.others(table).forEach(text::related);
                    return text;
                });
            }
        });
        return groups == 0
                ? new Outcome.NotApplicable("no line of counts over two or more categories of known total")
                : findings.outcome(groups + " rows and columns");
    }
}
