package dev.sdc.cli.render;

import dev.sdc.engine.read.Address;
import dev.sdc.engine.rule.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which cells of one grid are flagged, by which causes. */
final class Flags {
    /** A cause at a cell of the grid, or at a rectangle of cells. */
    record Flag(int number, Cause cause, Address at) {}

    private final Map<Long, List<Flag>> byCorner = new HashMap<>();
    private final List<Flag> rectangles = new ArrayList<>();
    private final TreeSet<Integer> rows = new TreeSet<>();
    private final TreeSet<Integer> columns = new TreeSet<>();

    /** Adds a cause under its number in the list; false if its address names no cells of the table. */
    boolean add(int number, Cause cause, TablePlaces places) {
        Address at = places.find(cause.cell());
        if (at == null) {
            return false;
        }
        Flag flag = new Flag(number, cause, at);
        byCorner.computeIfAbsent(key(at.firstRow(), at.firstColumn()), k -> new ArrayList<>())
                .add(flag);
        rows.add(at.firstRow());
        columns.add(at.firstColumn());
        if (!at.isCell()) {
            rectangles.add(flag);
        }
        return true;
    }

    /** The causes at a cell, those of a rectangle at its upper left corner. */
    List<Flag> at(int row, int column) {
        return byCorner.getOrDefault(key(row, column), List.of());
    }

    /** The gravest level of a cell or of a rectangle over it; null if it is not flagged. */
    @Nullable
    Level level(int row, int column) {
        Level worst = null;
        for (Flag flag : at(row, column)) {
            worst = worst(worst, flag.cause().level());
        }
        for (Flag flag : rectangles) {
            Address at = flag.at();
            if (row >= at.firstRow()
                    && row <= at.lastRow()
                    && column >= at.firstColumn()
                    && column <= at.lastColumn()) {
                worst = worst(worst, flag.cause().level());
            }
        }
        return worst;
    }

    NavigableSet<Integer> rows() {
        return rows;
    }

    NavigableSet<Integer> columns() {
        return columns;
    }

    boolean none() {
        return rows.isEmpty();
    }

    private static Level worst(@Nullable Level a, Level b) {
        return a == null || b.compareTo(a) > 0 ? b : a;
    }

    private static long key(int row, int column) {
        return ((long) row << 32) | column;
    }
}
