package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model of several that stand side by side: it has a column of coefficients, and its number of observations in a row {@code
 * N} below them or in its header, {@code Model 1 (n=512)}.
 *
 * @param column its column of coefficients
 * @param observations its number of observations
 * @param terms the rows of its coefficients
 */
public record ModelColumn(Column column, long observations, List<Integer> terms) {
    public ModelColumn {
        terms = List.copyOf(terms);
    }

    /** The models of a table; none unless every column of coefficients states its number of observations. */
    public static List<ModelColumn> in(Table table) {
        List<Integer> sizes = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            if (Wording.is(table.rowLabel(row), ModelRows.OBSERVATIONS)) {
                sizes.add(row);
            }
        }
        Long shared = shared(table, sizes);
        List<ModelColumn> models = new ArrayList<>();
        for (Column column : table.columns()) {
            List<Integer> terms = terms(table, column);
            if (!terms.isEmpty()) {
                Long own = observations(table, sizes, column);
                Long n = own == null ? shared : own;
                if (n == null) {
                    return List.of();
                }
                models.add(new ModelColumn(column, n, terms));
            }
        }
        return models;
    }

    /** The model with the fewest degrees of freedom. */
    static Optional<ModelColumn> thinnest(Table table) {
        return in(table).stream().min(Comparator.comparingLong(model -> model.observations - model.terms.size()));
    }

    private static @Nullable Long observations(Table table, List<Integer> sizes, Column column) {
        for (int row : sizes) {
            long count = table.count(row, column.index());
            if (count >= 0) {
                return count;
            }
        }
        return column.headerN();
    }

    /** The only number that these rows print, which is of all models then; null where they print none or several. */
    private static @Nullable Long shared(Table table, List<Integer> sizes) {
        Long shared = null;
        for (int row : sizes) {
            for (Column column : table.columns()) {
                long count = column.isLabel() ? -1 : table.count(row, column.index());
                if (count >= 0 && shared != null) {
                    return null;
                }
                shared = count >= 0 ? Long.valueOf(count) : shared;
            }
        }
        return shared;
    }

    private static List<Integer> terms(Table table, Column column) {
        List<Integer> terms = new ArrayList<>();
        for (int row = 0; row < table.rowCount() && !column.isLabel(); row++) {
            for (Quantity figure : table.quantities(row, column.index())) {
                if (figure.role() == ColumnRole.ESTIMATE) {
                    terms.add(row);
                }
            }
        }
        return terms;
    }
}
