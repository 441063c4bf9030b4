package dev.sdc.rules.fig;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Figure;
import dev.sdc.engine.table.Output;
import java.util.Locale;

/** Raster images, whose numbers and words only a person can read. */
@SdcRule(id = "FIG-008", title = "Numbers in an image")
public final class NumbersInImages implements OutputRule {
    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        if (!(output instanceof Figure)) {
            return new Outcome.NotApplicable("it is no figure");
        }
        if (output.file().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            return new Outcome.NotApplicable("the drawing's words and marks can be read");
        }
        Findings findings = Findings.in(this, output);
        findings.add(
                "",
                null,
                null,
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message("A person must look at this image.")
                        .because("numbers, labels and marks in an image are not read by this check")
                        .remedy(
                                "Compare the image with the table behind it: nothing may stand in it that the table does not hold."));
        return findings.outcome("what the image shows");
    }
}
