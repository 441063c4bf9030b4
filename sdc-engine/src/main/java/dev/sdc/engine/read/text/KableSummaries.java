package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What R's {@code summary} says of a data frame where {@code kable} has put it into a table: a name and a value in each cell. */
final class KableSummaries implements Stretch.Finder {
    private static final int LONGEST = 4000;

    private final SummaryTables tables;

    KableSummaries(@Nullable String place, Limits limits) {
        tables = new SummaryTables(place, limits);
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 1; i + 1 < lines.size(); i++) {
            if (lines.get(i).startsWith("|:-") && lines.get(i - 1).startsWith("|")) {
                int end = i + 1;
                while (end < lines.size() && lines.get(end).startsWith("|")) {
                    end++;
                }
                table(lines, i - 1, end, found);
                i = end - 1;
            }
        }
        return found;
    }

    private void table(List<String> lines, int head, int end, List<Stretch> found) {
        List<List<Piece>> statistics = new ArrayList<>();
        List<List<Piece>> levels = new ArrayList<>();
        String[] names = lines.get(head).split("\\|", -1);
        for (int i = head + 2; i < end; i++) {
            String line = lines.get(i);
            String[] cells = line.length() > LONGEST ? new String[0] : line.split("\\|", -1);
            if (cells.length != names.length) {
                return;
            }
            int at = 0;
            for (int c = 0; c < cells.length; c++) {
                String cell = cells[c].strip();
                int colon = cell.lastIndexOf(':');
                boolean none = cell.isEmpty() || cell.equals("NA");
                if (!none && (colon < 1 || colon + 1 == cell.length())) {
                    return;
                }
                if (!none) {
                    String name = cell.substring(0, colon).strip();
                    int value = at + cells[c].lastIndexOf(':') + 1;
                    (SummaryTables.isStatistic(name) ? statistics : levels)
                            .add(List.of(
                                    new Piece(0, names[c].strip(), i, at),
                                    new Piece(1, name, i, at),
                                    new Piece(2, cell.substring(colon + 1).strip(), i, value)));
                }
                at += cells[c].length() + 1;
            }
        }
        if (!statistics.isEmpty()) {
            tables.add(statistics, levels, head, end, found);
        }
    }
}
