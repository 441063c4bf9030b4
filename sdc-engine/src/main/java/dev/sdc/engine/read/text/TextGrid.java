package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.read.GridBuilder;
import dev.sdc.engine.read.NumberStyle;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.csv.StyleChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a grid of the cells of a table in a text. */
public final class TextGrid {
    private TextGrid() {}

    /**
     * The grid of some rows, which knows where in the text its cells stand; what cannot be held is a part that was not
     * read.
     *
     * @param place where the text stands in its file, or null where it is the file
     */
    public static Part of(@Nullable String place, List<List<Piece>> rows, Limits limits) {
        Part english = of(place, rows, limits, NumberStyle.ENGLISH);
        if (english instanceof Part.TableIn table) {
            StyleChoice choice = StyleChoice.of(table.grid(), ' ');
            boolean sure = choice.known() && choice.other() == null;
            if (sure && choice.style().decimal() == ',') {
                return of(place, rows, limits, choice.style());
            }
            if (sure) {
                return new Part.TableIn(
                        table.grid().withThousands(choice.style().thousands()));
            }
        }
        return english;
    }

    private static Part of(@Nullable String place, List<List<Piece>> rows, Limits limits, NumberStyle style) {
        GridBuilder builder = new GridBuilder(place, style, limits.cells(), limits);
        int width = 0;
        boolean fits = builder.rows(rows.size());
        for (int r = 0; r < rows.size() && fits; r++) {
            for (Piece piece : rows.get(r)) {
                width = Math.max(width, piece.column() + 1);
                fits = fits && builder.set(r, piece.column(), piece.text());
            }
        }
        if (!fits) {
            String where = "@" + (rows.get(0).get(0).line() + 1) + ":1";
            return new Part.NotRead(
                    place == null ? where : place + "!" + where,
                    "The table has " + builder.limitReached()
                            + ", more than is read. Send the summary that is needed.");
        }
        Grid grid = builder.build(Grid.Layout.PLAIN);
        return new Part.TableIn(grid.at(LinePlaces.of(rows, width)));
    }
}
