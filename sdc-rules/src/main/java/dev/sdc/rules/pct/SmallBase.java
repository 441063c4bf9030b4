package dev.sdc.rules.pct;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Table;
import java.util.Optional;
import java.util.Set;

/** Shares of a group that is itself too small. */
@SdcRule(id = "PCT-004", title = "Percentage of a small base", source = "UK LLC output rules", parameters = "min_count")
public final class SmallBase implements TableRule {
    @Override
    public Set<ColumnRole> decides() {
        return Shares.ROLES;
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Optional<String> exempt = Shares.exempt(table, settings);
        if (exempt.isPresent()) {
            return new Outcome.NotApplicable(exempt.get());
        }
        Findings findings = Findings.in(this, table);
        new Shares(table, facts).forEach(share -> {
            Smallness smallness = Smallness.of(share.base(), settings.minCount());
            if (smallness == Smallness.NONE) {
                return;
            }
            findings.add(
                    table,
                    share.figure().row(),
                    share.figure().column(),
                    Disposition.of(smallness, Disposition.HUMAN_JUDGEMENT),
                    words -> words.message("The percentage is one of a group of fewer units than may be shown.")
                            .because(
                                    "its base is " + share.base().inWords() + "; the minimum is " + settings.minCount())
                            .remedy("Leave the percentage out, or merge the group with another."));
        });
        return findings.outcome("the bases of all shares");
    }
}
