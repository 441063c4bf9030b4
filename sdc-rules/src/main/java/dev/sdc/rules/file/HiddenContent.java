package dev.sdc.rules.file;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a file holds and a reader of the screen does not see. */
@SdcRule(
        id = "FILE-004",
        title = "Hidden content",
        source = "UK Data Service: no invisible content; ICO guidance on hidden data",
        parameters = "min_count")
public final class HiddenContent implements FileRule {
    @Override
    public Outcome check(ExaminedFile file, Settings settings) {
        List<Reading.Note> notes = file.reading().notes();
        Findings findings = Findings.in(this, file.file().path());
        for (Reading.Note note : notes) {
            if (note.kind() == Reading.Note.Kind.HIDDEN_DATA) {
                add(findings, note, Disposition.HARD, "Data are hidden here.");
            } else if (note.kind() == Reading.Note.Kind.HIDDEN) {
                add(findings, note, Disposition.HUMAN_JUDGEMENT, "Something is hidden here.");
            }
        }
        for (Output output : file.outputs()) {
            if (output instanceof Table table) {
                hiddenCounts(table, settings.minCount(), findings);
            }
        }
        return Notes.canHide(file.file().recognised()) || findings.total() > 0
                ? findings.outcome("hidden sheets, rows, columns and parts")
                : new Outcome.NotApplicable("this kind of file hides nothing");
    }

    private static void add(Findings findings, Reading.Note note, Disposition disposition, String message) {
        findings.add(
                note.where(),
                null,
                null,
                disposition,
                words -> words.message(message)
                        .because(note.text())
                        .remedy("Copy what is to be seen into a new file and hand in that."));
    }

    /** Names every small count that hidden rows and columns hold. */
    private static void hiddenCounts(Table table, int minCount, Findings findings) {
        Grid.Layout layout = table.grid().layout();
        if (layout.hiddenColumns().isEmpty() && layout.hiddenRows().isEmpty()) {
            return;
        }
        Set<Integer> columns = new HashSet<>(layout.hiddenColumns());
        Set<Integer> rows = new HashSet<>(layout.hiddenRows());
        table.forEachCount((row, column, n) -> {
            boolean hidden =
                    columns.contains(table.columns().get(column).gridColumn()) || rows.contains(table.gridRow(row));
            if (hidden && n >= 1 && n < minCount) {
                findings.add(
                        table.address(row, column),
                        table.rowLabel(row),
                        table.columns().get(column).name(),
                        Disposition.HARD,
                        words -> words.message("A small count is hidden here.")
                                .because(n + " stands in a hidden row or column")
                                .remedy("Copy what is to be seen into a new file and hand in that."));
            }
        });
    }
}
