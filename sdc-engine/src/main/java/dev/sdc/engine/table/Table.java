package dev.sdc.engine.table;

import dev.sdc.engine.read.Grid;
import dev.sdc.engine.submission.ColumnRole;
import dev.sdc.engine.submission.Declaration;
import dev.sdc.engine.submission.OutputType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A table understood: which cells are labels and totals, and what every number is.
 *
 * <p>Rows and columns of the table count from 0 and leave out titles, headers, footnotes and section lines; addresses
 * lead back to the file. Immutable and thread-safe.
 */
public final class Table implements Output {
    /** Receives counts. */
    @FunctionalInterface
    public interface CountVisitor {
        /** One count: its row and column in the table, and its value. */
        void count(int row, int column, long n);
    }

    private final TableShape shape;
    private final CellReader cells;
    private final Set<ColumnRole> held = EnumSet.noneOf(ColumnRole.class);
    private final AtomicReferenceArray<@Nullable LabelIndex> indexes;

    Table(TableShape shape, CellReader cells) {
        this.shape = shape;
        this.cells = cells;
        this.indexes = new AtomicReferenceArray<>(shape.labels().levels());
        shape.columns().forEach(column -> held.addAll(column.holds()));
    }

    @Override
    public String id() {
        return shape.id();
    }

    @Override
    public String file() {
        return shape.file();
    }

    @Override
    public String range() {
        return shape.range();
    }

    @Override
    public OutputType type() {
        return shape.type();
    }

    @Override
    public boolean typeDeclared() {
        return shape.typeDeclared();
    }

    @Override
    public Declaration declaration() {
        return shape.declaration();
    }

    @Override
    public List<Remark> remarks() {
        return shape.remarks();
    }

    @Override
    public Optional<Table> numbers() {
        return Optional.of(this);
    }

    /**
     * This table as a listing of records, where whole numbers that nothing but their look made counts are what is said of
     * each record; itself where there are none. Who asks must know that its rows are records.
     */
    public Table ofRecords() {
        return RecordValues.of(this)
                .map(values -> new Table(shape.under(values), cells.under(values)))
                .orElse(this);
    }

    /** This table as a listing of records whose long columns of 0 and 1 say no or yes of each; itself where there are none. */
    public Table ofYesAndNo() {
        return RecordValues.ofYesAndNo(this)
                .map(values -> new Table(shape.under(values), cells.under(values)))
                .orElse(this);
    }

    /** The raw cells that the table is a view of. */
    public Grid grid() {
        return shape.grid();
    }

    /** Lines above the table that name it. */
    public List<String> titles() {
        return shape.titles();
    }

    /** The titles and footnotes that are rows of the table's own grid, as a running text; null where there are none. */
    public @Nullable Prose notes() {
        return shape.notes();
    }

    /** Lines below the table that explain it. */
    public List<String> footnotes() {
        return shape.footnotes();
    }

    /** Counts that stand in words in titles, headers, labels and footnotes. */
    public List<Mention> mentions() {
        return shape.mentions();
    }

    /** Counts of people that titles and footnotes state, and the lines around the table where it stands in a text. */
    public List<Mention> captions() {
        return shape.captions();
    }

    /** All columns, labels included, from left to right. */
    public List<Column> columns() {
        return shape.columns();
    }

    /** The number of data rows, totals included. */
    public int rowCount() {
        return shape.rows().length;
    }

    /** Whether a row holds the totals of other rows. */
    public boolean isTotalRow(int row) {
        return shape.totalRows().get(row);
    }

    /** What the numbers of a row are where its label says so ({@code mean}, {@code n}), else null. */
    public @Nullable ColumnRole rowRole(int row) {
        RowRole role = shape.rowRoles().isEmpty() ? null : shape.rowRoles().get(row);
        return role == null ? null : role.role();
    }

    /** The labels of a row from the outermost inwards, section lines first; blanks are filled from above. */
    public List<String> rowLabels(int row) {
        return shape.rowLabels(row);
    }

    /** The labels of a row in one line, joined by {@code " / "}. */
    public String rowLabel(int row) {
        return String.join(" / ", rowLabels(row));
    }

    /** How many levels of labels rows have at most, section lines included. */
    public int labelLevels() {
        return indexes.length();
    }

    /**
     * Numbers the labels of one level: equal labels get equal numbers from 0, in the order of their first row; -1 where a
     * row has none. Made for large tables.
     */
    public int[] labelNumbers(int level) {
        return index(level).numbers().clone();
    }

    /** The different labels of one level, by the numbers of {@link #labelNumbers}. */
    public List<String> labels(int level) {
        return List.of(index(level).labels());
    }

    /**
     * The rows of which a label, taken alone, passes a test. Made for large tables: each different label is asked about
     * once, so the test must depend on nothing else.
     */
    public BitSet rowsLabelled(Predicate<String> test) {
        BitSet rows = new BitSet();
        for (int level = 0; level < indexes.length(); level++) {
            index(level).find(test, rows);
        }
        return rows;
    }

    /** Visits each different label of the rows once. Made for large tables. */
    public void forEachLabel(Consumer<String> visitor) {
        Set<String> different = new LinkedHashSet<>();
        for (int level = 0; level < indexes.length(); level++) {
            different.addAll(List.of(index(level).labels()));
        }
        different.forEach(visitor);
    }

