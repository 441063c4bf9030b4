package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables inside a text whose cells are parted by tabs. */
final class TabTables implements Stretch.Finder {
    private static final int FEWEST_LINES = 3;

    private final @Nullable String place;
    private final Limits limits;

    TabTables(@Nullable String place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    @Override
    public List<Stretch> in(List<String> lines) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int end = i;
            List<List<Piece>> rows = new ArrayList<>();
            int numeric = 0;
            while (end < lines.size()
                    && lines.get(end).indexOf('\t') >= 0
                    && !lines.get(end).isBlank()) {
                List<Piece> cells = DelimitedLines.cells(lines.get(end), end, '\t').stream()
                        .filter(cell -> !cell.text().isBlank())
                        .toList();
                numeric += cells.stream().skip(1).anyMatch(TabTables::isFigure) ? 1 : 0;
                rows.add(cells);
                end++;
            }
            if (rows.size() >= FEWEST_LINES && numeric * 2 >= rows.size()) {
                found.add(new Stretch(i, end, TextGrid.of(place, rows, limits)));
            }
            i = Math.max(i, end);
        }
        return found;
    }

    private static boolean isFigure(Piece piece) {
        List<Word> words = Word.of(piece.text());
        return !words.isEmpty() && words.get(0).look() == Word.Look.NUMBER;
    }
}
