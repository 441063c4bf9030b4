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
import java.math.BigDecimal;

/** Groups nine tenths or more of whose members lie in one category. */
@SdcRule(
        id = "CLS-003",
        title = "Nearly everyone of a group in one cell",
        source = "Guidelines for output checking (Data without Boundaries, 2015)",
        parameters = {"group_share", "national_exempt"})
public final class NearlyWholeGroup implements TableRule {
    private static final BigDecimal NEARLY = LopsidedGroups.NEARLY;

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (settings.groupShare().compareTo(NEARLY) <= 0) {
            return new Outcome.NotApplicable("the profile fails such groups under CLS-001");
        }
        Findings findings = Findings.in(this, table);
        if (CountGrid.nationalExempt(table, settings)) {
            findings.restsOn("level: national");
            return findings.outcome("no group: the profile lets national counts be shown");
        }
        long groups = LopsidedGroups.forEach(table, facts, settings, findings, group -> {
            if (group.holds(NEARLY) && !WholeGroup.discloses(group, settings)) {
                boolean sensitive = facts.sensitive(table, group.row(), group.column());
                Disposition disposition = sensitive ? Disposition.HUMAN_JUDGEMENT : Disposition.INFORMATION;
                findings.add(table, group.row(), group.column(), disposition, words -> {
                    FindingText text = words.message("Nearly all members of a group lie in one category.")
                            .because(group.name(table) + " has " + group.size() + " in all, " + group.most()
                                    + " of them here: at least nine in ten"
                                    + (sensitive ? ", and the variable is declared sensitive" : ""))
                            .remedy(
                                    "Weigh whether belonging to the group gives the category away; merge groups if it does.");
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
