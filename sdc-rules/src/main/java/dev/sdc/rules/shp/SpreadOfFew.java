package dev.sdc.rules.shp;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.HiddenSize;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.AskOnce;
import dev.sdc.rules.ml.Importance;
import java.util.Optional;
import java.util.Set;

/** Standard deviations and standard errors of too few units. */
@SdcRule(
        id = "SHP-001",
        title = "Standard deviation of few units",
        source = "OpenSAFELY; UK LLC output rules",
        parameters = "min_count")
public final class SpreadOfFew implements TableRule {
    private static final Set<ColumnRole> SPREAD = Set.of(ColumnRole.SD, ColumnRole.SE);

    @Override
    public Set<ColumnRole> decides() {
        return SPREAD;
    }

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        if (!table.holds(ColumnRole.SD) && !table.holds(ColumnRole.SE)) {
            return new Outcome.NotApplicable("no standard deviations or errors");
        }
        if (table.type().isModel() || table.holds(ColumnRole.ESTIMATE) || table.holds(ColumnRole.SURVIVAL)) {
            return new Outcome.NotApplicable("the standard errors are those of a model or a curve");
        }
        if (table.typeDeclared() && table.type() == OutputType.FACTOR_ANALYSIS) {
            return new Outcome.NotApplicable("the spread is that of components, and MDIM-001 asks for their units");
        }
        if (Importance.in(table)) {
            return new Outcome.NotApplicable(
                    "the spread is that of importances over trees or folds; ML-007 judges them");
        }
        Findings findings = Findings.in(this, table);
        AskOnce ask = new AskOnce(table);
        table.forEachQuantity(SPREAD, figure -> {
            Optional<Size> n = facts.sizeOrMask(table, figure);
            if (n.isEmpty()) {
                // HID-001 judges a number that the spread gives away
                if (HiddenSize.behind(table, figure).isEmpty()) {
                    ask.at(figure);
                }
                return;
            }
            Smallness smallness = Smallness.of(n.get(), settings.minCount());
            if (smallness == Smallness.NONE) {
                String declared = n.get().restsOn();
                if (declared != null) {
                    findings.restsOn(declared);
                }
                return;
            }
            findings.add(
                    table,
                    figure.row(),
                    figure.column(),
                    Disposition.of(smallness, Disposition.HUMAN_JUDGEMENT),
                    words -> words.message("The measure of spread is of fewer units than may be shown.")
                            .because("n = " + n.get().inWords() + " (" + n.get().where() + "); the minimum is "
                                    + settings.minCount())
                            .remedy("Leave the figure out, or merge the group with another."));
        });
        ask.inEveryColumn((address, column, example) -> findings.add(
                address,
                null,
                column,
                Disposition.NEEDS_EVIDENCE,
                words -> words.message("Nobody says how many units these measures of spread are of.")
                        .because("no count is printed beside them and none follows from other figures")
                        .remedy("Print the number of units behind each figure, or supply it as evidence.")
                        .evidence("evidence.unweighted_n: {\"" + example + "\": n}, or a column of counts")));
        return findings.outcome("the units behind all standard deviations and errors");
    }
}
