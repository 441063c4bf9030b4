package dev.sdc.engine.read.text;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.Stretch;
import dev.sdc.engine.read.model.Model;
import dev.sdc.engine.read.model.ModelReader;
import dev.sdc.engine.read.model.Place;
import dev.sdc.engine.read.model.Whereabouts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model that a document shows in tables.
 *
 * @param print the model
 * @param first the first of its tables, from 0
 * @param last the last of its tables
 */
public record TabulatedModel(Part.ModelPrint print, int first, int last) {
    /**
     * The models in the tables of a document. Only tables all of whose figures belong to models are taken for them.
     *
     * @param tables the rows of each table
     * @param source the lines of the document
     * @param address the address of a cell
     * @param place where a table stands, for what is declared of it
     */
    public static List<TabulatedModel> in(
            List<List<List<Piece>>> tables,
            List<String> source,
            Function<TableCell, String> address,
            Function<Integer, @Nullable String> place) {
        LaidOut page = new LaidOut(tables, address);
        List<String> lines = page.lines();
        List<Model> models = ModelReader.in(lines);
        BitSet open = open(page, lines, models);
        List<TabulatedModel> found = new ArrayList<>();
        LaidOutPlaces places = models.isEmpty() ? new LaidOutPlaces(List.of()) : page.places();
        for (Model model : models) {
            int first = page.table(model.firstLine() - 1);
            int last = page.table(model.lastLine() - 1);
            int left = open.nextSetBit(first);
            if (left < 0 || left > last) {
                found.add(new TabulatedModel(
                        new Part.ModelPrint(place.apply(first), model, source, places), first, last));
            }
        }
        return found;
    }

    /**
     * A table of a text.
     *
     * @param from the first line that it takes, from 0
     * @param to the line behind the last
     */
    public record Source(int from, int to, List<List<Piece>> rows) {}

    /** What stands in the tables of a text: models, and tables that are none. */
    public static List<Stretch> stretches(
            List<Source> tables, List<String> lines, @Nullable String place, Limits limits) {
        Whereabouts where = new Whereabouts.InText(place);
        List<TabulatedModel> models = in(
                tables.stream().map(Source::rows).toList(),
                List.copyOf(lines),
                cell -> where.of(new Place(cell.piece().line() + 1, cell.piece().at() + 1)),
                table -> place);
        List<Stretch> found = new ArrayList<>();
        BitSet taken = new BitSet();
        for (TabulatedModel model : models) {
            int from = tables.get(model.first()).from();
            found.add(new Stretch(from, tables.get(model.last()).to(), model.print()));
            taken.set(model.first(), model.last() + 1);
        }
        for (int t = taken.nextClearBit(0); t < tables.size(); t = taken.nextClearBit(t + 1)) {
            Source table = tables.get(t);
            found.add(new Stretch(table.from(), table.to(), TextGrid.of(place, table.rows(), limits)));
        }
        return found;
    }

    /** The tables with figures that belong to no model. */
    private static BitSet open(LaidOut page, List<String> lines, List<Model> models) {
        BitSet taken = new BitSet();
        models.forEach(model -> taken.set(model.firstLine() - 1, model.lastLine()));
        BitSet open = new BitSet();
        for (int i = 0; i < lines.size(); i++) {
            if (!taken.get(i) && lines.get(i).chars().anyMatch(Character::isDigit)) {
                open.set(page.table(i));
            }
        }
        return open;
    }
}