    /** The index of a level; made when first asked for, perhaps twice at the same time. */
    private LabelIndex index(int level) {
        LabelIndex index = indexes.get(level);
        if (index == null) {
            index = LabelIndex.of(shape, level);
            indexes.set(level, index);
        }
        return index;
    }

    /** The row of {@link #grid} that a data row stands in. */
    public int gridRow(int row) {
        return shape.rows()[row];
    }

    /** The address of a cell in the file. */
    public String address(int row, int column) {
        return shape.grid()
                .address(shape.rows()[row], shape.columns().get(column).gridColumn());
    }

    /** The address of a column's data cells. */
    public String columnAddress(int column) {
        int gridColumn = shape.columns().get(column).gridColumn();
        int[] rows = shape.rows();
        return rows.length == 0
                ? range()
                : shape.grid().address(rows[0], gridColumn, rows[rows.length - 1], gridColumn);
    }

    /** The address of the innermost header cell of a column, or of its first data cell where it has no header. */
    public String headerAddress(int column) {
        int gridColumn = shape.columns().get(column).gridColumn();
        int row = shape.lastHeaderRow();
        return row < 0 ? address(0, column) : shape.grid().address(row, gridColumn);
    }

    /** The cell's text as the file stores it. */
    public String text(int row, int column) {
        return shape.grid().text(shape.rows()[row], shape.columns().get(column).gridColumn());
    }

    /** What a cell says. */
    public CellValue cell(int row, int column) {
        return cells.read(row, column);
    }

    /** The count that a cell is; -1 where it is anything else, or more. Made for large tables, as nothing is allocated. */
    public long count(int row, int column) {
        return cells.count(row, column);
    }

    /** The counts of many cells of a column, as {@link #count} gives each. */
    public long[] counts(int[] rows, int column) {
        return cells.counts(rows, column);
    }

    /**
     * The first row from here on whose cell holds anything but a plain number: a text, a mark, several numbers, nothing. -1
     * where none does. Made for large tables, most of whose cells are numbers.
     */
    public int nextOtherThanNumber(int row, int column) {
        int gridColumn = shape.columns().get(column).gridColumn();
        for (int at = row; at < shape.rows().length; at++) {
            if (shape.grid().kind(shape.rows()[at], gridColumn) != Grid.Kind.NUMBER) {
                return at;
            }
        }
        return -1;
    }

    /** Whether any column may hold a number of this role. */
    public boolean holds(ColumnRole role) {
        return held.contains(role);
    }

    /**
     * Visits every count: cells of count columns and rows, the counts of composite cells, totals included. Made for large
     * tables: nothing is allocated for plain cells.
     */
    public void forEachCount(CountVisitor visitor) {
        for (Column column : columns()) {
            cells.counts(column, visitor);
        }
    }

    /** Visits the counts of one column. */
    public void forEachCount(int column, CountVisitor visitor) {
        cells.counts(columns().get(column), visitor);
    }

    /** Visits every number of one of these roles, columns first. */
    public void forEachQuantity(Set<ColumnRole> roles, Consumer<Quantity> visitor) {
        Set<ColumnRole> wanted = EnumSet.noneOf(ColumnRole.class);
        wanted.addAll(roles);
        for (Column column : columns()) {
            boolean some = false;
            for (ColumnRole role : wanted) {
                some |= column.mayHold(role);
            }
            for (int row = 0; some && row < rowCount(); row++) {
                CellValue cell = cell(row, column.index());
                if (cell instanceof CellValue.Composite) {
                    for (Quantity part : quantities(row, column.index())) {
                        if (wanted.contains(part.role())) {
                            visitor.accept(part);
                        }
                    }
                } else {
                    Quantity whole = quantity(cell, row, column.index());
                    if (whole != null && wanted.contains(whole.role())) {
                        visitor.accept(whole);
                    }
                }
            }
        }
    }

    /** The numbers of one cell: one for a plain cell, several for a composite one, none for a text. */
    public List<Quantity> quantities(int row, int column) {
        CellValue cell = cell(row, column);
        if (cell instanceof CellValue.Composite composite) {
            List<Quantity> parts = new ArrayList<>();
            for (CellValue.Part part : composite.parts()) {
                parts.add(new Quantity(row, column, part.role(), part.level(), part.value()));
            }
            return parts;
        }
        Quantity whole = quantity(cell, row, column);
        return whole == null ? List.of() : List.of(whole);
    }

    /** The number that a cell is as a whole; null where it is none. */
    private @Nullable Quantity quantity(CellValue cell, int row, int column) {
        if (cell instanceof CellValue.Count count) {
            return new Quantity(row, column, countRole(row, column), null, BigDecimal.valueOf(count.n()));
        }
        if (cell instanceof CellValue.Share share) {
            ColumnRole role = share.percent() ? ColumnRole.PERCENTAGE : ColumnRole.PROPORTION;
            return new Quantity(row, column, role, null, share.value());
        }
        return cell instanceof CellValue.Magnitude number
                ? new Quantity(row, column, number.role(), number.level(), number.value())
                : null;
    }

    private ColumnRole countRole(int row, int column) {
        ColumnRole byRow = rowRole(row);
        if (byRow != null && byRow.isCount()) {
            return byRow;
        }
        ColumnRole role = columns().get(column).role();
        return role != null && role.isCount() ? role : ColumnRole.COUNT;
    }
}
