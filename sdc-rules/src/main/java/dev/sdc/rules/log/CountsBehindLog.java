package dev.sdc.rules.log;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.rule.TableRule;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Logarithms and roots of small counts. */
@SdcRule(
        id = "LOG-001",
        title = "Count behind a log or root",
        source = "OpenSAFELY, output checking (log scales hide nothing)",
        parameters = "min_count")
public final class CountsBehindLog implements TableRule {

    /** A number with the count that it is a function of. */
    private record Inverse(Quantity figure, Scale.Whole count) {}

    @Override
    public Outcome check(Table table, Facts facts, Settings settings) {
        Findings findings = Findings.in(this, table);
        int columns = 0;
        for (Column column : table.columns()) {
            Optional<Scale> scale =
                    column.isLabel() || table.type().isModel() ? Optional.empty() : Scale.of(column.name());
            if (scale.isPresent()) {
                List<Inverse> inverses = inverses(table, column, scale.get());
                columns += inverses.isEmpty() ? 0 : 1;
                inverses.forEach(inverse -> judge(table, inverse, scale.get(), settings.minCount(), findings));
            }
        }
        return columns == 0
                ? new Outcome.NotApplicable("no logarithms or roots of counts")
                : findings.outcome(columns + (columns == 1 ? " column" : " columns"));
    }

    /** The counts behind a column; none where its numbers are not those of counts. */
    private static List<Inverse> inverses(Table table, Column column, Scale scale) {
        List<Inverse> inverses = new ArrayList<>();
        int telling = 0;
        int whole = 0;
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity figure : table.quantities(row, column.index())) {
                Scale.Whole count = scale.invert(figure.value());
                telling += count.telling() ? 1 : 0;
                whole += count.telling() && count.any() ? 1 : 0;
                if (count.any()) {
                    inverses.add(new Inverse(figure, count));
                }
            }
        }
        return scale.accepts(telling, whole) ? inverses : List.of();
    }

    private static void judge(Table table, Inverse inverse, Scale scale, int minimum, Findings findings) {
        if (inverse.count().low() < 1 || inverse.count().high() >= minimum) {
            return;
        }
        findings.add(
                table,
                inverse.figure().row(),
                inverse.figure().column(),
                Disposition.BREACH,
                words -> words.message("The figure is a function of a count, and gives back a small one.")
                        .because("the inverse of " + scale.inWords() + " leaves "
                                + inverse.count().inWords() + "; the minimum is " + minimum)
                        .remedy(
                                "Treat the figure as the count itself: leave it out, or merge the group with another."));
    }
}
