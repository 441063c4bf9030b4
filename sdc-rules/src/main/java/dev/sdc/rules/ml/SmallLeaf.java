package dev.sdc.rules.ml;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Output;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leaves of trees and rules of rule lists that hold few training records. */
@SdcRule(
        id = "ML-002",
        title = "Leaf of few",
        source = "SACRO-ML, structural attack and safemodel rules (min_samples_leaf)",
        parameters = "min_count")
public final class SmallLeaf implements OutputRule {
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.STATISTIC);
    }

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        List<Leaf> leaves = Leaves.in(output);
        if (leaves.isEmpty()) {
            return new Outcome.NotApplicable("no tree or list of rules");
        }
        Findings findings = Findings.in(this, output);
        Map<String, Long> evidence = output.declaration().evidence().cellCounts();
        @Nullable Leaf lacking = null;
        for (Leaf leaf : leaves) {
            Long supplied = evidence.get(leaf.name());
            Long n = leaf.n() == null ? supplied : leaf.n();
            if (n == null) {
                lacking = lacking == null ? leaf : lacking;
            } else if (small(n, settings)) {
                add(findings, leaf, n + " records are in this leaf", settings);
            } else if (leaf.classes().stream().anyMatch(part -> small(part, settings))) {
                add(findings, leaf, "of the records in this leaf, one class has few", settings);
            } else if (leaf.n() == null) {
                findings.restsOn("evidence.cell_counts: " + leaf.name());
            }
        }
        if (lacking != null) {
            Leaf first = lacking;
            findings.add(
                    first.address(),
                    null,
                    null,
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message("Nobody says how many records each leaf holds.")
                            .because("a leaf of a few records says what became of these few")
                            .remedy(
                                    "Print the number of records in every leaf, or supply it; or give the least leaf size"
                                            + " that the tree was grown with, and the counts that show it.")
                            .evidence("evidence.cell_counts: {\"" + first.name() + "\": n}"));
        }
        return findings.outcome("the records in " + leaves.size() + " leaves");
    }

    private static boolean small(long n, Settings settings) {
        return Smallness.of(n, n, settings.minCount()) == Smallness.ALL;
    }

    private static void add(Findings findings, Leaf leaf, String because, Settings settings) {
        findings.add(
                leaf.address(),
                leaf.name().isEmpty() ? null : leaf.name(),
                null,
                Disposition.BREACH,
                words -> words.message("A leaf holds, or sets apart, fewer records than may be shown.")
                        .because(because + "; the minimum is " + settings.minCount())
                        .remedy("Prune the tree to larger leaves, and leave out counts of errors."));
    }
}
