package dev.sdc.rules.fig;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.OutputRule;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Figure;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.BinnedRows;
import dev.sdc.rules.shape.TableRange;

/** Figures, and the data of figures, in which each mark is one person. */
@SdcRule(
        id = "FIG-004",
        title = "Marks that are persons",
        source = "SDC handbook: residual and scatter plots show records",
        parameters = "min_count")
public final class MarksOfPersons implements OutputRule {
    @Override
    public Outcome check(Output output, Facts facts, Settings settings) {
        String pointIs = output.declaration().pointIs();
        boolean person = pointIs != null && MarkUnit.isPerson(pointIs, settings.minCount());
        boolean records = output.typeDeclared()
                && (output.type() == OutputType.SCATTER_PLOT || output.type() == OutputType.REGRESSION_RESIDUALS);
        if (!person && !records) {
            return new Outcome.NotApplicable("nothing declares its marks to be persons");
        }
        Findings findings = Findings.in(this, output);
        if (!person && pointIs != null) {
            findings.restsOn("point_is: " + pointIs);
            return findings.outcome("what a mark stands for");
        }
        if (!person && output instanceof Table table && BinnedRows.in(table, settings.minCount())) {
            return findings.outcome("what a mark stands for: a bin of enough units");
        }
        String address = output instanceof Table table ? TableRange.of(table) : output.range();
        findings.add(
                address,
                null,
                null,
                Disposition.BREACH,
                words -> words.message(
                                output instanceof Figure
                                        ? "Each mark of this figure is one person."
                                        : "Each row is one mark of a figure, and one person.")
                        .because(
                                person
                                        ? "point_is says that a mark is a " + pointIs
                                        : "the output is declared to be a "
                                                + output.type().key()
                                                + ", whose marks are records unless point_is says otherwise")
                        .remedy(
                                "Draw hexagons or binned means of at least the minimum of persons each, or a smooth line without"
                                        + " points."));
        return findings.outcome("what a mark stands for");
    }
}
