package dev.sdc.rules.shape;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Column.RoleSource;
import dev.sdc.engine.table.Table;
import dev.sdc.engine.table.TotalNames;
import java.util.stream.IntStream;

/** The rows of a table as a listing. */
record TableListing(Table table) implements Listing {
    @Override
    public int rows() {
        return table.rowCount();
    }

    @Override
    public int columns() {
        return table.columns().size();
    }

    @Override
    public String header(int column) {
        return table.columns().get(column).name();
    }

    @Override
    public String cell(int row, int column) {
        return table.text(row, column).strip();
    }

    @Override
    public boolean counts(int column) {
        Column of = table.columns().get(column);
        boolean count = of.mayHold(ColumnRole.COUNT) || of.mayHold(ColumnRole.DISTINCT_PATIENTS);
        // whole numbers alone may be ages, codes, or flags of persons
        return count && (of.source() == RoleSource.HEADER || of.source() == RoleSource.DECLARED || hasTotalColumn());
    }

    @Override
    public boolean hasTotals() {
        // records of no and yes may add up to their last row by chance: it has to say that it is one
        return IntStream.range(0, table.rowCount())
                .anyMatch(row ->
                        table.isTotalRow(row) && table.rowLabels(row).stream().anyMatch(TotalNames::isName));
    }

    @Override
    public boolean estimates(int column) {
        Column of = table.columns().get(column);
        return of.holds().contains(ColumnRole.ESTIMATE) && of.holds().contains(ColumnRole.CI_LOWER);
    }

    private boolean hasTotalColumn() {
        return table.columns().stream().anyMatch(Column::total);
    }
}
