package dev.sdc.rules;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The numbers of a table whose column or row is called by certain words, whatever their role. Immutable. */
public final class NamedFigures {
    private final List<Quantity> figures;

    private NamedFigures(List<Quantity> figures) {
        this.figures = figures;
    }

    /** The numbers under a header with one of these phrases, or in a row with such a label; counts are none. */
    public static NamedFigures in(Table table, String... phrases) {
        List<Quantity> figures = new ArrayList<>();
        BitSet all = new BitSet();
        all.set(0, table.rowCount());
        BitSet labelled = table.rowsLabelled(label -> Wording.names(label, phrases));
        for (Column column : table.columns()) {
            if (!column.isLabel()) {
                BitSet rows = Wording.names(column.name(), phrases) ? all : labelled;
                rows.stream().forEach(row -> addTo(figures, table, row, column));
            }
        }
        return new NamedFigures(figures);
    }

    private static void addTo(List<Quantity> figures, Table table, int row, Column column) {
        for (Quantity figure : table.quantities(row, column.index())) {
            if (!figure.role().isCount()) {
                figures.add(figure);
            }
        }
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return figures.isEmpty();
    }

    /** Whether all numbers of a role in a column are among them. */
    public boolean include(Table table, Column column, ColumnRole role) {
        Set<Integer> rows = new HashSet<>();
        for (Quantity figure : figures) {
            if (figure.column() == column.index()) {
                rows.add(figure.row());
            }
        }
        return IntStream.range(0, table.rowCount())
                .filter(row -> table.quantities(row, column.index()).stream().anyMatch(figure -> figure.role() == role))
                .allMatch(rows::contains);
    }

    /** Visits them, columns first. */
    public void forEach(Consumer<Quantity> visitor) {
        figures.forEach(visitor);
    }
}
