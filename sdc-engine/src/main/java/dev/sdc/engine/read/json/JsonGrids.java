package dev.sdc.engine.read.json;

import static dev.sdc.engine.read.json.PointerPlaces.step;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Captions;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.text.Piece;
import dev.sdc.engine.read.text.TextGrid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Makes grids of the values of a JSON file whose cells lead back to where they stand in it. */
final class JsonGrids {
    private final Limits limits;
    private final List<Part> found = new ArrayList<>();
    private List<Captions.Line> above = List.of();

    JsonGrids(Limits limits) {
        this.limits = limits;
    }

    /** Those made so far. */
    List<Part> found() {
        return found;
    }

    List<Captions.Line> above() {
        return above;
    }

    /** What stands above the tables that are made from now on. */
    void above(List<Captions.Line> lines) {
        above = lines;
    }

    /**
     * Keeps a table.
     *
     * @param base the pointer of the whole
     * @param rowSteps what leads from there to its rows
     * @param columnSteps what leads to its columns; further ones are counted
     * @param columnsFirst whether the step to the column comes before the one to the row
     * @param labels the labels of its rows, or none
     * @param header the names of its columns from the outermost level inwards, or none
     * @param values the values of each row
     */
    void table(
            String base,
            List<String> rowSteps,
            List<String> columnSteps,
            boolean columnsFirst,
            List<String> labels,
            List<List<String>> header,
            List<List<JsonNode>> values) {
        int shift = labels.isEmpty() ? 0 : 1;
        List<List<Piece>> cells = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        List<String> columns = new ArrayList<>(Collections.nCopies(shift, ""));
        columns.addAll(columnSteps);
        for (List<String> level : header) {
            List<Piece> names = new ArrayList<>();
            for (int c = 0; c < level.size(); c++) {
                add(names, c + shift, level.get(c));
            }
            cells.add(names);
            rows.add("");
        }
        for (int r = 0; r < values.size(); r++) {
            List<Piece> row = new ArrayList<>();
            if (shift > 0) {
                add(row, 0, labels.get(r));
            }
            for (int c = 0; c < values.get(r).size(); c++) {
                add(row, c + shift, JsonShapes.text(values.get(r).get(c)));
            }
            cells.add(row);
            rows.add(rowSteps.get(r));
            for (int c = columns.size() - shift; c < values.get(r).size(); c++) {
                columns.add(step(String.valueOf(c)));
            }
        }
        Part part = TextGrid.plain(null, cells, limits);
        found.add(
                part instanceof Part.TableIn table
                        ? new Part.TableIn(
                                table.grid()
                                        .at(new PointerPlaces(
                                                base, List.copyOf(rows), List.copyOf(columns), columnsFirst)),
                                new Captions(above, List.of()))
                        : part);
    }

    private static void add(List<Piece> row, int column, String text) {
        if (!text.isBlank()) {
            row.add(new Piece(column, text.strip(), 0, 0));
        }
    }
}
