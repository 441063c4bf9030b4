package dev.sdc.engine.rule;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Prose;
import dev.sdc.engine.table.Table;

/**
 * A rule about what a table, or the print of a model, says with figures and a running text in words. Code says neither.
 */
public interface TableOrTextRule extends OutputRule {
    @Override
    default Outcome check(Output output, Facts facts, Settings settings) {
        if (output instanceof Prose prose) {
            return prose.type() == OutputType.CODE
                    ? new Outcome.NotApplicable("code is neither a table nor running text")
                    : inText(prose, facts, settings);
        }
        return output.numbers()
                .map(table -> inTable(table, facts, settings))
                .orElseGet(() -> new Outcome.NotApplicable("neither a table nor running text"));
    }

    @Override
    default boolean examinesNotes() {
        return true;
    }

    /** Examines a table. Never throws on account of the table's content. */
    Outcome inTable(Table table, Facts facts, Settings settings);

    /** Examines a running text. Never throws on account of the text. */
    Outcome inText(Prose prose, Facts facts, Settings settings);
}
