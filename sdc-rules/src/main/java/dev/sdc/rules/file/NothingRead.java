package dev.sdc.rules.file;

import dev.sdc.engine.read.Reading;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Opaque;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;

/** Files in which nothing to check was found: empty, a header alone, a sheet without cells. */
@SdcRule(id = "FILE-002", title = "Nothing to check was found", source = "An empty parse is never a pass")
public final class NothingRead implements FileRule {
    @Override
    public Outcome check(ExaminedFile file, Settings settings) {
        if (file.reading() instanceof Reading.Unreadable) {
            return new Outcome.NotApplicable("the file cannot be read at all");
        }
        if (file.file().refused() != null) {
            return new Outcome.NotApplicable("the kind of file is refused");
        }
        Findings findings = Findings.in(this, file.file().path());
        if (file.outputs().stream().noneMatch(NothingRead::holdsSomething)) {
            findings.add(
                    "",
                    null,
                    null,
                    Disposition.HUMAN_JUDGEMENT,
                    words -> words.message("Nothing to check was found in this file.")
                            .because(why(file))
                            .remedy("Look at the file: hand in the table it should hold, or leave it out."));
        }
        return findings.outcome(file.outputs().size() + " outputs");
    }

    private static boolean holdsSomething(Output output) {
        if (output instanceof Table table) {
            return table.rowCount() > 0;
        }
        if (output instanceof Prose prose) {
            return prose.lines().stream().anyMatch(line -> line.chars().anyMatch(Character::isLetterOrDigit));
        }
        return !(output instanceof Opaque);
    }

    private static String why(ExaminedFile file) {
        if (file.file().size() == 0) {
            return "it has no bytes";
        }
        return file.outputs().stream().anyMatch(Table.class::isInstance)
                ? "it has headers, but no rows"
                : "no table, text or figure was understood in it";
    }
}
