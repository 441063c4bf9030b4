package dev.sdc.rules.reg;

import dev.sdc.engine.evidence.Smallness;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.table.Table;
import java.util.Map;
import java.util.Set;

/** Judges both sides of a term by the counts of cells that the evidence supplies: those it names, and all others. */
final class CellSides {
    private final Map<String, Long> cells;
    private final Set<String> levels;

    CellSides(Map<String, Long> cells) {
        this.cells = cells;
        this.levels = Term.allLevels(cells.keySet());
    }

    /** Reports a side of fewer units than may be shown; tells whether the cells speak of the term at all. */
    boolean judge(Table table, Term term, int minCount, Findings findings) {
        long with = 0;
        long without = 0;
        for (Map.Entry<String, Long> cell : cells.entrySet()) {
            if (term.isOf(cell.getKey(), levels)) {
                with += cell.getValue();
            } else {
                without += cell.getValue();
            }
        }
        if (with == 0) {
            return false;
        }
        long fewest = Math.min(with, without);
        if (Smallness.of(fewest, fewest, minCount) == Smallness.NONE) {
            findings.restsOn("evidence.cell_counts");
            return true;
        }
        findings.add(
                table,
                term.estimate().row(),
                term.estimate().column(),
                Disposition.BREACH,
                words -> words.message("A level of the regressor has fewer units than may be shown.")
                        .because("the cells of the evidence add up to " + fewest + " on one side; the minimum is "
                                + minCount)
                        .remedy("Merge the level with another, or leave the regressor out."));
        return true;
    }
}
