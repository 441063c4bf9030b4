package dev.sdc.rules.clu;

import dev.sdc.engine.evidence.Facts;
import dev.sdc.engine.evidence.Size;
import dev.sdc.engine.evidence.Wording;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cluster or latent class of a table: a row of it, or a column.
 *
 * @param name what the table calls it
 * @param sizeRow the row of the cell that says how large it is, or of its first cell where none does
 * @param sizeColumn the column of that cell
 * @param size its units; null where nothing says how many
 * @param centre its other figures: means, shares, loadings
 */
record Cluster(
        String name, int sizeRow, int sizeColumn, @Nullable Size size, List<Quantity> centre) {
    private static final String[] NAMES = {"cluster", "class", "latent class", "profile", "segment", "group"};
    private static final Set<ColumnRole> CENTRE = Set.of(
            ColumnRole.MEAN,
            ColumnRole.MAGNITUDE,
            ColumnRole.STATISTIC,
            ColumnRole.PROPORTION,
            ColumnRole.PERCENTAGE,
            ColumnRole.P_VALUE,
            ColumnRole.SD,
            ColumnRole.PERCENTILE);

    /** Whether a table is one of clusters. */
    static boolean in(Table table) {
        return table.type() == OutputType.CLUSTER_ANALYSIS;
    }

    /** The clusters of a table, in its order. */
    static List<Cluster> of(Table table, Facts facts) {
        List<Column> columns = table.columns().stream()
                .filter(column -> !column.isLabel() && Wording.begins(column.leaf(), NAMES))
                .toList();
        List<Cluster> clusters = new ArrayList<>();
        if (columns.size() > 1) {
            columns.forEach(column -> clusters.add(ofColumn(table, column)));
            return clusters;
        }
        for (int row = 0; row < table.rowCount(); row++) {
            if (!table.isTotalRow(row)) {
                clusters.add(ofRow(table, facts, row));
            }
        }
        return clusters;
    }

    private static Cluster ofRow(Table table, Facts facts, int row) {
        String name = table.rowLabel(row);
        List<Quantity> centre = new ArrayList<>();
        Quantity count = null;
        Quantity share = null;
        for (Column column : table.columns()) {
            for (Quantity figure : table.quantities(row, column.index())) {
                if (figure.role().isCount()) {
                    count = count == null || isSize(column) ? figure : count;
                } else if (share == null && isShare(column)) {
                    share = figure;
                } else if (CENTRE.contains(figure.role())) {
                    centre.add(figure);
                }
            }
        }
        if (count != null) {
            long n = count.value().longValue();
            String where = table.file() + "!" + table.address(row, count.column());
            return new Cluster(
                    name, row, count.column(), Size.exactly(n, Size.Source.PRINTED, where, null), List.copyOf(centre));
        }
        Optional<Size> supplied = supplied(table, name);
        Size size = supplied.orElse(share == null ? null : ClusterShare.units(table, facts, share));
        return new Cluster(name, row, share == null ? 0 : share.column(), size, List.copyOf(centre));
    }

    private static Cluster ofColumn(Table table, Column column) {
        List<Quantity> centre = new ArrayList<>();
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity figure : table.quantities(row, column.index())) {
                if (CENTRE.contains(figure.role())) {
                    centre.add(figure);
                }
            }
        }
        for (int row = 0; row < table.rowCount(); row++) {
            for (Quantity figure : table.quantities(row, column.index())) {
                if (figure.role().isCount() && Wording.begins(table.rowLabel(row), "n", "size", "number", "patients")) {
                    String where = table.file() + "!" + table.address(row, column.index());
                    Size size = Size.exactly(figure.value().longValue(), Size.Source.PRINTED, where, null);
                    return new Cluster(column.leaf(), row, column.index(), size, List.copyOf(centre));
                }
            }
        }
        Long inHeader = column.headerN();
        Size size = inHeader == null
                ? supplied(table, column.leaf()).orElse(null)
                : Size.exactly(
                        inHeader, Size.Source.HEADER, table.file() + "!" + table.headerAddress(column.index()), null);
        return new Cluster(column.leaf(), 0, column.index(), size, List.copyOf(centre));
    }

    private static boolean isSize(Column column) {
        return Wording.is(column.leaf(), "n", "size", "cluster size", "class size", "count", "patients");
    }

    private static boolean isShare(Column column) {
        boolean share = column.mayHold(ColumnRole.PROPORTION) || column.mayHold(ColumnRole.PERCENTAGE);
        return share
                && Wording.names(
                        column.leaf(),
                        "prevalence",
                        "share",
                        "class share",
                        "proportion",
                        "size",
                        "%",
                        "percent",
                        "pi");
    }

    /** As the evidence says, under {@code 3} as well as {@code Cluster 3}. */
    private static Optional<Size> supplied(Table table, String name) {
        for (Map.Entry<String, Long> entry :
                table.declaration().evidence().clusterSizes().entrySet()) {
            if (plain(entry.getKey()).equals(plain(name))) {
                return Optional.of(Size.exactly(
                        entry.getValue(), Size.Source.EVIDENCE, "evidence", "evidence.cluster_sizes: " + name));
            }
        }
        return Optional.empty();
    }

    private static String plain(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        for (String word : NAMES) {
            if (lower.startsWith(word + " ")) {
                return lower.substring(word.length()).strip();
            }
        }
        return lower;
    }
}
