package dev.sdc.engine.report;

import dev.sdc.engine.report.Report.FileReport;
import dev.sdc.engine.report.Report.OutputReport;
import dev.sdc.engine.report.Report.RuleOutcome;
import dev.sdc.engine.report.Report.RuleReport;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Made-up reports. */
final class Reports {
    static final String SHA = "0123456789abcdef".repeat(4);

    private Reports() {}

    /** A finding on a cell. */
    static Finding finding(String rule, Disposition disposition, String cell, String row, @Nullable String value) {
        return new Finding(
                rule,
                disposition,
                "t1.csv",
                "t1.csv#1",
                cell,
                row,
                "Treatment A",
                value,
                "The hidden count can be worked out.",
                "row leaves 18 for two cells of at most 9: each is 9",
                "Recompute the total.",
                "markers: what the mark stands for",
                List.of("t1.csv!C4", "t1.csv!E4"));
    }

    static Report of(List<Finding> findings) {
        Verdict verdict = Verdict.PASS;
        for (Finding finding : findings) {
            verdict = verdict.worst(Verdict.of(finding.level()));
        }
        OutputReport output = new OutputReport(
                "t1.csv#1",
                "A1:E4",
                "frequency_table",
                true,
                "table of 3 rows and 5 columns",
                verdict,
                List.of("unit: patient"),
                List.of("DIF"),
                List.of(
                        new RuleReport("DOM-001", RuleOutcome.NOT_APPLICABLE, "no magnitudes", 0),
                        new RuleReport("FREQ-001", RuleOutcome.PASS, "12 counts", 0),
                        new RuleReport("SEC-001", RuleOutcome.FAIL, "", findings.size()),
                        new RuleReport("SEC-003", RuleOutcome.NOT_BUILT, "", 0)));
        return new Report(
                verdict,
                new Report.ProfileUsed(
                        "handbook-10", "1", SHA, "Named by the operator.", List.of(), List.of("not verified")),
                new Report.Engine("sdc-engine", "1.0"),
                new Report.Checked("lung-2026-014", SHA),
                List.of(new FileReport(
                        "t1.csv",
                        SHA,
                        158,
                        "text/csv",
                        verdict,
                        List.of("comma-delimited"),
                        List.of(output),
                        List.of(new RuleReport("FILE-001", RuleOutcome.PASS, "the kind of file", 0)))),
                findings,
                0,
                false,
                List.of(),
                null);
    }

    static Report typical() {
        return of(List.of(finding("SEC-001", Disposition.BREACH, "B4", "80+", "<10")));
    }
}
