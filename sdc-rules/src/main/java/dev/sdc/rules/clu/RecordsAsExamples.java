package dev.sdc.rules.clu;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.TableRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Medoids, exemplars, nearest neighbours and the leaves of dendrograms: single records that stand for a cluster. */
@SdcRule(
        id = "CLU-002",
        title = "Record as the example of a cluster",
        source = "SDC handbook: a listed record is record-level data; no source treats exemplars on their own")
public final class RecordsAsExamples implements OutputRule {
    private static final String[] EXAMPLES = {
        "medoid",
        "medoids",
        "exemplar",
        "exemplars",
        "prototype",
        "prototypes",
        "nearest neighbour",
        "nearest neighbor",
        "nearest neighbours",
        "nearest neighbors",
        "representative case",
        "representative patient",
        "representative record",
        "closest case",
        "closest record",
        "closest patient",
        "nearest record",
        "nearest patient"
    };
    private static final String[] DISTANCES = {
        "distance", "mean", "average", "median", "dissimilarity", "silhouette", "number", "n", "count", "no"
    };
    /** Methods whose centres are records. */
    private static final String[] METHODS = {
        "k medoids", "kmedoids", "medoid", "medoids", "pam", "clara", "affinity propagation", "exemplar", "exemplars"
    };
    /** What programs print above the records that stand for clusters. */
    private static final Pattern PRINTED =
            Pattern.compile("^\\s*(?:\\$?(?i:medoids|exemplars)\\s*:?|cluster_centers_indices_.*)\\s*$");

    private static final String[] DENDROGRAM = {"dendrogram", "hclust", "hierarchical clustering", "agglomerative"};

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, output);
        if (output instanceof Table table) {
            return inTable(table, findings);
        }
        if (output instanceof Prose prose) {
            for (int line = 0; line < prose.lines().size(); line++) {
                Matcher printed = PRINTED.matcher(prose.lines().get(line));
                if (printed.matches()) {
                    add(
                            findings,
                            prose.address(line, 0),
                            Disposition.BREACH,
                            "the heading says that the lines below are the records that stand for the clusters");
                }
            }
        } else if (output.typeDeclared()
                && output.type() == OutputType.CLUSTER_ANALYSIS
                && output.declaration().pointIs() == null
                && method(output).filter(m -> Wording.names(m, DENDROGRAM)).isPresent()) {
            add(
                    findings,
                    output.range(),
                    Disposition.HUMAN_JUDGEMENT,
                    "the leaves of a dendrogram are records, unless point_is says what they are");
        }
        return findings.total() == 0
                ? new Outcome.NotApplicable("nothing speaks of medoids or exemplars")
                : findings.outcome("records that stand for clusters");
    }

    private static Outcome inTable(Table table, Findings findings) {
        boolean clusters = table.type() == OutputType.CLUSTER_ANALYSIS;
        for (Column column : table.columns()) {
            if (isExample(column.leaf()) && holdsSomething(table, column)) {
                findings.add(
                        table.columnAddress(column.index()),
                        null,
                        column.name(),
                        Disposition.BREACH,
                        words -> words.message("Single records stand here for their clusters.")
                                .because("the header says that each value names or describes one record")
                                .remedy("Describe clusters by means or shares of at least the minimum of units."));
            }
        }
        if (clusters
                && findings.total() == 0
                && method(table).filter(m -> Wording.names(m, METHODS)).isPresent()) {
            add(
                    findings,
                    TableRange.of(table),
                    Disposition.BREACH,
                    "the method that is declared takes records themselves as centres");
        }
        return clusters || findings.total() > 0
                ? findings.outcome("headers and method")
                : new Outcome.NotApplicable("no clusters, medoids or exemplars");
    }

    private static boolean isExample(String header) {
        return Wording.names(header, EXAMPLES) && !Wording.names(header, DISTANCES);
    }

    private static boolean holdsSomething(Table table, Column column) {
        for (int row = 0; row < table.rowCount(); row++) {
            CellValue cell = table.cell(row, column.index());
            if (!(cell instanceof CellValue.Blank || cell instanceof CellValue.Suppressed)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> method(Output output) {
        return Optional.ofNullable(output.declaration().method());
    }

    private static void add(Findings findings, String address, Disposition disposition, String because) {
        findings.add(
                address,
                null,
                null,
                disposition,
                words -> words.message("Single records stand here for their clusters.")
                        .because(because)
                        .remedy("Describe clusters by means or shares of at least the minimum of units."));
    }
}
