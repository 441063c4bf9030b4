package dev.sdc.engine.read.xlsx;

import dev.sdc.engine.read.Grid;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What floats over the cells of a sheet: pictures, charts, and shapes with text. */
final class Drawing extends DefaultHandler {
    /** A floating thing: what it is, and the cell at its top left corner. */
    record Thing(String what, String cell) {}

    private final List<Thing> things = new ArrayList<>();
    private final StringBuilder number = new StringBuilder();
    private boolean inFrom;
    private int row;
    private int column;
    private String shape = "";
    private boolean shapeHasText;

    List<Thing> things() {
        return things;
    }

    @Override
    public void startElement(String uri, String element, String qName, Attributes attributes) {
        number.setLength(0);
        switch (element) {
            case "from" -> inFrom = true;
            case "pic" -> add("picture");
            case "graphicFrame" -> add("chart or diagram");
            case "sp" -> {
                shape = "shape with text";
                shapeHasText = false;
            }
            default -> {}
        }
    }

    private void add(String what) {
        things.add(new Thing(what, Grid.columnName(Math.max(column, 0)) + (row + 1)));
    }

    @Override
    public void characters(char[] buffer, int offset, int length) {
        if (inFrom) {
            number.append(buffer, offset, Math.min(length, 9));
        } else if (!shape.isEmpty()) {
            shapeHasText |= !new String(buffer, offset, length).isBlank();
        }
    }

    @Override
    public void endElement(String uri, String element, String qName) {
        switch (element) {
            case "from" -> inFrom = false;
            case "row" -> row = inFrom ? place(row) : row;
            case "col" -> column = inFrom ? place(column) : column;
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
