package dev.sdc.cli.render;

import dev.sdc.engine.read.Address;
import dev.sdc.engine.read.Grid;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Table;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the addresses that findings give stand in the grid of a table: cells, lines of a text, places in JSON. */
final class TablePlaces {
    private static final int MOST_CELLS = 200_000;

    private final @Nullable Map<String, Address> places;
    private final @Nullable Address range;

    private TablePlaces(@Nullable Map<String, Address> places, @Nullable Address range) {
        this.places = places;
        this.range = range;
    }

    static TablePlaces of(Table table) {
        Grid grid = table.grid();
        Address range = Address.of(table.range());
        boolean ofItsOwn =
                range == null || (grid.sheet() == null && table.range().startsWith("/"));
        if (!ofItsOwn) {
            return new TablePlaces(null, range);
        }
        if (grid.rows() == 0 || grid.columns() == 0 || (long) grid.rows() * grid.columns() > MOST_CELLS) {
            return new TablePlaces(Map.of(), null);
        }
        Map<String, Address> places = new HashMap<>();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                places.putIfAbsent(grid.address(row, column), new Address(null, row, column, row, column));
            }
        }
        int firstData = table.rowCount() == 0 ? 0 : table.gridRow(0);
        int lastData = table.rowCount() == 0 ? 0 : table.gridRow(table.rowCount() - 1);
        for (Column column : table.columns()) {
            int at = column.gridColumn();
            places.putIfAbsent(table.columnAddress(column.index()), new Address(null, firstData, at, lastData, at));
        }
        Address all = new Address(null, 0, 0, grid.rows() - 1, grid.columns() - 1);
        places.putIfAbsent(table.range(), all);
        return new TablePlaces(places, all);
    }

    /** The cells to draw, or null where the table cannot be drawn. */
    @Nullable
    Address range() {
        return range;
    }

    /** The cells that an address names; null where it names none of this table. */
    @Nullable
    Address find(String address) {
        return places == null ? Address.of(address) : places.get(address);
    }
}
