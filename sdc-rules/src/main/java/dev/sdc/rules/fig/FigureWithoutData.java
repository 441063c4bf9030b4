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

/** Figures that come without the table behind them. */
@SdcRule(
        id = "FIG-007",
        title = "Figure without its data",
        source = "OpenSAFELY, UK Data Service, ADRF and Genomics England ask for the data behind figures")
public final class FigureWithoutData implements OutputRule {
    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        if (!(output instanceof Figure)) {
            return new Outcome.NotApplicable("it is no figure");
        }
        Findings findings = Findings.in(this, output);
        for (Output other : facts.outputs()) {
            String figure = other.declaration().figureDataFor();
            if (figure != null && figure.equals(output.file())) {
                findings.restsOn("figure_data_for: " + figure + " (" + other.file() + ")");
                return findings.outcome("the data behind the figure lie in another output");
            }
        }
        findings.add(
                "",
                null,
                null,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("The table behind this figure is missing.")
                        .because(
                                "no output declares figure_data_for this file, and a picture cannot be read as numbers")
                        .evidence(
                                "a table with the values drawn, listed under outputs with figure_data_for: and this file's name")
                        .remedy("Hand in the table with the figure; it is checked in the figure's place."));
        return findings.outcome("data behind the figure");
    }
}
