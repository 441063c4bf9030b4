package dev.sdc.rules.wgt;

import dev.sdc.engine.evidence.LineCounts;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The weighted figures of a table, and the respondents behind each. */
final class Weighted {
    private static final Pattern UNWEIGHTED =
            Pattern.compile("unweighted|un-weighted|ungewichtet|respondents|befragte|sample size|raw n|base n");
    private static final Set<ColumnRole> FIGURES = EnumSet.of(
            ColumnRole.WEIGHTED_COUNT,
            ColumnRole.PERCENTAGE,
            ColumnRole.PROPORTION,
            ColumnRole.MEAN,
            ColumnRole.MAGNITUDE,
            ColumnRole.RATE);

    private final Table table;
    private final Map<String, Long> supplied;
    private final boolean all;

    Weighted(Table table) {
        this.table = table;
        this.supplied = table.declaration().evidence().unweightedN();
        this.all = Boolean.TRUE.equals(table.declaration().weighted()) || table.type() == OutputType.WEIGHTED_TABLE;
    }

    /** Whether the table holds weighted figures: declared, or by its columns. */
    boolean any() {
        return !figures().isEmpty();
    }

    /** The weighted figures: weighted counts, and in a weighted table everything that is no unweighted base. */
    List<Quantity> figures() {
        List<Quantity> figures = new ArrayList<>();
        if (!all && !table.holds(ColumnRole.WEIGHTED_COUNT)) {
            return figures;
        }
        Set<ColumnRole> roles = all ? EnumSet.copyOf(FIGURES) : EnumSet.of(ColumnRole.WEIGHTED_COUNT);
        if (all && !table.holds(ColumnRole.WEIGHTED_COUNT)) {
            roles.add(ColumnRole.COUNT);
        }
        table.forEachQuantity(roles, figure -> {
            if (!isBase(table.columns().get(figure.column()))) {
                figures.add(figure);
            }
        });
        return figures;
    }

    /** Whether a column holds unweighted bases: its name says so, or it is the only plain count beside weighted ones. */
    private boolean isBase(Column column) {
        if (column.role() == ColumnRole.WEIGHTED_COUNT || column.isLabel()) {
            return false;
        }
        return UNWEIGHTED.matcher(column.name().toLowerCase(Locale.ROOT)).find()
                || (column.mayHold(ColumnRole.COUNT) && table.holds(ColumnRole.WEIGHTED_COUNT));
    }

    /** The unweighted base of a figure as printed in its row; null where none is, or where several columns may be it. */
    @Nullable
    Quantity printedBase(Quantity figure) {
        Quantity base = null;
        for (Column column : table.columns()) {
            if (isBase(column)) {
                long n = LineCounts.at(table, figure.row(), column.index());
                boolean sameParent = sharesParent(column, table.columns().get(figure.column()));
                if (n != LineCounts.NONE && (base == null || sameParent)) {
                    base = new Quantity(figure.row(), column.index(), ColumnRole.COUNT, null, BigDecimal.valueOf(n));
                }
            }
        }
        return base;
    }

    private static boolean sharesParent(Column a, Column b) {
        return a.header().size() > 1
                && b.header().size() > 1
                && a.header().get(0).equals(b.header().get(0));
    }

    /** The unweighted base of a figure as supplied; {@link LineCounts#NONE} where it is not. */
    long suppliedBase(Quantity figure) {
        Column column = table.columns().get(figure.column());
        String label = table.rowLabel(figure.row());
        List<String> labels = table.rowLabels(figure.row());
        String innermost = labels.isEmpty() ? label : labels.get(labels.size() - 1);
        for (String key : List.of(label + " / " + column.name(), label + " / " + column.leaf(), label, innermost)) {
            Long n = supplied.get(key);
            if (n != null) {
                return n;
            }
        }
        return LineCounts.NONE;
    }
}
