package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows like those of a Markdown table that have no proper rule below the header, so that no program would lay them out:
 * lines that begin and end with an upright stroke. Boxes with crossings in their lines are printed tables.
 */
final class BarredLines implements Stretch.Finder {
    private static final int FEWEST_LINES = 2;
    private static final int FEWEST_CELLS = 2;

    private final @Nullable String place;
    private final Limits limits;

    BarredLines(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int end = at;
            while (end < lines.size() && isRow(lines.get(end))) {
                end++;
            }
            if (end - at < FEWEST_LINES) {
                at = Math.max(at + 1, end);
                continue;
            }
            boolean boxed = (at > 0 && isEdge(lines.get(at - 1)))
                    || (end < lines.size() && isEdge(lines.get(end)))
                    || lines.subList(at, end).stream().anyMatch(BarredLines::isEdge);
            if (!boxed) {
                List<List<Piece>> rows = new ArrayList<>();
                for (int i = at; i < end; i++) {
                    rows.add(PipeTables.cells(lines.get(i), i));
                }
                if (PipeTables.holdFigures(rows)) {
                    found.add(new Stretch(at, end, TextGrid.of(place, rows, limits)));
                }
            }
            at = end;
        }
        return found;
    }

    private boolean isRow(String line) {
        if (line.indexOf('|') < 0) {
            return false;
        }
        String cells = line.strip();
        return cells.length() > 2
                && line.length() <= limits.fieldCharacters()
                && cells.charAt(0) == '|'
                && cells.charAt(cells.length() - 1) == '|'
                && cells.chars().filter(c -> c == '|').limit(FEWEST_CELLS + 1L).count() > FEWEST_CELLS;
    }

    /** A line of a box: nothing but strokes, with a crossing. */
    private static boolean isEdge(String line) {
        String strokes = line.strip();
        return strokes.indexOf('+') >= 0 && strokes.chars().allMatch(c -> "+-=|: ".indexOf(c) >= 0);
    }
}
