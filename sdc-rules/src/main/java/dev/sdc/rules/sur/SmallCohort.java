package dev.sdc.rules.sur;

import dev.sdc.engine.evidence.Curve;
import dev.sdc.engine.evidence.Curves;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.regex.Pattern;

/** Curves of groups that were too small from the start. */
@SdcRule(
        id = "SUR-008",
        title = "Survival curve of a small group",
        source = "Genomics England airlock rules",
        parameters = "min_count")
public final class SmallCohort implements TableRule {
    private static final Pattern LATER = Pattern.compile("\\s*0*[.,]?0*[1-9]");

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.AT_RISK)) {
            return new Outcome.NotApplicable("no numbers at risk");
        }
        Findings findings = Findings.in(this, table);
        for (Curve curve : Curves.in(table)) {
            Quantity first = curve.points().get(0).atRisk();
            if (first != null
                    && !isLater(table.columns().get(first.column()).leaf())
                    && SurvivalTable.isSmall(SurvivalTable.count(first), settings.minCount())) {
                findings.add(
                        table,
                        first.row(),
                        first.column(),
                        Disposition.BREACH,
                        words -> words.message("The curve is of a group of fewer units than may be shown.")
                                .because(first.value().toPlainString() + " at risk at the start; the minimum is "
                                        + settings.minCount())
                                .remedy("Leave the group out, or merge it with another."));
            }
        }
        return findings.outcome("the sizes of all groups at the start");
    }

    /** Whether a header is a time after the start, in a table whose columns are times: {@code 36 months}. */
    private static boolean isLater(String header) {
        return LATER.matcher(header).lookingAt();
    }
}
