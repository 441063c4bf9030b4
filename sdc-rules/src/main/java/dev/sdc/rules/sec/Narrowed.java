package dev.sdc.rules.sec;

import dev.sdc.engine.audit.CountGrid;
import dev.sdc.engine.audit.HiddenCount;
import dev.sdc.engine.audit.HiddenCounts;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.FindingText;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Table;
import java.util.List;

/** Hidden small counts for which the totals leave fewer values than their mark. */
@SdcRule(
        id = "SEC-002",
        title = "Hidden count can be narrowed down",
        source = "Handbook on SDC, 2nd edition, 4.3 (interval disclosure)",
        parameters = {"min_count", "ambiguity", "national_exempt"})
public final class Narrowed implements TableRule {

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, table);
        if (CountGrid.nationalExempt(table, settings)) {
            findings.restsOn("level: national");
            return findings.outcome("no hidden count: the profile lets national counts be shown");
        }
        List<HiddenCount> hidden = HiddenCounts.in(table, facts, settings);
        if (hidden.isEmpty()) {
            return new Outcome.NotApplicable("no count is hidden under a total");
        }
        Marks.restsOn(table, findings);
        for (HiddenCount count : hidden) {
            boolean narrowed = !count.exact() && count.narrowed() && count.high() < settings.minCount();
            if (narrowed) {
                boolean few = count.values() < settings.ambiguity();
                Disposition disposition = few ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT;
                findings.add(table, count.row(), count.column(), disposition, words -> {
                    FindingText text = words.message("A hidden small count can be narrowed down.")
                            .because(count.because() + ": " + count.values() + " values")
                            .remedy(
                                    "Hide more cells in its row and column, or work the totals out anew from what is shown.");
                    count.related().forEach(text::related);
                    return text;
                });
            }
        }
        return findings.outcome(hidden.size() + " hidden counts");
    }
}
