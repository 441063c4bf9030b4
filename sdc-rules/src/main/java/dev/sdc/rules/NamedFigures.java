package dev.sdc.rules;

import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The numbers of a table whose column or row is called by certain words, whatever their role. Immutable. */
public final class NamedFigures {
    private final List<Quantity> figures;

    private NamedFigures(List<Quantity> figures) {
        this.figures = figures;
    }

    /** The numbers under a header with one of these phrases, or in a row whose label has one; counts are none. */
    public static NamedFigures in(Table table, String... phrases) {
        List<Quantity> figures = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean named = !column.isLabel() && Wording.names(column.name(), phrases);
            for (int row = 0; row < table.rowCount(); row++) {
                if (!column.isLabel() && (named || Wording.names(table.rowLabel(row), phrases))) {
                    for (Quantity figure : table.quantities(row, column.index())) {
                        if (!figure.role().isCount()) {
                            figures.add(figure);
                        }
                    }
                }
            }
        }
        return new NamedFigures(figures);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return figures.isEmpty();
    }

    /** Visits them, columns first. */
    public void forEach(Consumer<Quantity> visitor) {
        figures.forEach(visitor);
    }
}
