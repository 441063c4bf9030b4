package dev.sdc.engine.read.text;

import dev.sdc.engine.read.model.Place;
import dev.sdc.engine.read.model.Whereabouts;
import java.util.List;

/**
 * The addresses of the cells of tables that were set out in lines.
 *
 * @param lines the lines from the first on
 */
record LaidOutPlaces(List<Line> lines) implements Whereabouts {
    private static final int BEHIND_ALL = Integer.MAX_VALUE;

    /**
     * A line.
     *
     * @param blank the address of what is left of the first cell that says something
     * @param cells its cells from left to right
     */
    record Line(String blank, List<Cell> cells) {}

    /** The character, from 0, where a cell begins, and its address. */
    record Cell(int start, String address) {}

    @Override
    public String of(Place place) {
        Line line = lines.get(place.line() - 1);
        String found = line.blank();
        for (Cell cell : line.cells()) {
            found = cell.start() < place.column() ? cell.address() : found;
        }
        return found;
    }

    @Override
    public String of(Place first, Place last) {
        String from = of(first);
        // the beginning of a line stands for the whole line
        String to = of(last.column() > 1 ? last : new Place(last.line(), BEHIND_ALL));
        if (from.startsWith("@")) {
            return from + "-" + to.substring(1);
        }
        int sheet = from.lastIndexOf('!') + 1;
        // an address is of one table: the first
        return to.startsWith(from.substring(0, sheet)) ? from + ":" + to.substring(sheet) : from;
    }
}
