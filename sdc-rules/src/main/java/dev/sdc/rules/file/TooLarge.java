package dev.sdc.rules.file;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;

/** Files with more rows or bytes than a person can check. */
@SdcRule(
        id = "FILE-003",
        title = "More than can be checked",
        source = "OpenSAFELY: 5000 rows, 16 MB",
        parameters = {"max_rows", "max_mb"})
public final class TooLarge implements FileRule {
    @Override
    public Outcome check(ExaminedFile file, Settings settings) {
        Findings findings = Findings.in(this, file.file().path());
        long rows = rows(file);
        if (rows > settings.maxRows()) {
            add(findings, rows + " rows, more than " + settings.maxRows());
        }
        if (file.file().size() > settings.maxBytes()) {
            add(findings, file.file().size() + " bytes, more than " + settings.maxBytes());
        }
        return findings.outcome(rows + " rows, " + file.file().size() + " bytes");
    }

    /** The rows of the longest table; of what no table takes, the rows or lines of the file. */
    private static long rows(ExaminedFile file) {
        long longest = 0;
        boolean tables = false;
        for (Output output : file.outputs()) {
            if (output instanceof Table table) {
                tables = true;
                longest = Math.max(longest, table.rowCount());
            }
        }
        if (tables) {
            return longest;
        }
        for (Grid grid : file.reading().grids()) {
            longest = Math.max(longest, grid.rows());
        }
        return Math.max(longest, file.reading().lines().size());
    }

    private static void add(Findings findings, String because) {
        findings.add(
                "",
                null,
                null,
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message("This file is larger than a person can check.")
                        .because(because)
                        .remedy("Hand in the part that the publication needs."));
    }
}
