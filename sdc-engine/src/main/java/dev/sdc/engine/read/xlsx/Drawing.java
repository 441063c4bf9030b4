package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.read.Grid;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What floats over the cells of a sheet: pictures, charts, and shapes with text. */
final class Drawing extends DefaultHandler {
    /**
     * A floating thing: what it is, the cells from its top left to its bottom right corner, and the id of the part that
     * holds it.
     */
    record Thing(String what, Grid.Area area, String part) {
        String cell() {
            return Grid.columnName(area.firstColumn()) + (area.firstRow() + 1);
        }
    }

    private final List<Thing> things = new ArrayList<>();
    private final StringBuilder number = new StringBuilder();
    private boolean inFrom;
    private boolean inTo;
    private int row;
    private int column;
    private int lastRow;
    private int lastColumn;
    private String chart = "";
    private int first;
    private String shape = "";
    private boolean shapeHasText;

    List<Thing> things() {
        return things;
    }

    @Override
    public void startElement(String uri, String element, String qName, Attributes attributes) {
        number.setLength(0);
        switch (element) {
            case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor" -> {
                first = things.size();
                lastRow = 0;
                lastColumn = 0;
            }
            case "from" -> inFrom = true;
            case "to" -> inTo = true;
            case "chart" -> chart = Xml.attribute(attributes, "id", "");
            case "pic" -> add("picture");
            case "graphicFrame" -> chart = "";
            case "sp" -> {
                shape = "shape with text";
                shapeHasText = false;
            }
            default -> {}
        }
    }

    private void add(String what) {
        things.add(new Thing(what, new Grid.Area(row, column, row, column), chart));
    }

    @Override
    public void characters(char[] buffer, int offset, int length) {
        if (inFrom || inTo) {
            number.append(buffer, offset, Math.min(length, 9));
        } else if (!shape.isEmpty()) {
            shapeHasText |= !new String(buffer, offset, length).isBlank();
        }
    }

    @Override
    public void endElement(String uri, String element, String qName) {
        switch (element) {
            case "from" -> inFrom = false;
            case "to" -> inTo = false;
            case "row" -> {
                row = inFrom ? place(row) : row;
                lastRow = inTo ? place(lastRow) : lastRow;
            }
            case "col" -> {
                column = inFrom ? place(column) : column;
                lastColumn = inTo ? place(lastColumn) : lastColumn;
            }
            case "graphicFrame" -> {
                add("chart or diagram");
                chart = "";
            }
            case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor" -> {
                for (int i = first; i < things.size(); i++) {
                    Thing thing = things.get(i);
                    Grid.Area area = thing.area();
                    things.set(
                            i,
                            new Thing(
                                    thing.what(),
                                    new Grid.Area(
                                            area.firstRow(),
                                            area.firstColumn(),
                                            Math.max(area.firstRow(), lastRow),
                                            Math.max(area.firstColumn(), lastColumn)),
                                    thing.part()));
                }
            }
            case "sp" -> {
                if (shapeHasText) {
                    add(shape);
                }
                shape = "";
            }
            default -> {}
        }
    }

    private int place(int otherwise) {
        try {
            return Math.min(Math.max(Integer.parseInt(number.toString().strip()), 0), 1 << 20);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
