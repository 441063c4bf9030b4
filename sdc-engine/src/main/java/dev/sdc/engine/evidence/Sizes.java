package dev.sdc.engine.evidence;

import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Contribution;
import dev.sdc.engine.submission.OutputType;
import dev.sdc.engine.submission.Population;
import dev.sdc.engine.table.CellValue;
import dev.sdc.engine.table.Column;
import dev.sdc.engine.table.Quantity;
import dev.sdc.engine.table.Table;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the number of units behind a figure of one table. What columns say is worked out once. Thread-safe. */
final class Sizes {
    private static final Set<String> VARIABLE_HEADERS = Set.of(
            "",
            "variable",
            "variables",
            "term",
            "parameter",
            "characteristic",
            "characteristics",
            "covariate",
            "measure",
            "statistic",
            "name",
            "param",
            "parm",
            "outcome",
            "metric");

    private static final BigDecimal WIDEST = BigDecimal.valueOf(1_000_000);

    private final Table table;
    private final CountRows countRows;
    private final int onlyTotalRow;
    private final Map<Integer, int[]> measures = new ConcurrentHashMap<>();

    Sizes(Table table) {
        this.table = table;
        this.countRows = new CountRows(table);
        this.onlyTotalRow = onlyTotalRow(table);
    }

    /** The number of units behind a mean, a percentile, a standard deviation, an estimate. */
    Optional<Size> of(Quantity figure) {
        Size size = printedInRow(figure.row(), figure.column());
        if (size == null) {
            size = printedInColumn(figure.row(), figure.column());
        }
        if (size == null) {
            size = header(figure.column());
        }
        if (size == null) {
            size = evidence(figure.row(), figure.column());
        }
        if (size == null && table.declaration().population() != null && overAll()) {
            size = population();
        }
        return Optional.ofNullable(size);
    }

    /** The number of units behind a figure, or what the mark leaves of it that stands where its count would. */
    Optional<Size> orMask(Quantity figure) {
        Size mask = maskInRow(figure);
        if (mask == null && countRows.of(figure.row()) >= 0 && printedInRow(figure.row(), figure.column()) == null) {
            mask = mask(figure, countRows.of(figure.row()), figure.column());
        }
        return mask == null || evidence(figure.row(), figure.column()) != null ? of(figure) : Optional.of(mask);
    }

    /** A mark in the nearest column of counts; one that says nothing leaves the next to speak. */
    private @Nullable Size maskInRow(Quantity figure) {
        for (int measure : measures.computeIfAbsent(figure.column(), this::measuresFor)) {
            if (count(figure.row(), measure) != null) {
                return null;
            }
            Size mask = mask(figure, figure.row(), measure);
            if (mask != null) {
                return mask;
            }
        }
        return null;
    }

    private @Nullable Size mask(Quantity figure, int row, int column) {
        if (!(table.cell(row, column) instanceof CellValue.Suppressed mark) || mark.interval() == null) {
            return null;
        }
        BigDecimal high = mark.interval().high();
        BigDecimal low = mark.interval().low();
        if (high == null || high.signum() <= 0 || high.compareTo(WIDEST) > 0) {
            return null;
        }
        // nobody has a total of 0, but no mean
        boolean declared = table.declaration().markers().containsKey(mark.marker());
        long least = figure.value().signum() == 0 && figure.role() == ColumnRole.MAGNITUDE ? 0 : 1;
        return new Size(
                low == null ? least : Math.max(least, low.longValue()),
                high.longValue(),
                Size.Source.MASKED,
                () -> table.file() + "!" + table.address(row, column),
                declared ? "markers: " + mark.marker() : null);
    }

    /** The count that a measure column of the same row states, the nearest to the left under the same outer header first. */
    private @Nullable Size printedInRow(int row, int column) {
        for (int measure : measures.computeIfAbsent(column, this::measuresFor)) {
            Long n = count(row, measure);
            if (n != null) {
                return size(n, row, measure);
            }
        }
        return null;
    }

    /** The columns that may state the sizes of a column's figures, the nearest first. */
    private int[] measuresFor(int column) {
        Column figure = table.columns().get(column);
        return table.columns().stream()
                .filter(c -> c.index() != column && !c.isLabel() && isMeasure(c))
                .sorted(Comparator.comparingInt(c -> rank(figure, c)))
                .mapToInt(Column::index)
                .toArray();
    }

    private static boolean isMeasure(Column c) {
        boolean counts = c.mayHold(ColumnRole.COUNT) || c.mayHold(ColumnRole.DISTINCT_PATIENTS);
        return counts
                && (c.source() == Column.RoleSource.HEADER || c.source() == Column.RoleSource.DECLARED)
                && c.role() != null
                && c.role().isCount();
    }

