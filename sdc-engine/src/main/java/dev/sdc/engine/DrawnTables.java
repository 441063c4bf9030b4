package dev.sdc.engine;

import dev.sdc.engine.report.Verdict;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.Finding;
import dev.sdc.engine.table.Figure;
import dev.sdc.engine.table.Output;
import java.util.ArrayList;
import java.util.List;

/** Carries the verdict of a table over to the figure that it is declared to be the data of: a picture shows no less. */
final class DrawnTables {
    private final List<ExaminedFile> files;
    private final Results results;

    DrawnTables(List<ExaminedFile> files, Results results) {
        this.files = files;
        this.results = results;
    }

    void carryOver() {
        for (ExaminedFile file : files) {
            for (Output output : file.outputs()) {
                if (output instanceof Figure figure) {
                    data(figure);
                }
            }
        }
    }

    private void data(Figure figure) {
        for (ExaminedFile file : files) {
            for (Output output : file.outputs()) {
                if (figure.file().equals(output.declaration().figureDataFor())
                        && !figure.file().equals(output.file())) {
                    List<Finding> found = new ArrayList<>();
                    results.ofOutput(output.id()).values().forEach(result -> found.addAll(result.findings()));
                    results.ofFile(output.file()).values().forEach(result -> found.addAll(result.findings()));
                    carry(figure, output, Reporting.worst(found));
                }
            }
        }
    }

    private void carry(Figure figure, Output data, Verdict verdict) {
        if (verdict == Verdict.PASS) {
            return;
        }
        boolean fails = verdict == Verdict.FAIL;
        Finding finding = new Finding(
                FailClosed.ID,
                fails ? Disposition.BREACH : Disposition.HUMAN_JUDGEMENT,
                figure.file(),
                figure.id(),
                "",
                null,
                null,
                null,
                fails ? "The table that is drawn here may not leave." : "The table that is drawn here needs review.",
                data.file() + ", which is declared to be its data, " + (fails ? "fails" : "needs review"),
                "Settle what was found on the table, and draw the figure anew.",
                null,
                List.of(data.file()));
        results.ofOutput(figure.id())
                .merge(FailClosed.ID, RuleResult.found(FailClosed.ID, List.of(finding), 1, List.of()), RuleResult::and);
    }
}
