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
    private static final int THOUSANDS = 3;

    private TextGrid() {}

    /**
     * The grid of some rows, which knows where in the text its cells stand; what cannot be held is a part that was not
     * read.
     *
     * @param place where the text stands in its file, or null where it is the file
     */
    public static Part of(@Nullable String place, List<List<Piece>> rows, Limits limits) {
        Part part = plain(place, Indents.kept(rows), limits);
        if (!(part instanceof Part.TableIn table)) {
            return part;
        }
        Grid grid = table.grid();
        return new Part.TableIn(grid.at(LinePlaces.of(rows, grid.columns())));
    }

    /** The grid of some rows, with the addresses of a sheet. */
    public static Part plain(@Nullable String sheet, List<List<Piece>> rows, Limits limits) {
        Part english = in(NumberStyle.ENGLISH, sheet, rows, limits);
        if (!(english instanceof Part.TableIn table)) {
            return english;
        }
        StyleChoice choice = StyleChoice.of(table.grid(), ' ');
        // 1.204 in one column with 8 and 52 is a thousand and more
        boolean points = choice.style().decimal() == ',' && (table.grid().scales() >> THOUSANDS & 1) != 0;
        if (!choice.known() || (choice.other() != null && !points)) {
            return english;
        }
        return choice.style().decimal() == ','
                ? in(choice.style(), sheet, rows, limits)
                : new Part.TableIn(table.grid().withThousands(choice.style().thousands()));
    }

    private static Part in(NumberStyle style, @Nullable String sheet, List<List<Piece>> rows, Limits limits) {
        GridBuilder builder = new GridBuilder(sheet, style, limits.cells(), limits);
        boolean fits = builder.rows(rows.size());
        for (int r = 0; r < rows.size() && fits; r++) {
            for (Piece piece : rows.get(r)) {
                fits = fits && builder.set(r, piece.column(), piece.text());
            }
        }
        return fits
                ? new Part.TableIn(builder.build(Grid.Layout.PLAIN))
                : new Part.NotRead(
                        sheet == null ? "" : sheet,
                        "A table has " + builder.limitReached()
                                + ", more than is read. Send the summary that is needed.");
    }
}
