package dev.sdc.rules.clu;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Set;

/** Centres of clusters: means and shares of the units in each. */
@SdcRule(
        id = "CLU-003",
        title = "Means of a small cluster",
        source = "StatbarnSDC ontology 1.0 (linear aggregations, low count); ACRO minimum threshold",
        parameters = {"min_count", "min_contributors"})
public final class CentreOfFew implements TableRule {
    /** The figures of a centre, whatever they were read as: their units are those of the cluster. */
    @Override
    public Set<ColumnRole> decides() {
        return Set.of(ColumnRole.MEAN, ColumnRole.MAGNITUDE, ColumnRole.STATISTIC, ColumnRole.SD);
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        List<Cluster> clusters = Cluster.in(table) ? Cluster.of(table, facts) : List.of();
        if (clusters.stream().allMatch(cluster -> cluster.centre().isEmpty())) {
            return new Outcome.NotApplicable("no centres of clusters");
        }
        int minimum = Math.max(settings.minCount(), settings.minContributors());
        Findings findings = Findings.in(this, table);
        for (Cluster cluster : clusters) {
            Size size = cluster.size();
            // CLU-001 asks for a size that nobody states
            Smallness few = size == null ? Smallness.NONE : Smallness.of(size, minimum);
            if (size != null && few == Smallness.NONE && size.restsOn() != null) {
                findings.restsOn(size.restsOn());
            }
            if (size != null && few != Smallness.NONE) {
                for (Quantity mean : cluster.centre()) {
                    findings.add(
                            table,
                            mean.row(),
                            mean.column(),
                            Disposition.of(few, Disposition.HUMAN_JUDGEMENT),
                            words -> words.message("The centre of a small cluster describes its few units.")
                                    .because(size.inWords() + " units; the minimum is " + minimum)
                                    .remedy("Leave the centre out, or merge the cluster with another."));
                }
            }
        }
        return findings.outcome("the centres of clusters of known size");
    }
}
