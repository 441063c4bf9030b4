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
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Curves that say that everyone in a group had the event, or nobody. */
@SdcRule(
        id = "SUR-004",
        title = "Survival curve reaches nobody, or stays at everybody",
        source = "Handbook on SDC, 2nd edition, 5.2 (group attribute disclosure)")
public final class WholeGroup implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.SURVIVAL)) {
            return new Outcome.NotApplicable("no survival curve");
        }
        Findings findings = Findings.in(this, table);
        List<Curve> curves = Curves.in(table);
        for (Curve curve : curves) {
            boolean named = curves.size() > 1 || !curve.group().isEmpty();
            Curve.Point last = curve.points().get(curve.points().size() - 1);
            for (Curve.Point point : curve.points()) {
                boolean none = point.share() != null && point.share().value().signum() == 0;
                if (none) {
                    add(findings, table, point.survival(), named, "nobody of the group is left");
                    break;
                }
            }
            boolean everybody = curve.points().size() > 1
                    && last.share() != null
                    && last.share().value().compareTo(BigDecimal.ONE) == 0;
            if (everybody) {
                add(findings, table, last.survival(), named, "nobody of the group had the event");
            }
        }
        return findings.outcome("the ends of all curves");
    }

    private static void add(Findings findings, Table table, @Nullable Quantity at, boolean named, String because) {
        if (at == null) {
            return;
        }
        findings.add(
                table,
                at.row(),
                at.column(),
                named ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                words -> words.message("The curve says the same of every member of the group.")
                        .because(because + (named ? "" : "; whether the group can be told is for a person to judge"))
                        .remedy("Cut the curve before this time, or merge the group with another."));
    }
}