    /** Lower is nearer: same outer header, a plain name for a size, then order from the left. */
    private static int rank(Column figure, Column c) {
        int rank = sharesWord(figure.leaf(), c.leaf()) ? -10_000 : 0;
        List<String> a = figure.header();
        List<String> b = c.header();
        boolean sameParent = a.size() > 1 && b.size() > 1 && a.get(0).equals(b.get(0));
        rank += sameParent ? 0 : b.size() > 1 ? 4_000 : 2_000;
        rank += isSizeName(c.leaf()) ? 0 : 1_000;
        return rank + Math.min(999, c.index());
    }

    /** Whether two headers name the same variable: {@code n_bmi} and {@code mean_bmi}. */
    private static boolean sharesWord(String a, String b) {
        Set<String> words = new HashSet<>(List.of(a.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)));
        for (String word : b.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (word.length() > 1 && words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    static boolean isSizeName(String header) {
        String word = header.strip().toLowerCase(Locale.ROOT);
        return Set.of(
                        "n",
                        "nobs",
                        "obs",
                        "count",
                        "number",
                        "size",
                        "base",
                        "patients",
                        "total n",
                        "n obs",
                        "freq",
                        "frequency",
                        "denominator",
                        "contributors",
                        "establishments",
                        "people",
                        "persons",
                        "participants",
                        "units",
                        "anzahl",
                        "betriebe",
                        "patienten",
                        "number of patients",
                        "no. of patients",
                        "n patients")
                .contains(word);
    }

    /** The count that the count row of the figure's group states in the same column. */
    private @Nullable Size printedInColumn(int row, int column) {
        int counts = countRows.of(row);
        if (counts >= 0 && table.cell(counts, column) instanceof CellValue.Count n) {
            return size(n.n(), counts, column);
        }
        Long all = onlyTotalRow >= 0 && table.rowRole(row) != null ? count(onlyTotalRow, column) : null;
        return all == null ? null : size(all, onlyTotalRow, column);
    }

    /** The one row of totals of a table that mixes counts and statistics, such as a table of characteristics; else -1. */
    private static int onlyTotalRow(Table table) {
        int found = -1;
        for (int row = 0; row < table.rowCount(); row++) {
            if (table.isTotalRow(row)) {
                if (found >= 0) {
                    return -1;
                }
                found = row;
            }
        }
        return found;
    }

    private @Nullable Size header(int column) {
        Long n = table.columns().get(column).headerN();
        return n == null
                ? null
                : Size.exactly(n, Size.Source.HEADER, table.file() + "!" + table.headerAddress(column), null);
    }

    private @Nullable Size evidence(int row, int column) {
        Map<String, Contribution> contributions = table.declaration().evidence().contributions();
        Contribution contribution = Keys.find(contributions, table, row, column);
        Long n = contribution == null ? null : contribution.n();
        if (n == null) {
            n = Keys.find(table.declaration().evidence().unweightedN(), table, row, column);
        }
        if (n == null && table.type() == OutputType.CLUSTER_ANALYSIS) {
            n = Keys.find(table.declaration().evidence().clusterSizes(), table, row, column);
        }
        return n == null
                ? null
                : Size.exactly(n, Size.Source.EVIDENCE, "evidence", "evidence: n of " + table.rowLabel(row));
    }

    /** Whether the rows are variables or terms of one population rather than groups of it. */
    boolean overAll() {
        if (table.rowCount() == 1 || table.type().isModel()) {
            return true;
        }
        return switch (table.type()) {
            case CORRELATION, FACTOR_ANALYSIS, HYPOTHESIS_TESTS -> true;
            default -> rowsAreVariables() || columnsAreVariables();
        };
    }

    private boolean rowsAreVariables() {
        int labels = 0;
        String header = "";
        Set<String> statistics = new HashSet<>();
        for (Column c : table.columns()) {
            if (c.isLabel()) {
                labels++;
                header = c.leaf();
            } else {
                c.holds().forEach(role -> statistics.add(role + " " + c.level()));
            }
        }
        return labels == 1
                && statistics.size() > 1
                && VARIABLE_HEADERS.contains(header.strip().toLowerCase(Locale.ROOT));
    }

    private boolean columnsAreVariables() {
        int roles = 0;
        for (int row = 0; row < Math.min(table.rowCount(), 50); row++) {
            roles += table.rowRole(row) != null ? 1 : 0;
        }
        return roles > 1 && roles == table.rowCount();
    }

    @Nullable
    Size population() {
        Population population = table.declaration().population();
        Long n = population == null ? null : population.n();
        return n == null ? null : Size.exactly(n, Size.Source.POPULATION, "population.n", "population.n: " + n);
    }

    private @Nullable Long count(int row, int column) {
        long plain = table.count(row, column);
        if (plain >= 0) {
            return plain;
        }
        if (table.cell(row, column) instanceof CellValue.Composite composite) {
            for (CellValue.Part part : composite.parts()) {
                if (part.role().isCount()) {
                    return part.value().longValue();
                }
            }
        }
        return null;
    }

    /** A printed count as a size: an interval where the table is declared rounded. */
    private Size size(long n, int row, int column) {
        return Rounded.size(table, n, Size.Source.PRINTED, () -> table.file() + "!" + table.address(row, column));
    }
}
