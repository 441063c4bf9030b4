package dev.sdc.rules.cls;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Line;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.MissingNames;
import dev.sdc.engine.table.Table;
import java.util.HashSet;
import java.util.Set;

/** Zeros that say that nobody of a group has an attribute, and that nobody declared to be structural. */
@SdcRule(
        id = "CLS-002",
        title = "Zero that is not structural",
        source = "Handbook on SDC, 2nd edition, 5.2; ACRO (zeros are disclosive)",
        parameters = {"zero_policy", "group_share", "national_exempt"})
public final class InteriorZero implements TableRule {

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (CaseSummary.is(table)) {
            return new Outcome.NotApplicable("counts of cases used and not used are no groups");
        }
        if (!table.holds(ColumnRole.COUNT)
                && !table.holds(ColumnRole.DISTINCT_PATIENTS)
                && !table.holds(ColumnRole.EVENTS)) {
            return new Outcome.NotApplicable("no counts");
        }
        if (GroupLine.isSurvival(table)) {
            return new Outcome.NotApplicable("zeros of survival and life tables are for the survival rules");
        }
        Findings findings = Findings.in(this, table);
        if (CountGrid.nationalExempt(table, settings)) {
            findings.restsOn("level: national");
            return findings.outcome("no zero: the profile lets national counts be shown");
        }
        if (settings.zeroPolicy() == Settings.ZeroPolicy.ALLOW) {
            return findings.outcome("zeros are allowed by the profile");
        }
        Disposition disposition =
                settings.zeroPolicy() == Settings.ZeroPolicy.FAIL ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT;
        Set<Long> told = inWholeGroups(table, facts, settings, findings);
        table.forEachCount((row, column, n) -> {
            if (n != 0 || isNoGroup(table, row, column) || told.contains(key(table, row, column))) {
                return;
            }
            if (facts.structuralZero(table, row, column)) {
                findings.restsOn("structural_zeros: " + table.rowLabel(row) + " / "
                        + table.columns().get(column).name());
                return;
            }
            findings.add(
                    table,
                    row,
                    column,
                    disposition,
                    words -> words.message("A zero says that nobody of the group has this.")
                            .because("0 are counted here, and the zero is not declared to be structural")
                            .remedy(
                                    "Merge the category with a neighbour, or declare it under structural_zeros if it cannot be"
                                            + " anything else."));
        });
        return findings.outcome("all zeros inside the table");
    }

    private static boolean isNoGroup(Table table, int row, int column) {
        return MissingNames.isName(table.rowLabels(row)) // of everybody a value is known: no news of anybody
                || table.isTotalRow(row)
                || table.columns().get(column).total()
                || table.columns().get(column).cumulative();
    }

    /** The cells of groups that lie in one category: the rule on whole groups reports them. */
    private static Set<Long> inWholeGroups(Table table, Facts facts, Settings settings, Findings findings) {
        Set<Long> cells = new HashSet<>();
        LopsidedGroups.forEach(table, facts, settings, findings, group -> {
            if (WholeGroup.discloses(group, settings)) {
                Line line = group.counts().line();
                for (int i = 0; i < line.size(); i++) {
                    cells.add(key(table, line.row(i), line.column(i)));
                }
            }
        });
        return cells;
    }

    private static long key(Table table, int row, int column) {
        return (long) row * table.columns().size() + column;
    }
}
