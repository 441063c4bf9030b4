package dev.sdc.engine.read.json;

import static dev.sdc.engine.read.json.PointerPlaces.step;

import dev.sdc.engine.intake.Limits;
import dev.sdc.engine.read.Captions;
import dev.sdc.engine.read.Part;
import dev.sdc.engine.read.text.Piece;
import dev.sdc.engine.read.text.TextGrid;
import java.util.ArrayList;
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

    void matrix(
            String base,
            List<String> rowSteps,
            List<String> columnSteps,
            List<String> labels,
            List<String> header,
            List<List<JsonNode>> rows) {
        List<List<Piece>> cells = new ArrayList<>();
        List<String> rowPointers = new ArrayList<>();
        int shift = labels.isEmpty() ? 0 : 1;
        if (!header.isEmpty()) {
            List<Piece> names = new ArrayList<>();
            for (int c = 0; c < header.size(); c++) {
                add(names, c + shift, header.get(c));
            }
            cells.add(names);
            rowPointers.add("");
        }
        for (int r = 0; r < rows.size(); r++) {
            List<Piece> row = new ArrayList<>();
            if (shift > 0) {
                add(row, 0, labels.get(r));
            }
            for (int c = 0; c < rows.get(r).size(); c++) {
                add(row, c + shift, JsonShapes.text(rows.get(r).get(c)));
            }
            cells.add(row);
            rowPointers.add(step(rowSteps.get(r)));
        }
        List<String> columnPointers = new ArrayList<>();
        for (int c = 0; c < shift; c++) {
            columnPointers.add("");
        }
        columnSteps.forEach(column -> columnPointers.add(step(column)));
        int widest = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int c = columnSteps.size(); c < widest; c++) {
            columnPointers.add(step(String.valueOf(c))); // a row of more values than there are names
        }
        keep(base, cells, rowPointers, columnPointers, false);
    }

    /**
     * Keeps a table.
     *
     * @param rowNames the steps to its rows
     * @param columnNames the steps to its columns; one that is empty is no step
     * @param labels the labels of its rows, or none
     * @param header whether the columns' names stand above them
     */
    void table(
            String base,
            List<String> rowNames,
            List<String> columnNames,
            List<List<JsonNode>> values,
            boolean columnsFirst,
            List<String> labels,
            boolean header) {
        int shift = labels.isEmpty() ? 0 : 1;
        List<List<Piece>> cells = new ArrayList<>();
        List<String> rowPointers = new ArrayList<>();
        List<String> columnPointers = new ArrayList<>();
        for (int c = 0; c < shift; c++) {
            columnPointers.add("");
        }
        columnNames.forEach(name -> columnPointers.add(name.isEmpty() && !header ? "" : step(name)));
        if (header) {
            List<Piece> names = new ArrayList<>();
            for (int c = 0; c < columnNames.size(); c++) {
                add(names, c + shift, columnNames.get(c));
            }
            cells.add(names);
            rowPointers.add("");
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
            rowPointers.add(rowNames.get(r).isEmpty() && base.isEmpty() && !header ? "" : step(rowNames.get(r)));
        }
        keep(base, cells, rowPointers, columnPointers, columnsFirst);
    }

    private void keep(
            String base,
            List<List<Piece>> cells,
            List<String> rowPointers,
            List<String> columnPointers,
            boolean columnsFirst) {
        Part part = TextGrid.plain(null, cells, limits);
        found.add(
                part instanceof Part.TableIn table
                        ? new Part.TableIn(
                                table.grid()
                                        .at(new PointerPlaces(
                                                base,
                                                List.copyOf(rowPointers),
                                                List.copyOf(columnPointers),
                                                columnsFirst)),
                                new Captions(above, List.of()))
                        : part);
    }

    private static void add(List<Piece> row, int column, String text) {
        if (!text.isBlank()) {
            row.add(new Piece(column, text.strip(), 0, 0));
        }
    }
}
