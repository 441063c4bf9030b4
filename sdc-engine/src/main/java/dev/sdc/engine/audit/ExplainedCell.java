package dev.sdc.engine.audit;

import dev.sdc.engine.audit.solve.Equations;
import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who holds all outputs can say about one cell.
 *
 * @param file the file
 * @param cell the cell's address in it
 * @param row the labels of its row
 * @param column the name of its column
 * @param text what is printed in it
 * @param knowledge how much can be said
 * @param low the least number that can stand behind it; null where nothing can be said
 * @param high the greatest; null where there is no limit
 * @param steps how that follows, sum by sum
 * @param because the same in one sentence
 */
public record ExplainedCell(
        String file,
        String cell,
        String row,
        String column,
        String text,
        Knowledge knowledge,
        @Nullable Long low,
        @Nullable Long high,
        List<Derivation.Step> steps,
        String because) {
    /** How much can be said about a cell. */
    public enum Knowledge {
        /** It is printed. */
        PRINTED,
        /** It is hidden, and only one number fits. */
        EXACT,
        /** It is hidden, and the rest of what is printed tells more than its mark does. */
        NARROWED,
        /** It is hidden, and nothing tells more than its mark. */
        HIDDEN,
        /** It is hidden, and the work allowed did not reach to say how much the rest tells. */
        UNDECIDED,
        /** It is hidden, and the printed totals contradict each other. */
        CONTRADICTED,
        /** It is no count. */
        NO_COUNT
    }

    /** Looks a cell up by its file and address, in the outputs or those released before; empty where there is none. */
    public static Optional<ExplainedCell> of(Facts facts, Settings settings, String file, String cell) {
        for (List<Output> outputs : List.of(facts.outputs(), facts.released())) {
            for (Output output : outputs) {
                if (output instanceof Table table && table.file().equals(file)) {
                    for (int column = 0; column < table.columns().size(); column++) {
                        for (int row = 0; row < table.rowCount(); row++) {
                            if (table.address(row, column).equalsIgnoreCase(cell)) {
                                return Optional.of(of(table, row, column, facts, settings));
                            }
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static ExplainedCell of(Table table, int row, int column, Facts facts, Settings settings) {
        long printed = LineCounts.at(table, row, column);
        if (printed >= 0) {
            CountGrid stated = CountGrid.of(table, table.columns().get(column), settings);
            CountGrid grid = stated.rounds() ? stated : EvidentRounding.of(table);
            String because =
                    grid.rounds() ? "it is printed as " + printed + ", rounded to " + grid.inWords() : "it is printed";
            return explained(
                    table,
                    row,
                    column,
                    Knowledge.PRINTED,
                    grid.low(printed),
                    grid.high(printed),
                    Derivation.NONE,
                    because);
        }
        if (!CellKeys.holdsCounts(table.columns().get(column)) || !HiddenCells.is(table, row, column)) {
            return explained(
                    table, row, column, Knowledge.NO_COUNT, null, null, Derivation.NONE, "it is not read as a count");
        }
        for (HiddenCount count : HiddenCounts.toTheEnd(table, facts, settings)) {
            if (count.row() == row && count.column() == column) {
                Knowledge knowledge = switch (count.status()) {
                    case CONTRADICTED -> Knowledge.CONTRADICTED;
                    case UNDECIDED -> Knowledge.UNDECIDED;
                    case SOLVED ->
                        count.exact() ? Knowledge.EXACT : count.narrowed() ? Knowledge.NARROWED : Knowledge.HIDDEN;
                };
                Long high = count.high() >= Equations.OPEN ? null : count.high();
                return explained(table, row, column, knowledge, count.low(), high, count.derivation(), count.because());
            }
        }
        return explained(table, row, column, Knowledge.HIDDEN, null, null, Derivation.NONE, "no printed sum holds it");
    }

    private static ExplainedCell explained(
            Table table,
            int row,
            int column,
            Knowledge knowledge,
            @Nullable Long low,
            @Nullable Long high,
            Derivation derivation,
            String because) {
        return new ExplainedCell(
                table.file(),
                table.address(row, column),
                table.rowLabel(row),
                table.columns().get(column).name(),
                table.text(row, column),
                knowledge,
                low,
                high,
                derivation.steps(),
                because);
    }
}
