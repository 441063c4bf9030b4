package dev.sdc.rules.ml;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Output;
import java.util.List;
import java.util.Set;

/** Leaves whose records are all of one class, so that to know the group is to know the class. */
@SdcRule(
        id = "ML-003",
        title = "Leaf where all are the same",
        source = "SACRO-ML, structural attack (class disclosure)",
        parameters = "groups_fail")
public final class PureLeaf implements OutputRule {
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.PROPORTION, ColumnRole.PERCENTAGE, ColumnRole.P_VALUE);
    }

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        List<Leaf> leaves = Leaves.in(output);
        if (leaves.isEmpty()) {
            return new Outcome.NotApplicable("no tree or list of rules");
        }
        Findings findings = Findings.in(this, output);
        for (Leaf leaf : leaves) {
            if (leaf.pure()) {
                findings.add(
                        leaf.address(),
                        leaf.name().isEmpty() ? null : leaf.name(),
                        null,
                        settings.groupsFail() ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                        words -> words.message("All records of a leaf are of one class.")
                                .because(
                                        "whoever is known to meet the conditions of the leaf is known to be of its class")
                                .remedy("Prune the leaf into its parent, or round its probability away from 0 and 1."));
            }
        }
        return findings.outcome("the classes in " + leaves.size() + " leaves");
    }
}
