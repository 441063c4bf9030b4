package dev.sdc.rules.file;

import dev.sdc.engine.intake.MediaType;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.Reading;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;

/** Macros, scripts, formulas that reach outside, and texts that a spreadsheet takes for formulas. */
@SdcRule(id = "FILE-009", title = "Active content")
public final class ActiveContent implements FileRule {
    @Override
    public Outcome check(ExaminedFile file, Settings settings) {
        Findings findings = Findings.in(this, file.file().path());
        if (file.file().claimed() != MediaType.XLSX && file.reading() instanceof Reading.Grids grids) {
            grids.grids().forEach(grid -> formulas(grid, findings)); // what the reader remarks on cells is judged here
        } else {
            for (Reading.Note note : file.reading().notes()) {
                if (note.kind() == Reading.Note.Kind.ACTIVE) {
                    active(findings, note.where(), note.text());
                }
            }
        }
        return findings.outcome("macros, scripts and formulas");
    }

    /** Texts of a file without formulas of its own; each different text is looked at once. */
    private static void formulas(Grid grid, Findings findings) {
        FormulaText[] kinds = new FormulaText[grid.textCount()];
        boolean some = false;
        for (int code = 0; code < kinds.length; code++) {
            kinds[code] = FormulaText.of(grid.textOf(code));
            some |= kinds[code] != FormulaText.NONE;
        }
        if (!some) {
            return;
        }
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                if (grid.kind(row, column) == Grid.Kind.TEXT) {
                    formula(kinds[grid.textCode(row, column)], grid.address(row, column), findings);
                }
            }
        }
    }

    private static void formula(FormulaText kind, String address, Findings findings) {
        switch (kind) {
            case NONE -> {}
            case OUTSIDE ->
                active(findings, address, "a spreadsheet would take the text for a formula that reaches outside");
            case COMPUTED ->
                active(findings, address, "it begins with =, +, - or @, and a spreadsheet computes what follows");
            case ALIKE ->
                findings.add(
                        address,
                        null,
                        null,
                        Disposition.HUMAN_JUDGEMENT,
                        words -> words.message("A spreadsheet may take this text for a formula.")
                                .because("it begins with =, +, -, @ or a tab and is no number")
                                .remedy("Put another character first, or leave the cell out."));
        }
    }

    private static void active(Findings findings, String where, String because) {
        findings.add(
                where,
                null,
                null,
                Disposition.BREACH,
                words -> words.message("Something active stands here.")
                        .because(because)
                        .remedy("Save the values alone, without macros, scripts, links and formulas."));
    }
}
