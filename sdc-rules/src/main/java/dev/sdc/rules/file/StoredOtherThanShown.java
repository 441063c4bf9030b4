package dev.sdc.rules.file;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.rule.Disposition;
import dev.sdc.engine.rule.ExaminedFile;
import dev.sdc.engine.rule.FileRule;
import dev.sdc.engine.rule.Findings;
import dev.sdc.engine.rule.Outcome;
import dev.sdc.engine.rule.SdcRule;
import dev.sdc.engine.rule.Settings;
import dev.sdc.engine.table.Output;
import dev.sdc.engine.table.Table;
import dev.sdc.rules.shape.FileText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Cells that store more than they show. All rules run on the stored value. */
@SdcRule(
        id = "FILE-005",
        title = "Stored value differs from the one shown",
        source = "US Census Bureau DRB rounding rules work on the stored value",
        parameters = "min_count")
public final class StoredOtherThanShown implements FileRule {
    private static final String REMEDY =
            "Store what is shown: copy the values as text, or round them before writing the file.";

    @Override
    public Outcome check(ExaminedFile file, Settings settings) {
        Findings findings = Findings.in(this, file.file().path());
        boolean looks = false;
        for (Grid grid : FileText.grids(file)) {
            if (grid.layout().shown().isEmpty()) {
                continue;
            }
            looks = true;
            Map<Integer, List<Integer>> rest = new TreeMap<>();
            Set<String> small = smallCounts(grid, file.outputs(), settings.minCount());
            for (Grid.Shown cell : grid.layout().shown()) {
                Display display = new Display(grid, cell);
                if (small.contains(grid.address(cell.row(), cell.column()))
                        && !display.showsSmallCount(settings.minCount())) {
                    findings.add(
                            grid.address(cell.row(), cell.column()),
                            null,
                            null,
                            Disposition.BREACH,
                            words -> words.message("A small count is stored where the sheet shows something else.")
                                    .because("stored is " + grid.text(cell.row(), cell.column()) + ", shown is '"
                                            + cell.displayed() + "'")
                                    .remedy(REMEDY));
                } else if (display.hidesSomething()) {
                    rest.computeIfAbsent(cell.column(), c -> new ArrayList<>()).add(cell.row());
                }
            }
            rest.forEach((column, rows) -> more(grid, column, rows, findings));
        }
        return looks
                ? findings.outcome("cells that are shown otherwise than stored")
                : new Outcome.NotApplicable("every cell is shown as it is stored");
    }

    private static void more(Grid grid, int column, List<Integer> rows, Findings findings) {
        int first = rows.get(0);
        int last = rows.get(rows.size() - 1);
        String address = first == last ? grid.address(first, column) : grid.address(first, column, last, column);
        findings.add(
                address,
                null,
                null,
                Disposition.HUMAN_JUDGEMENT,
                words -> words.message("Cells store more than they show.")
                        .because(rows.size() + " cells hold other or finer values than the sheet shows, such as "
                                + grid.text(first, column))
                        .remedy(REMEDY));
    }

    private static Set<String> smallCounts(Grid grid, List<Output> outputs, int minCount) {
        Set<String> places = new HashSet<>();
        for (Output output : outputs) {
            if (output instanceof Table table && table.grid() == grid) {
                table.forEachCount((row, column, n) -> {
                    if (n >= 1 && n < minCount) {
                        places.add(table.address(row, column));
                    }
                });
            }
        }
        return places;
    }
}
