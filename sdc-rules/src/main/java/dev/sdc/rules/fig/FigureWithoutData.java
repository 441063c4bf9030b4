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
import dev.sdc.engine.table.Table;
import java.util.List;

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
        List<Table> data = DrawnData.of(output, facts);
        if (!data.isEmpty()) {
            data.forEach(table -> findings.restsOn("figure_data_for: " + output.file() + " (" + table.file() + ")"));
            return findings.outcome(
                    "the data behind the figure lie in " + data.get(0).file());
        }
        findings.add(
                "",
                null,
                null,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("The table behind this figure is missing.")
                        .because("no table declares figure_data_for this file, and a picture cannot be read as numbers")
                        .evidence(
                                "a table with the values drawn, listed under outputs with figure_data_for: and this file's name")
                        .remedy("Hand in the table with the figure; it is checked in the figure's place."));
        return findings.outcome("data behind the figure");
    }
}
