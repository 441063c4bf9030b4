package dev.sdc.rules.syn;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.TableRange;
import java.util.List;

/** Records that are said to be made up or filled in. */
@SdcRule(
        id = "SYN-001",
        title = "Synthetic records",
        source = "ABS DataLab, input and output clearance: synthetic microdata are not appropriate for output")
public final class SyntheticRecords implements OutputRule {
    private static final String[] SYNTHETIC = {
        "synthetic data",
        "synthetic records",
        "synthetic dataset",
        "synthetic patients",
        "synthetic cohort",
        "imputed data",
        "imputed records",
        "imputed dataset",
        "synthpop"
    };

    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        if (output.type() != OutputType.SYNTHETIC_DATA && !(output instanceof Table table && saysSo(table))) {
            return new Outcome.NotApplicable("nothing says that it holds synthetic or imputed records");
        }
        Findings findings = Findings.in(this, output);
        findings.add(
                output instanceof Table table ? TableRange.of(table) : output.range(),
                null,
                null,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Synthetic records may repeat real ones, and outliers above all.")
                        .because("records can be checked only against those that they were made from")
                        .remedy("Keep them inside; give tables of them that are checked like any other.")
                        .evidence(
                                "evidence/: how the records were made, and a report on copies and near copies of real records"));
        return findings.outcome("synthetic records");
    }

    private static boolean saysSo(Table table) {
        List<String> titles = table.titles();
        return titles.stream().anyMatch(title -> Wording.names(title, SYNTHETIC));
    }
}
