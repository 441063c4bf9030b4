package dev.sdc.rules.reg;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.evidence.SuppliedEvidence;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.Settings.Exemption;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import dev.sdc.rules.Exempt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Effects of clusters (a random intercept, a fixed effect) that few units are in. */
@SdcRule(
        id = "REG-008",
        title = "Effect of a cluster with few units",
        source = "StatbarnSDC ontology; sdcLog tests the distinct units of every level",
        parameters = {"min_count", "exempt"})
public final class SmallCluster implements TableRule {
    private static final Set<ColumnRole> OF_CLUSTERS =
            Set.of(ColumnRole.ESTIMATE, ColumnRole.MAGNITUDE, ColumnRole.STATISTIC);

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        List<Column> effects = table.columns().stream()
                .filter(column -> !column.isLabel()
                        && (isEffect(column.name())
                                || isInterceptOfRows(table, column)
                                || isOfSuppliedClusters(table, column)))
                .toList();
        List<Column> smallest = table.columns().stream()
                .filter(column -> Wording.is(column.name(), "smallest cluster"))
                .toList();
        if (effects.isEmpty() && smallest.isEmpty()) {
            return new Outcome.NotApplicable("no effects of clusters");
        }
        Optional<Outcome> exempt = Exempt.from(settings, Exemption.MODELS);
        if (exempt.isPresent()) {
            return exempt.get();
        }
        Findings findings = Findings.in(this, table);
        AskOnce ask = new AskOnce(table);
        effects.forEach(column -> effects(table, column, settings, findings, ask));
        smallest.forEach(column -> smallest(table, column, settings, findings));
        ask.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Nobody says how many units each cluster has.")
                        .because("an effect of a cluster of few units is little more than their mean")
                        .remedy("Supply the number of units of every cluster, or leave the effects out.")
                        .evidence("evidence.cluster_sizes: {\"" + example + "\": n}")));
        return findings.outcome("the units of the clusters");
    }

    private static boolean isEffect(String header) {
        return Wording.names(
                header, "cluster effect", "random effect", "random effects", "random intercept", "ranef", "blup");
    }

    /** Whether every row of several has an intercept of its own, as clusters have; terms stand in rows themselves. */
    private static boolean isInterceptOfRows(Table table, Column column) {
        return table.rowCount() > 1
                && Wording.is(column.name(), "intercept")
                && table.columns().stream().anyMatch(Column::isLabel)
                && table.columns().stream().noneMatch(other -> other.role() == ColumnRole.P_VALUE);
    }

    /** Whether the sizes of the rows are supplied as those of clusters, and a figure of each stands in the column. */
    private static boolean isOfSuppliedClusters(Table table, Column column) {
        SuppliedEvidence sizes = new SuppliedEvidence(table);
        return OF_CLUSTERS.stream().anyMatch(column::mayHold)
                && IntStream.range(0, table.rowCount())
                        .anyMatch(row -> sizes.clusterSize(row, column.index()).isPresent());
    }

    private static void effects(Table table, Column column, Settings settings, Findings findings, AskOnce ask) {
        SuppliedEvidence sizes = new SuppliedEvidence(table);
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity effect : table.quantities(row, column.index())) {
                Long supplied = sizes.clusterSize(row, column.index()).orElse(null);
                Long n = supplied == null ? CountInRow.of(table, row) : supplied;
                if (n == null) {
                    ask.at(effect);
                } else if (Smallness.of(n, n, settings.minCount()) == Smallness.ALL) {
                    findings.add(
                            table,
                            row,
                            column.index(),
                            Disposition.BREACH,
                            words -> words.message("The effect is of a cluster with fewer units than may be shown.")
                                    .because(n + " units; the minimum is " + settings.minCount())
                                    .remedy("Leave the effect out, or merge the cluster with another."));
                } else if (supplied != null) {
                    findings.restsOn("evidence.cluster_sizes: " + table.rowLabel(row));
                }
            }
        }
    }

    private static void smallest(Table table, Column column, Settings settings, Findings findings) {
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity size : table.quantities(row, column.index())) {
                long n = size.value().longValue();
                if (Smallness.of(n, n, settings.minCount()) == Smallness.ALL) {
                    findings.add(
                            table,
                            row,
                            column.index(),
                            Disposition.HUMAN_JUDGEMENT,
                            words -> words.message("The size of the smallest cluster is below the minimum.")
                                    .because(n + " units, in a cluster that is not named; the minimum is "
                                            + settings.minCount())
                                    .remedy("Leave the sizes of the smallest and the largest cluster out."));
                }
            }
        }
    }
}
