package dev.sdc.rules.mdim;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.TableRange;
import java.util.Optional;
import java.util.Set;

/** Scores of factors or components, one row for each record. */
@SdcRule(
        id = "MDIM-002",
        title = "Scores of single records",
        source = "ESSnet guidelines for output checking, 2009: scores are microdata")
public final class ScoresOfRecords implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.STATISTIC, ColumnRole.MAGNITUDE);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> scores = Components.scores(table);
        if (scores.isEmpty()) {
            return new Outcome.NotApplicable("no scores of factors or components");
        }
        Findings findings = Findings.in(this, table);
        findings.add(
                TableRange.of(table),
                null,
                null,
                Disposition.HARD,
                words -> words.message("Each row holds the scores of one record.")
                        .because(scores.get())
                        .remedy("Give loadings and shares of variance; draw scores as binned counts of enough units."));
        return findings.outcome("whether rows are records");
    }
}
