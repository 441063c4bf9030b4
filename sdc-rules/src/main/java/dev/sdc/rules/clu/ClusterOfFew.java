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
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.TableRange;
import java.util.List;

/** Clusters and latent classes of few units. */
@SdcRule(
        id = "CLU-001",
        title = "Small cluster",
        source = "StatbarnSDC ontology 1.0 (clusters, risks unproven); ESSnet guidelines for output checking, 2009",
        parameters = "min_count")
public final class ClusterOfFew implements TableRule {
    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!Cluster.in(table)) {
            return new Outcome.NotApplicable("no clusters or latent classes");
        }
        Findings findings = Findings.in(this, table);
        List<Cluster> clusters = Cluster.of(table, facts);
        if (clusters.isEmpty()) {
            findings.add(
                    TableRange.of(table),
                    null,
                    null,
                    Disposition.HUMAN_JUDGEMENT,
                    words -> words.message("The clusters of this analysis were not recognised.")
                            .because("neither a row nor a column stands for a cluster")
                            .remedy("Give a table with a row for each cluster and its number of units."));
            return findings.outcome("the units of every cluster");
        }
        String lacking = null;
        for (Cluster cluster : clusters) {
            Size size = cluster.size();
            if (size == null) {
                lacking = lacking == null ? cluster.name() : lacking;
                continue;
            }
            Smallness few = Smallness.of(size, settings.minCount());
            String declared = size.restsOn();
            if (few == Smallness.NONE && declared != null) {
                findings.restsOn(declared);
            }
            if (few != Smallness.NONE) {
                findings.add(
                        table,
                        cluster.sizeRow(),
                        cluster.sizeColumn(),
                        Disposition.of(few, Disposition.HUMAN_JUDGEMENT),
                        words -> words.message("A cluster holds fewer units than may be shown.")
                                .because(size.inWords() + " units (" + size.where() + "); the minimum is "
                                        + settings.minCount())
                                .remedy("Ask for fewer clusters, or merge this one with its nearest neighbour."));
            }
        }
        if (lacking != null) {
            String name = lacking;
            findings.add(
                    TableRange.of(table),
                    null,
                    null,
                    Disposition.NEEDS_EVIDENCE,
                    words -> words.message("Nobody says how many units each cluster has.")
                            .because("a cluster of a few units is a description of these few")
                            .remedy("Print the number of units of every cluster, or supply it as evidence.")
                            .evidence("evidence.cluster_sizes: {\"" + name + "\": n}"));
        }
        return findings.outcome("the units of " + clusters.size() + " clusters");
    }
}
